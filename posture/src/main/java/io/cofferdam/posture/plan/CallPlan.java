package io.cofferdam.posture.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One call that is made of a cloud, and what becomes of its answer.
///
/// @param permission the action that a policy must allow: `s3:GetBucketPolicy`
/// @param forType the type of resource that it is made for, or empty: once for an account; a call
///     that lists that same type is made for what it lists, too
/// @param when a fact of the resource (of the account, for a call made once for a global service)
///     that must be there (and not be `false`) for the call to make sense, or empty
/// @param with the request's members; `{Name}` stands for a fact of the resource. A list of
///     structures is given as JSON
/// @param lists the resources that it tells of, where it is a list
/// @param as the fact of the resource (or of the account) that the answer becomes, or empty
/// @param take the member of the answer that becomes the fact, or empty: all of it
/// @param absent error codes that mean: there is none; `Code: words` where the message decides
/// @param paging how the next page is asked for
/// @param drop members of the answer whose values are secrets or may hold some; they are replaced
///     before the answer is stored. A step `!a|b` of a path stands for every member but these, `**`
///     for any way down
public record CallPlan(
    String service,
    String operation,
    String permission,
    String forType,
    String when,
    Map<String, String> with,
    Optional<ListPlan> lists,
    String as,
    String take,
    Set<String> absent,
    Optional<Paging> paging,
    List<String> drop) {
  public CallPlan {
    with = Map.copyOf(with);
    absent = Set.copyOf(absent);
    drop = List.copyOf(drop);
  }

  /// How the next page is asked for.
  ///
  /// @param token the member of the request
  /// @param next the member of the answer
  public record Paging(String token, String next) {}

  /// The resources that an answer tells of. An item that is no object becomes the fact `item`;
  /// what is told about a resource gets its `id` and `name` as the fact `parent`.
  ///
  /// @param items the path of the array, or of an array in each element of an array (`a.b`)
  /// @param id the ARN, with `{Name}` for a fact of the item, `{account}` and `{region}`
  /// @param name the short name
  /// @param region where it is, when the list does not follow regions; empty: the region asked
  /// @param owner whose it is (`{OwnerId}`), where the list may tell of what is another account's;
  ///     that is left out. Empty: all of it is the account's own
  public record ListPlan(
      String type, String items, String id, String name, String region, String owner) {
    public ListPlan(String type, String items, String id, String name, String region) {
      this(type, items, id, name, region, "");
    }
  }

  /// `s3 GetBucketPolicy`.
  public String key() {
    return service + " " + operation;
  }
}
