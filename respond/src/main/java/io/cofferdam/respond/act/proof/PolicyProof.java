package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import java.util.List;

/// That a policy becomes narrower.
final class PolicyProof {
  private PolicyProof() {}

  static Judgement of(Claim.Policy claim) {
    var before = Policies.parsed(claim.before());
    var after = Policies.parsed(claim.after());
    if (before.isEmpty() || after.isEmpty()) {
      return new Judgement(
          claim.what(), Verdict.UNKNOWN, "the policy cannot be read as one", List.of());
    }
    var opened = Policies.opened(before.get(), after.get());
    if (opened instanceof Answer.Found) {
      return new Judgement(claim.what(), Verdict.OPENS, Policies.words(opened), List.of());
    }
    var closed = Policies.closed(before.get(), after.get());
    if (opened instanceof Answer.Unknown || closed instanceof Answer.Unknown) {
      var why = opened instanceof Answer.Unknown ? opened : closed;
      return new Judgement(claim.what(), Verdict.UNKNOWN, Policies.words(why), List.of());
    }
    return switch (closed) {
      case Answer.Found _ ->
          new Judgement(
              claim.what(),
              Verdict.PROVED,
              "nothing is allowed that was not before",
              List.of(Policies.words(closed)));
      default ->
          claim.closes()
              ? new Judgement(claim.what(), Verdict.STILL_OPEN, "it takes nothing away", List.of())
              : new Judgement(
                  claim.what(), Verdict.UNCHANGED, "it allows the same as before", List.of());
    };
  }
}
