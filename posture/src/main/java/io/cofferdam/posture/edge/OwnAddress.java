package io.cofferdam.posture.edge;

import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Functions and services of App Runner that have addresses of their own.
final class OwnAddress {
  private final Scene scene;
  private final Destinations to;

  OwnAddress(Scene scene, Destinations to) {
    this.scene = scene;
    this.to = to;
  }

  /// A function's address: AWS asks for signatures, or asks nobody and leaves it to the policy.
  Front function(Resource url) {
    var models = to.of(url);
    var signed = url.fact("AuthType").asText("").equals("AWS_IAM");
    var open = new ArrayList<String>();
    var authenticated = Fronts.ternary(signed);
    var because = signed ? "AWS asks for signatures" : "AuthType is NONE";
    if (!signed) {
      open.addAll(Fronts.gaps(url, "policy"));
      var policy = url.fact("policy").asText("");
      if (!open.isEmpty()) {
        authenticated = Ternary.UNKNOWN;
      } else if (policy.isEmpty()) {
        authenticated = Ternary.TRUE;
        because = "its policy lets nobody call";
      } else {
        authenticated =
            ApiPolicy.closed(url.fact("FunctionArn").asText(url.id()), url.account(), policy);
        if (authenticated == Ternary.UNKNOWN) {
          open.add("lambda:GetPolicy: whether the policy lets in whom it does not name");
        }
      }
    }
    return new Front(
        url,
        Ternary.TRUE,
        models.isEmpty()
            ? List.of()
            : List.of(
                new Lane(
                    url.name(),
                    models,
                    List.of("function address " + url.name()),
                    authenticated,
                    because,
                    "",
                    open)),
        List.of(),
        List.of());
  }

  /// A service of App Runner, which asks nobody who they are.
  Front service(Resource service) {
    var acls = Acls.of(service, scene.inventory());
    var open =
        service.gapsOf(List.of("service")).isEmpty()
            ? Fronts.ternary(
                service
                    .fact("service.NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible")
                    .asBoolean(true))
            : Ternary.UNKNOWN;
    var model =
        Workloads.of(scene)
            .of(service)
            .filter(each -> each.sureness().compareTo(Sureness.LIKELY) <= 0);
    var rate = new Front(service, open, List.of(), acls, List.of()).rateRule().orElse("");
    return new Front(
        service,
        open,
        model.isEmpty()
            ? List.of()
            : List.of(
                new Lane(
                    service.name(),
                    Set.of(service.name()),
                    List.of("App Runner " + service.name()),
                    Ternary.FALSE,
                    "App Runner asks nobody",
                    rate,
                    List.of())),
        acls,
        Fronts.gaps(service, "service"));
  }
}
