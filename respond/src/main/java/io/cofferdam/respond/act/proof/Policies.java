package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.PolicyComparison;
import io.cofferdam.access.aws.symbolic.Words;
import java.util.Optional;
import java.util.TreeSet;

/// Two versions of a policy, side by side.
final class Policies {
  private static final String NOTHING = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
  private static final long STEPS = 2_000_000;

  private Policies() {}

  /// The document; that of nothing where there is none; empty where it cannot be read.
  static Optional<PolicyDocument> parsed(Optional<String> text) {
    return PolicyParser.parse(text.orElse(NOTHING)).asOptional();
  }

  static Answer opened(PolicyDocument before, PolicyDocument after) {
    return new PolicyComparison(before, after).opened(new Budget(STEPS));
  }

  static Answer closed(PolicyDocument before, PolicyDocument after) {
    return new PolicyComparison(before, after).closed(new Budget(STEPS));
  }

  /// A found request, or why none was found.
  static String words(Answer answer) {
    return switch (answer) {
      case Answer.Found(var request, var caller) -> caller + ": " + Words.of(request);
      case Answer.Impossible _ -> "no such request";
      case Answer.Unknown(var why) -> String.join("; ", new TreeSet<>(why));
    };
  }
}
