package io.cofferdam.respond.casebook;

import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPlan;
import java.util.Optional;

/// An event of an act in one line, for the timeline of its case.
final class ActWords {
  private static final int LONGEST = 250;

  private ActWords() {}

  static String of(ActEvent event, Optional<ActPlan> plan) {
    return line(
        switch (event) {
          case ActEvent.Proposed it ->
              it.plan().kind().title()
                  + ": "
                  + String.join(" ", it.plan().target().names().values());
          case ActEvent.Agreed it -> "approved by " + String.join(", ", it.approved().by());
          case ActEvent.Begun it -> step(it.step(), plan);
          case ActEvent.Settled it -> step(it.step(), plan) + ", " + how(it.how());
          case ActEvent.Halted it -> it.why();
          case ActEvent.Acted _ -> "all steps are made";
          case ActEvent.Checked it ->
              it.faults().isEmpty() ? "contained" : "not proved: " + String.join("; ", it.faults());
          case ActEvent.BackBegun it -> step(it.step(), plan);
          case ActEvent.BackSettled it -> step(it.step(), plan) + ", " + undone(it.how());
          case ActEvent.BackHalted it -> it.why();
          case ActEvent.WentBack it ->
              it.differences().isEmpty()
                  ? "the state is as it was before"
                  : "differs: " + String.join("; ", it.differences());
        });
  }

  private static String step(int step, Optional<ActPlan> plan) {
    return "step "
        + (step + 1)
        + plan.filter(each -> step < each.steps().size())
            .map(each -> ", " + each.steps().get(step).words())
            .orElse("");
  }

  private static String how(ActEvent.How how) {
    return switch (how) {
      case MADE -> "made";
      case ALREADY -> "was so already";
      case STAYS -> "stays";
    };
  }

  private static String undone(ActEvent.How how) {
    return switch (how) {
      case MADE -> "undone";
      case ALREADY -> "was undone already";
      case STAYS -> "stays: it has no way back";
    };
  }

  /// What comes from a cloud may hold anything.
  private static String line(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ").strip();
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST / 2)) + " ...";
  }
}
