package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What binds everybody who calls a resource, known to the estate or not: the resource's own policy
/// and controls, and the policies of the organisation above its account.
///
/// What the snapshot lacks is taken to allow everything and to deny nothing, so that what is
/// impossible under these policies is impossible.
///
/// @param account 12 digits; empty where the snapshot does not tell
/// @param policies without identity policies
/// @param gaps what the snapshot lacks, in words; a request that these policies allow may still be
///     denied by it
public record AnyCaller(String account, PolicySet policies, List<String> gaps) {
  public AnyCaller {
    gaps = List.copyOf(gaps);
  }

  static AnyCaller of(ResourceSide side, List<List<PolicyDocument>> scps) {
    List<String> gaps = new ArrayList<>(side.gaps());
    PolicySet policies =
        new PolicySet(
            List.of(),
            side.policy().map(policy -> widest(policy, gaps)),
            levels(scps, gaps),
            levels(side.rcps(), gaps),
            List.of(),
            List.of(),
            List.of(),
            side.grants(),
            side.most());
    return new AnyCaller(side.account(), policies, gaps.stream().distinct().toList());
  }

  private static List<List<PolicyDocument>> levels(
      List<List<PolicyDocument>> levels, List<String> gaps) {
    return levels.stream()
        .map(level -> level.stream().map(policy -> widest(policy, gaps)).toList())
        .toList();
  }

  /// The policy; of one that stands in for a missing one, an Allow of everything.
  private static PolicyDocument widest(PolicyDocument policy, List<String> gaps) {
    List<Statement> statements = new ArrayList<>();
    boolean whole = true;
    for (Statement statement : policy.statements()) {
      Optional<String> missing = Stand.missingOf(statement);
      if (missing.isEmpty()) {
        statements.add(statement);
        continue;
      }
      whole = false;
      gaps.add(missing.get() + " is not in the snapshot");
      if (statement.effect() == Effect.ALLOW) {
        statements.add(Stand.withoutConditions(statement));
      }
    }
    return whole ? policy : new PolicyDocument(policy.version(), statements);
  }
}
