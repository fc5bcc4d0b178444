package io.cofferdam.posture.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One resource of an account and all that was learnt of it.
///
/// @param type as the plan names it: `s3-bucket`; `account` is the account itself
/// @param id the ARN
/// @param facts the item of the list that told of it, and one member per further call. What is
///     known not to be there is absent; what could not be learnt is absent too and among `gaps`
public record Resource(
    String type,
    String id,
    String name,
    String account,
    String region,
    ObjectNode facts,
    List<Gap> gaps) {
  public Resource {
    gaps = List.copyOf(gaps);
  }

  /// The same with other facts and gaps.
  public Resource with(ObjectNode otherFacts, List<Gap> otherGaps) {
    return new Resource(type, id, name, account, region, otherFacts, otherGaps);
  }

  /// A fact by its path (`policy.Statement`), missing where it is not there.
  public JsonNode fact(String path) {
    return Facts.at(facts, path);
  }

  /// The gaps of the facts named; a fact is named by its first member.
  public List<Gap> gapsOf(List<String> needs) {
    return gaps.stream().filter(gap -> needs.contains(gap.fact())).toList();
  }
}
