package io.cofferdam.kubernetes.act;

import static io.cofferdam.kubernetes.act.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
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

/// Takes a pod off the network by a policy that allows nothing. Policies add up: one that allows
/// something for the pod would let it through beside ours. So each that selects the pod is told to
/// pass over it, by a label that no other pod has; the label comes last, and takes it off the
/// network at once.
final class IsolatePod implements Act {
  private static final String ISOLATED = "isolated";

  private static final ActKind KIND =
      new ActKind(
          "kubernetes.isolate-pod",
          "take a pod off the network",
          List.of("namespace", "pod"),
          WayBack.WHOLE,
          List.of(
              "the cluster's network must enforce policies: the API does not tell whether it does",
              "the node that it runs on still reaches it, and connections that are open may live on,"
                  + " as the network does it",
              "policies of the whole cluster that administrators lay over these are not read",
              "what serves through the pod stops; it stays, and is not replaced while it is healthy"),
          "https://kubernetes.io/docs/concepts/services-networking/network-policies/");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var namespace = target.name("namespace");
    if (!Api.named(namespace, target.name("pod"))) {
      return new ActState(state);
    }
    var pod = looking.body(Api.pods(namespace).get(target.name("pod")));
    if (pod.isMissingNode()) {
      return new ActState(state);
    }
    var uid = pod.at("/metadata/uid").asText();
    var tokens = state.putObject(ActState.TOKENS);
    tokens.set("pod", pod.at("/metadata/resourceVersion"));
    state.put("uid", uid);
    state.put("hostNetwork", pod.at("/spec/hostNetwork").asBoolean());
    var labels = state.putObject("labels");
    pod.at("/metadata/labels")
        .properties()
        .forEach(
            each -> {
              if (each.getKey().equals(Selectors.key(uid))) {
                state.set("label", each.getValue());
              } else {
                labels.set(each.getKey(), each.getValue());
              }
            });
    var policies = state.putObject("policies");
    for (var policy : looking.body(Api.policies(namespace).list()).path("items")) {
      var name = policy.at("/metadata/name").asText();
      if (name.equals(own(uid))) {
        state.set("own", policy.path("spec"));
      } else {
        policies.set(name, policy.path("spec"));
        tokens.withObject("/policies").set(name, policy.at("/metadata/resourceVersion"));
      }
    }
    return new ActState(state);
  }

  private static String own(String uid) {
    return "cofferdam-isolate-" + uid;
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var pod = target.name("namespace") + "/" + target.name("pod");
    var uid = state.at("/uid").asText("");
    if (uid.isEmpty()) {
      return new Proposal.Impossible("there is no pod `" + pod + "`");
    }
    if (state.at("/hostNetwork").asBoolean()) {
      return new Proposal.Impossible(
          "pod " + pod + " uses its node's network, which policies do not reach: isolate the node");
    }
    if (!state.at("/label").isMissingNode()) {
      return new Proposal.Already("pod " + pod + " is isolated by policy " + own(uid));
    }
    if (!state.at("/own").isMissingNode()) {
      return new Proposal.Impossible(
          "policy " + own(uid) + " is there already: finish or undo that act, or look who made it");
    }
    List<Step> steps = new ArrayList<>();
    steps.add(create(target, uid, mark));
    for (var policy : state.at("/policies").properties()) {
      var selector = policy.getValue().path("podSelector");
      if (Selectors.selects(selector, state.at("/labels"))) {
        steps.add(passOver(target, policy.getKey(), selector, uid));
      }
    }
    steps.add(
        new Step(
            "label pod " + pod + " as isolated",
            label(target, uid, TextNode.valueOf(ISOLATED)),
            List.of(new Made("/label", TextNode.valueOf(ISOLATED))),
            Optional.of(label(target, uid, Api.orNull(state.at("/label"))))));
    return new Proposal.Steps(steps, List.of());
  }

  private static Step create(Target target, String uid, String mark) {
    var policy = object().put("apiVersion", "networking.k8s.io/v1").put("kind", "NetworkPolicy");
    policy.putObject("metadata").put("name", own(uid)).putObject("labels").put("case", mark);
    var spec = policy.putObject("spec");
    spec.putObject("podSelector")
        .putArray("matchExpressions")
        .addObject()
        .put("key", Selectors.key(uid))
        .put("operator", "Exists");
    spec.putArray("policyTypes").add("Ingress").add("Egress");
    var api = Api.policies(target.name("namespace"));
    return new Step(
        "make a policy that allows nothing, for the pod alone",
        api.create(policy),
        List.of(new Made("/own", spec)),
        Optional.of(api.delete(own(uid))));
  }

  private static Step passOver(Target target, String name, JsonNode selector, String uid) {
    var place = "/policies/" + name + "/podSelector";
    return new Step(
        "have policy " + name + " pass over the pod",
        select(target, name, Selectors.except(selector, uid).path("matchExpressions")),
        List.of(new Made(place, Selectors.except(selector, uid))),
        Optional.of(select(target, name, Api.orNull(selector.path("matchExpressions")))));
  }

  private static ActCall select(Target target, String name, JsonNode expressions) {
    var body = object();
    body.putObject("spec").putObject("podSelector").set("matchExpressions", expressions);
    return Api.policies(target.name("namespace"))
        .patch(name, Api.guarded(body, "policies/" + name));
  }

  private static ActCall label(Target target, String uid, JsonNode value) {
    var body = object();
    body.putObject("metadata").putObject("labels").set(Selectors.key(uid), value);
    return Api.pods(target.name("namespace")).patch(target.name("pod"), Api.guarded(body, "pod"));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var pod = "pod " + target.name("namespace") + "/" + target.name("pod");
    var others = "the policies of namespace " + target.name("namespace");
    return List.of(
        new Claim.Switch(
            pod + " from outside",
            PodTraffic.passes(before, "ingress"),
            PodTraffic.passes(after, "ingress"),
            "whoever reaches " + pod),
        new Claim.Switch(
            pod + " to outside",
            PodTraffic.passes(before, "egress"),
            PodTraffic.passes(after, "egress"),
            "whatever " + pod + " reaches"),
        new Claim.Shares(
            others, PodTraffic.allowing(before), PodTraffic.allowing(after), "everybody"),
        new Claim.Kept(
            others, PodTraffic.policies(before), PodTraffic.policies(after), "more is selected"));
  }

  /// The members of a state, for reading policies out of it.
  static ObjectNode labels(ActState state) {
    var labels = object();
    state.at("/labels").properties().forEach(each -> labels.set(each.getKey(), each.getValue()));
    if (!state.at("/label").isMissingNode()) {
      labels.set(Selectors.key(state.at("/uid").asText()), state.at("/label"));
    }
    return labels;
  }
}
