package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import java.util.List;

/// That a policy laid beside others only denies.
final class DenialProof {
  private DenialProof() {}

  static Judgement of(Claim.Denial claim) {
    if (claim.after().isEmpty()) {
      return claim.before().isEmpty()
          ? new Judgement(claim.what(), Verdict.UNCHANGED, "there is none", List.of())
          : new Judgement(
              claim.what(), Verdict.OPENS, "what it denied is denied no longer", List.of());
    }
    var policy = Policies.parsed(claim.after());
    if (policy.isEmpty()) {
      return new Judgement(
          claim.what(), Verdict.UNKNOWN, "the policy cannot be read as one", List.of());
    }
    if (policy.get().statements().stream().anyMatch(each -> each.effect() == Effect.ALLOW)) {
      return new Judgement(
          claim.what(), Verdict.OPENS, "it holds a statement that allows", List.of());
    }
    if (policy.get().statements().isEmpty()) {
      return new Judgement(claim.what(), Verdict.STILL_OPEN, "it denies nothing", List.of());
    }
    return new Judgement(claim.what(), Verdict.PROVED, "it only denies", List.of(claim.cuts()));
  }
}
