package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Takes an endpoint of SageMaker out of use for all who may call it, and leaves the endpoint, its
/// configuration, its model and what it captured as they are.
///
/// The endpoint itself has no switch for this: a weight of nothing is passed over by a call that
/// names the variant, an endpoint's policy speaks to other accounts alone, and deleting destroys
/// what must be examined. So each of those who may call it is denied this one endpoint.
/// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
/// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PutEndpointPolicy.html
final class QuarantineEndpoint implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.sagemaker.quarantine-endpoint",
          "deny an endpoint to all who may call it",
          List.of("callers", "endpoint"),
          WayBack.WHOLE,
          List.of(
              "whoever may call it and is not among the callers named still can: name all who are"
                  + " allowed sagemaker:InvokeEndpoint on it",
              "other accounts that the endpoint's policy lets in by a router are not stopped",
              "its instances run on and cost on, so that their memory can be examined"),
          "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var endpoint =
        looking.body(
            Calls.call(
                "sagemaker",
                "DescribeEndpoint",
                target.region(),
                Calls.arn("sagemaker", target, "endpoint/" + target.name("endpoint")),
                object().put("EndpointName", target.name("endpoint"))));
    Calls.keep(state, "arn", endpoint.path("EndpointArn"));
    Calls.keep(state, "configuration", endpoint.path("EndpointConfigName"));
    var callers = state.putObject("callers");
    for (var caller : callers(target)) {
      callers.set(caller.key(), caller.holder().look(caller.of(target), looking));
    }
    return new ActState(state);
  }

  /// One of those who may call it.
  private record Caller(Holder holder, String name) {
    String key() {
      return holder.word + ":" + name;
    }

    Target of(Target target) {
      var names = new TreeMap<String, String>();
      names.put(holder.word, name);
      return new Target(target.account(), "", names);
    }

    ActState in(ActState state) {
      return new ActState(
          state.at("/callers/" + key()) instanceof ObjectNode found ? found : object());
    }
  }

  /// `role/checkout, user/exporter`; what is neither is passed over here and told by the proposal.
  private static List<Caller> callers(Target target) {
    List<Caller> callers = new ArrayList<>();
    for (var text : target.name("callers").split(",", -1)) {
      for (var holder : Holder.values()) {
        if (text.strip().startsWith(holder.word + "/")) {
          callers.add(new Caller(holder, text.strip().substring(holder.word.length() + 1)));
        }
      }
    }
    return callers;
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var arn = state.at("/arn").asText("");
    if (arn.isEmpty()) {
      return new Proposal.Impossible("there is no endpoint " + target.name("endpoint"));
    }
    var callers = callers(target);
    if (callers.size() != target.name("callers").split(",", -1).length) {
      return new Proposal.Impossible(
          "`"
              + target.name("callers")
              + "` are no callers [role/NAME or user/NAME, with commas between]");
    }
    var name = Holder.OURS + "endpoint-" + target.name("endpoint") + "-" + mark;
    var document = Denials.actions(Models.SAGEMAKER.actions(), List.of(arn));
    List<Step> steps = new ArrayList<>();
    for (var caller : callers) {
      var impossible =
          QuarantineIdentity.impossible(caller.holder(), caller.of(target), caller.in(state));
      if (impossible.isPresent()) {
        return impossible.get();
      }
      if (caller.in(state).at(Denials.place(name)).isMissingNode()) {
        steps.add(deny(caller, target, name, document));
      }
    }
    return steps.isEmpty()
        ? new Proposal.Already("all of them are denied by policy " + name)
        : new Proposal.Steps(steps, List.of());
  }

  private static Step deny(Caller caller, Target target, String name, String document) {
    return new Step(
        "deny " + target.name("endpoint") + " to " + caller.holder().word + " " + caller.name(),
        caller.holder().put(caller.of(target), name, document),
        List.of(new Made("/callers/" + caller.key() + Denials.place(name), Calls.text(document))),
        Optional.of(caller.holder().delete(caller.of(target), name)));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    List<Claim> claims = new ArrayList<>();
    for (var caller : callers(target)) {
      claims.addAll(
          Denials.claims(
              caller.holder(),
              caller.of(target),
              caller.in(before),
              caller.in(after),
              caller.holder().word
                  + " "
                  + caller.name()
                  + " calls endpoint "
                  + target.name("endpoint")));
    }
    return claims;
  }
}
