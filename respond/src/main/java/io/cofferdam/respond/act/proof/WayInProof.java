package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import java.util.List;
import java.util.Optional;

/// That those who must go on to get in are not denied.
final class WayInProof {
  private WayInProof() {}

  static Judgement of(Claim.WayIn claim, Optional<String> self) {
    if (self.isEmpty()) {
      return new Judgement(
          claim.what(), Verdict.UNKNOWN, "which role would go back is not known", List.of());
    }
    var policy = Policies.parsed(Optional.of(claim.policy()));
    var principal = RequestPrincipal.parse(self.get());
    if (policy.isEmpty() || principal.isEmpty()) {
      return new Judgement(
          claim.what(),
          Verdict.UNKNOWN,
          policy.isEmpty() ? "the policy cannot be read as one" : "the caller is no ARN",
          List.of());
    }
    for (var need : claim.needed()) {
      var decision =
          Decider.decide(
              new DecisionRequest(
                  principal.get(),
                  need.action(),
                  need.resource(),
                  principal.get().account(),
                  RequestContext.EMPTY),
              PolicySet.of(List.of(), policy));
      if (decision instanceof Decision.ExplicitlyDenied) {
        return new Judgement(
            claim.what(),
            Verdict.LOCKS_OUT,
            self.get() + " could not do " + need.words() + " any more",
            List.of());
      }
      if (decision instanceof Decision.Unknown) {
        return new Judgement(
            claim.what(),
            Verdict.UNKNOWN,
            "whether " + self.get() + " could still do " + need.words(),
            List.of());
      }
    }
    return new Judgement(
        claim.what(), Verdict.PROVED, self.get() + " is not denied the way back", List.of());
  }
}
