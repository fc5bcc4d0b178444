package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who of an account may call models of Amazon Bedrock, administrators left out: they can lift
/// every condition.
final class ModelCallers {
  private static final String ACTION = "bedrock:InvokeModel";

  /// A guardrail that nobody approved.
  private static final String NONE = "arn:aws:bedrock:eu-central-1:000000000000:guardrail/none";

  private final ScanEstate estate;
  private final List<EstatePrincipal> principals = new ArrayList<>();

  ModelCallers(String account, Scene scene) {
    this.estate = ScanEstate.of(scene);
    var power = AdminPower.of(scene);
    for (var principal : estate.principals(account)) {
      if (!AdminPower.keptByAws(principal)
          && estate.whoCan().reach().verdicts().mayAllow(Actor.of(principal.arn()), ACTION)
          && power.direct(principal.arn()) != Verdict.YES) {
        principals.add(principal);
      }
    }
  }

  List<EstatePrincipal> principals() {
    return principals;
  }

  /// Whether a principal may call a model.
  ///
  /// @param resource ARN of the model or inference profile
  /// @param region to which the request goes; `unspecified` for a global inference profile
  /// @param guardrail the guardrail named in the request, or empty: one that nobody approved, or
  ///     none, so that the key is not in the request at all
  Verdict verdict(EstatePrincipal principal, String resource, String region, String guardrail) {
    var named = ask(principal, resource, region, guardrail.isEmpty() ? NONE : guardrail);
    return guardrail.isEmpty() ? named.or(ask(principal, resource, region, "")) : named;
  }

  private Verdict ask(EstatePrincipal principal, String resource, String region, String guardrail) {
    return estate
        .whoCan()
        .reach()
        .verdicts()
        .of(
            Actor.of(principal.arn()),
            new Operation(
                ACTION,
                resource,
                true,
                Map.of("aws:requestedregion", region, "bedrock:guardrailidentifier", guardrail)));
  }
}
