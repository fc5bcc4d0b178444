package io.cofferdam.respond.act;

import static io.cofferdam.respond.act.ActPlanJson.list;
import static io.cofferdam.respond.act.ActPlanJson.text;
import static io.cofferdam.respond.act.ActPlanJson.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.act.ActEvent.How;
import io.cofferdam.respond.spi.ActState;
import java.time.Instant;

/// Events of an act as JSON and back, for whoever keeps them.
public final class ActEventJson {
  private ActEventJson() {}

  public static ObjectNode write(ActEvent event) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("event", name(event));
    node.put("at", event.at().toString());
    switch (event) {
      case ActEvent.Proposed(_, var plan, var by) ->
          node.put("by", by).set("plan", ActPlanJson.write(plan));
      case ActEvent.Agreed(_, var approved) -> {
        node.put("planHash", approved.planHash());
        texts(node.putArray("by"), approved.by());
        node.put("until", approved.until().toString());
      }
      case ActEvent.Begun(_, var step) -> node.put("step", step);
      case ActEvent.Settled(_, var step, var how, var values) -> {
        node.put("step", step).put("how", how.name());
        node.putArray("values").addAll(values);
      }
      case ActEvent.Halted(_, var step, var why) -> node.put("step", step).put("why", why);
      case ActEvent.Acted(_, var after) -> node.set("after", after.fields());
      case ActEvent.Checked(_, var faults) -> texts(node.putArray("faults"), faults);
      case ActEvent.BackBegun(_, var step) -> node.put("step", step);
      case ActEvent.BackSettled(_, var step, var how) ->
          node.put("step", step).put("how", how.name());
      case ActEvent.BackHalted(_, var step, var why) -> node.put("step", step).put("why", why);
      case ActEvent.WentBack(_, var differences) ->
          texts(node.putArray("differences"), differences);
    }
    return node;
  }

  private static String name(ActEvent event) {
    return switch (event) {
      case ActEvent.Proposed _ -> "proposed";
      case ActEvent.Agreed _ -> "agreed";
      case ActEvent.Begun _ -> "begun";
      case ActEvent.Settled _ -> "settled";
      case ActEvent.Halted _ -> "halted";
      case ActEvent.Acted _ -> "acted";
      case ActEvent.Checked _ -> "checked";
      case ActEvent.BackBegun _ -> "back-begun";
      case ActEvent.BackSettled _ -> "back-settled";
      case ActEvent.BackHalted _ -> "back-halted";
      case ActEvent.WentBack _ -> "went-back";
    };
  }

  /// The event that was written.
  ///
  /// @throws RuntimeException of the kinds IllegalArgumentException and DateTimeParseException when
  ///     it is none
  public static ActEvent read(JsonNode node) {
    var at = Instant.parse(text(node.path("at")));
    var step = node.path("step").asInt();
    return switch (text(node.path("event"))) {
      case "proposed" ->
          new ActEvent.Proposed(at, ActPlanJson.read(node.path("plan")), text(node.path("by")));
      case "agreed" ->
          new ActEvent.Agreed(
              at,
              new Approved(
                  text(node.path("planHash")),
                  list(node.path("by"), ActPlanJson::text),
                  Instant.parse(text(node.path("until")))));
      case "begun" -> new ActEvent.Begun(at, step);
      case "settled" ->
          new ActEvent.Settled(
              at,
              step,
              How.valueOf(text(node.path("how"))),
              list(node.path("values"), each -> each));
      case "halted" -> new ActEvent.Halted(at, step, text(node.path("why")));
      case "acted" -> {
        if (!(node.path("after") instanceof ObjectNode after)) {
          throw new IllegalArgumentException("no state in the event");
        }
        yield new ActEvent.Acted(at, new ActState(after));
      }
      case "checked" -> new ActEvent.Checked(at, list(node.path("faults"), ActPlanJson::text));
      case "back-begun" -> new ActEvent.BackBegun(at, step);
      case "back-settled" ->
          new ActEvent.BackSettled(at, step, How.valueOf(text(node.path("how"))));
      case "back-halted" -> new ActEvent.BackHalted(at, step, text(node.path("why")));
      case "went-back" ->
          new ActEvent.WentBack(at, list(node.path("differences"), ActPlanJson::text));
      default ->
          throw new IllegalArgumentException(
              "no event `" + text(node.path("event")) + "` of an act");
    };
  }
}
