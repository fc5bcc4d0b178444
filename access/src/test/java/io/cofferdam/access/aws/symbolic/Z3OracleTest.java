package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The comparison of random small policies against Z3, which is given the meaning of policies by
/// a translation of its own. What Z3 does not decide in time is counted apart.
class Z3OracleTest {
  private static final int TIMEOUT = 3_000;

  @Test
  void agreesWithZ3() {
    int policies = Integer.getInteger("z3.policies", 220);
    long seed = Long.getLong("z3.seed", 20_261_121L);
    assertAgrees(seed, policies, Long.MAX_VALUE);
  }

  @Tag("soak")
  @Test
  void agreesWithZ3OverMany() {
    long seconds = Long.getLong("z3.seconds", 600);
    assertAgrees(Long.getLong("soak.seed", 7L), Integer.MAX_VALUE, seconds);
  }

  private static void assertAgrees(long seed, int policies, long seconds) {
    Random random = new Random(seed);
    List<String> wrong = new ArrayList<>();
    int undecided = 0;
    int opened = 0;
    int asked = 0;
    long end =
        seconds == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + seconds * 1_000_000_000L;
    while (asked < policies && System.nanoTime() < end) {
      asked++;
      OraclePolicy before = OraclePolicy.random(random, 2);
      OraclePolicy after = OraclePolicy.random(random, 2);
      Answer answer =
          new PolicyComparison(
                  SymbolicProperties.parse(before.json()), SymbolicProperties.parse(after.json()))
              .opened();
      Status status;
      try (Z3Model z3 = new Z3Model()) {
        status = z3.opens(before, after, TIMEOUT);
      }
      opened += answer instanceof Answer.Found ? 1 : 0;
      undecided += status == Status.UNKNOWN ? 1 : 0;
      boolean agrees =
          switch (status) {
            case UNKNOWN -> true;
            case SATISFIABLE -> answer instanceof Answer.Found;
            case UNSATISFIABLE -> answer instanceof Answer.Impossible;
          };
      if (!agrees) {
        wrong.add(status + " but " + answer + "\n" + before.json() + "\n" + after.json());
      }
    }
    System.out.printf(
        "seed %d: %d comparisons, %d open, %d undecided by Z3, %d disagreements%n",
        seed, asked, opened, undecided, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(undecided * 20).as("undecided by Z3, of %s", asked).isLessThanOrEqualTo(asked);
    assertThat(opened).as("both answers occur").isBetween(asked / 10, asked - asked / 10);
  }
}
