package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.act.proof.Judgement;
import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A plan as JSON and back, with nothing lost: its bytes are what people approve.
public final class ActPlanJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ActPlanJson() {}

  public static ObjectNode write(ActPlan plan) {
    var node = NODES.objectNode();
    var kind = node.putObject("act");
    kind.put("id", plan.kind().id());
    kind.put("title", plan.kind().title());
    texts(kind.putArray("names"), plan.kind().names());
    kind.put("way", plan.kind().way().name());
    texts(kind.putArray("limits"), plan.kind().limits());
    kind.put("source", plan.kind().source());
    var target = node.putObject("target");
    target.put("account", plan.target().account());
    target.put("region", plan.target().region());
    var names = target.putObject("names");
    plan.target().names().forEach(names::put);
    node.put("mark", plan.mark());
    node.put("principal", plan.principal());
    node.set("before", plan.before().fields());
    var steps = node.putArray("steps");
    plan.steps().forEach(step -> steps.add(step(step)));
    texts(node.putArray("limits"), plan.limits());
    var proof = node.putArray("proof");
    plan.proof().judgements().forEach(judgement -> proof.add(judgement(judgement)));
    var permissions = node.putArray("permissions");
    plan.permissions().forEach(each -> permissions.add(permission(each)));
    return node;
  }

  private static ObjectNode step(Step step) {
    var node = NODES.objectNode();
    node.put("words", step.words());
    node.set("call", call(step.call()));
    var makes = node.putArray("makes");
    for (var made : step.makes()) {
      var one = makes.addObject();
      one.put("pointer", made.pointer());
      if (!made.value().isMissingNode()) {
        one.set("value", made.value());
      }
    }
    step.undo().ifPresent(undo -> node.set("undo", call(undo)));
    return node;
  }

  private static ObjectNode call(ActCall call) {
    var node = NODES.objectNode();
    node.put("service", call.service());
    node.put("operation", call.operation());
    node.put("region", call.region());
    node.set("parameters", call.parameters());
    node.set("permission", permission(call.permission()));
    if (!call.besides().isEmpty()) {
      var besides = node.putArray("besides");
      call.besides().forEach(each -> besides.add(permission(each)));
    }
    return node;
  }

  private static ObjectNode permission(Permission permission) {
    return NODES
        .objectNode()
        .put("action", permission.action())
        .put("resource", permission.resource());
  }

  private static ObjectNode judgement(Judgement judgement) {
    var node = NODES.objectNode();
    node.put("what", judgement.what());
    node.put("verdict", judgement.verdict().name());
    node.put("words", judgement.words());
    texts(node.putArray("cuts"), judgement.cuts());
    return node;
  }

  static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /// The plan that was written.
  ///
  /// @throws IllegalArgumentException when it is none
  public static ActPlan read(JsonNode node) {
    var act = node.path("act");
    var target = node.path("target");
    var names = new TreeMap<String, String>();
    target
        .path("names")
        .properties()
        .forEach(each -> names.put(each.getKey(), text(each.getValue())));
    if (!(node.path("before") instanceof ObjectNode before)) {
      throw new IllegalArgumentException("no state in the plan");
    }
    return new ActPlan(
        new ActKind(
            text(act.path("id")),
            text(act.path("title")),
            list(act.path("names"), ActPlanJson::text),
            WayBack.valueOf(text(act.path("way"))),
            list(act.path("limits"), ActPlanJson::text),
            text(act.path("source"))),
        new Target(text(target.path("account")), text(target.path("region")), names),
        text(node.path("mark")),
        text(node.path("principal")),
        new ActState(before),
        list(node.path("steps"), ActPlanJson::readStep),
        list(node.path("limits"), ActPlanJson::text),
        new Proof(list(node.path("proof"), ActPlanJson::readJudgement)),
        list(node.path("permissions"), ActPlanJson::readPermission));
  }

  private static Step readStep(JsonNode node) {
    return new Step(
        text(node.path("words")),
        readCall(node.path("call")),
        list(node.path("makes"), made -> new Made(text(made.path("pointer")), made.path("value"))),
        node.has("undo") ? Optional.of(readCall(node.path("undo"))) : Optional.empty());
  }

  private static ActCall readCall(JsonNode node) {
    if (!(node.path("parameters") instanceof ObjectNode parameters)) {
      throw new IllegalArgumentException("no parameters in a call");
    }
    return new ActCall(
        text(node.path("service")),
        text(node.path("operation")),
        text(node.path("region")),
        parameters,
        readPermission(node.path("permission")),
        list(node.path("besides"), ActPlanJson::readPermission));
  }

  private static Permission readPermission(JsonNode node) {
    return new Permission(text(node.path("action")), text(node.path("resource")));
  }

  private static Judgement readJudgement(JsonNode node) {
    return new Judgement(
        text(node.path("what")),
        Judgement.Verdict.valueOf(text(node.path("verdict"))),
        text(node.path("words")),
        list(node.path("cuts"), ActPlanJson::text));
  }

  static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("a text is missing");
    }
    return node.textValue();
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
    List<T> items = new ArrayList<>();
    array.forEach(each -> items.add(item.apply(each)));
    return items;
  }
}
