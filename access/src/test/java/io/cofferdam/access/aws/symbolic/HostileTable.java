package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import java.util.List;
import java.util.Optional;

/// What the prover says of policies made to take long: with few steps to spend, each question comes
/// back with a sound answer, and no step of it is so large that it breaks the budget by far.
public final class HostileTable {
  /// A fortieth of what a question usually has.
  private static final long STEPS = Budget.USUAL / 40;

  private HostileTable() {}

  /// The table in Markdown; fails where an answer is unsound or the budget was not kept.
  public static String markdown() {
    StringBuilder table =
        new StringBuilder(
            "\n## Policies made to take long\n\nWith "
                + STEPS
                + " steps of work in place of "
                + Budget.USUAL
                + ": what is not decided by then is Unknown. \"Promise\" is that nothing\n"
                + "below TLS 1.3 is answered; a policy compared with itself opens nothing.\n\n"
                + "| policy | public | compared with itself | promise |\n|---|---|---|---|\n");
    HostilePolicies.all()
        .forEach(
            (name, policy) ->
                table
                    .append("| ")
                    .append(name)
                    .append(" | ")
                    .append(row(name, PolicyParser.parse(policy).asOptional().orElseThrow()))
                    .append(" |\n"));
    return table.toString();
  }

  private static String row(String name, PolicyDocument policy) {
    Budget first = new Budget(STEPS);
    PublicAnswer open =
        PublicQuestion.of(SeventeenPolicies.BUCKET, SeventeenPolicies.OWNER, policy).answer(first);
    kept(name, first);
    Budget second = new Budget(STEPS);
    Answer same = new PolicyComparison(policy, policy).opened(second);
    assertThat(same).as(name).isNotInstanceOf(Answer.Found.class);
    kept(name, second);
    Budget third = new Budget(STEPS);
    PropertyQuestion.Result promise =
        new PropertyQuestion(
                SeventeenPolicies.BUCKET,
                SeventeenPolicies.OWNER,
                PolicySet.of(List.of(), Optional.of(policy)),
                false)
            .prove(new Property.TlsAtLeast("1.3"), third);
    kept(name, third);
    return open.verdict().word() + " | " + word(same) + " | " + word(promise);
  }

  private static void kept(String name, Budget budget) {
    assertThat(budget.left()).as("steps left of %s for %s", STEPS, name).isGreaterThan(-STEPS);
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Answer.Found f -> "opens";
      case Answer.Impossible i -> "opens nothing";
      case Answer.Unknown u -> "Unknown";
    };
  }

  private static String word(PropertyQuestion.Result result) {
    return switch (result) {
      case PropertyQuestion.Result.Proved p -> "Proved";
      case PropertyQuestion.Result.Counterexample c -> "CounterExample";
      case PropertyQuestion.Result.Unknown u -> "Unknown";
    };
  }
}
