package io.cofferdam.posture.remedy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.PolicyComparison;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.remedy.PolicyChange.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Compares two policies: for all callers, and for each that the former one names.
///
/// Both are taken by themselves, as they answer callers of other accounts: callers of the
/// resource's own account may still get in by policies of their own.
final class Compared {
  private static final long STEPS = 400_000;
  private static final int CALLERS_TRIED = 10;

  private Compared() {}

  static PolicyChange of(String fact, ObjectNode before, ObjectNode after, String what) {
    var old = parsed(before);
    var mended = parsed(after);
    if (old.isEmpty() || mended.isEmpty()) {
      var unknown = new Side("unknown", "the policy cannot be read as one");
      return new PolicyChange(fact, after, what, unknown, unknown, List.of());
    }
    var comparison = new PolicyComparison(old.get(), mended.get());
    var cut = new ArrayList<Side>();
    var callers = Callers.of(before, after);
    var tried = new TreeSet<>(callers.tried());
    for (var caller : tried.stream().limit(CALLERS_TRIED).toList()) {
      var one = new PolicyComparison(only(before, caller), only(after, caller));
      var side = side(one.closed(new Budget(STEPS)));
      if (!side.answer().equals("no")) {
        cut.add(
            side.answer().equals("yes")
                ? side
                : new Side("unknown", caller + ": " + side.request()));
      }
    }
    if (tried.size() > CALLERS_TRIED) {
      cut.add(
          new Side(
              "unknown", tried.size() - CALLERS_TRIED + " more callers whom the policy names"));
    }
    new TreeSet<>(callers.others())
        .forEach(each -> cut.add(new Side("unknown", each + ", which is not compared")));
    return new PolicyChange(
        fact,
        after,
        what,
        side(comparison.closed(new Budget(STEPS))),
        side(comparison.opened(new Budget(STEPS))),
        cut);
  }

  private static Side side(Answer answer) {
    return switch (answer) {
      case Answer.Found(var request, var caller) ->
          new Side("yes", caller + ": " + Words.of(request));
      case Answer.Impossible i -> new Side("no", "");
      case Answer.Unknown(var why) -> new Side("unknown", String.join("; ", new TreeSet<>(why)));
    };
  }

  /// A policy with a Deny for everybody but one.
  private static PolicyDocument only(ObjectNode policy, String caller) {
    var narrowed = policy.deepCopy();
    var statements = narrowed.putArray("Statement");
    Callers.statements(policy).forEach(statements::add);
    var deny = statements.addObject();
    deny.put("Effect", "Deny").put("Principal", "*").put("Action", "*").put("Resource", "*");
    var key =
        caller.startsWith("arn:")
            ? "aws:PrincipalArn"
            : caller.matches("\\d{12}") ? "aws:PrincipalAccount" : "aws:PrincipalServiceName";
    deny.putObject("Condition").putObject("StringNotEquals").put(key, caller);
    return parsed(narrowed).orElseThrow();
  }

  private static Optional<PolicyDocument> parsed(ObjectNode policy) {
    return policy.path("Statement").isEmpty()
        ? PolicyParser.parse("{\"Version\":\"2012-10-17\",\"Statement\":[]}").asOptional()
        : PolicyParser.parse(policy.toString()).asOptional();
  }
}
