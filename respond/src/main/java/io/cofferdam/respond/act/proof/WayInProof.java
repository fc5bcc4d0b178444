package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Permission;
import java.util.List;
import java.util.Optional;

/// That those who must go on to get in are not denied.
final class WayInProof {
  private WayInProof() {}

  /// That somebody whom a policy let in still is, and nobody who must not be is denied.
  static Judgement of(Claim.Keeps claim, Optional<String> self) {
    var who = claim.who().or(() -> self);
    if (who.isEmpty()) {
      return new Judgement(
          claim.what(), Verdict.UNKNOWN, "which role would go back is not known", List.of());
    }
    var before = Policies.parsed(claim.before());
    var after = Policies.parsed(claim.after());
    var principal = RequestPrincipal.parse(who.get());
    if (before.isEmpty() || after.isEmpty() || principal.isEmpty()) {
      return new Judgement(
          claim.what(), Verdict.UNKNOWN, "the policy or the caller cannot be read", List.of());
    }
    for (var need : claim.needed()) {
      var then = decision(principal.get(), need, before.get());
      var now = decision(principal.get(), need, after.get());
      if (now instanceof Decision.ExplicitlyDenied
          || (then instanceof Decision.Allowed && !(now instanceof Decision.Allowed))) {
        return now instanceof Decision.Unknown
            ? new Judgement(
                claim.what(),
                Verdict.UNKNOWN,
                "whether " + who.get() + " could still do " + need.words(),
                List.of())
            : new Judgement(
                claim.what(),
                Verdict.LOCKS_OUT,
                who.get() + " could not do " + need.words() + " any more",
                List.of());
      }
    }
    return new Judgement(
        claim.what(), Verdict.PROVED, who.get() + " keeps what the policy gave it", List.of());
  }

  private static Decision decision(
      RequestPrincipal principal, Permission need, PolicyDocument policy) {
    return Decider.decide(
        new DecisionRequest(
            principal, need.action(), need.resource(), principal.account(), RequestContext.EMPTY),
        PolicySet.of(List.of(), Optional.of(policy)));
  }

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
      var decision = decision(principal.get(), need, policy.get());
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
