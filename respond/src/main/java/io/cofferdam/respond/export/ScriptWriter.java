package io.cofferdam.respond.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.export.Script.Assertion;
import io.cofferdam.respond.export.Script.Call;
import io.cofferdam.respond.export.Script.Read;
import io.cofferdam.respond.export.Script.Take;
import io.cofferdam.respond.export.Script.Undo;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes the script of a planned act. Nothing is invented: what only the run can tell is taken
/// from an answer, and a plan that needs something for which no reading is known is not exported.
public final class ScriptWriter {
  static final String STATE = "$state:";

  private final Readings readings = Readings.load();

  /// The script.
  ///
  /// @throws io.cofferdam.model.CofferdamException CFD-RESPOND-0352 where the plan needs what no
  ///     document can read, CFD-RESPOND-0354 where it is no act on AWS
  public Script of(ActPlan plan) {
    if (!plan.kind().id().startsWith("aws.")) {
      throw Refused.notAws(plan.kind().id());
    }
    var known = new LinkedHashMap<String, Take>();
    var steps = new ArrayList<Script.Step>();
    for (var step : plan.steps()) {
      steps.add(step(step, known));
    }
    var before = new ArrayList<Assertion>();
    var after = new ArrayList<Assertion>();
    var asserted = new TreeSet<String>();
    for (var step : plan.steps()) {
      asserted(step, plan.before(), before);
      asserted.addAll(asserted(step, plan.after(), after));
      if (shown(step, after)) {
        step.makes().forEach(made -> asserted.add(made.pointer()));
      }
    }
    var unasserted = new TreeSet<String>();
    for (var step : plan.steps()) {
      for (var made : step.makes()) {
        if (asserted.stream().noneMatch(each -> each.startsWith(made.pointer()))) {
          unasserted.add(made.pointer());
        }
      }
    }
    return new Script(
        plan,
        steps,
        List.copyOf(new LinkedHashSet<>(before)),
        List.copyOf(new LinkedHashSet<>(after)),
        List.copyOf(unasserted));
  }

  private Script.Step step(Step step, Map<String, Take> known) {
    var call = call(step.call());
    var reads = reads(step.words(), call, known);
    var gives = new ArrayList<Take>();
    for (var made : step.makes()) {
      if (made.value().isTextual() && made.value().textValue().equals(Made.NEW)) {
        readings.given(call, made.pointer()).ifPresent(gives::add);
      }
    }
    gives.forEach(each -> known.put(each.pointer(), each));
    Optional<Undo> undo =
        step.undo()
            .map(ScriptWriter::call)
            .map(each -> new Undo(each, reads("undo: " + step.words(), each, known)));
    return new Script.Step(step.words(), call, reads, gives, undo);
  }

  private static Call call(ActCall call) {
    var copies = call.service().equals("s3") && call.operation().equals("CopyObject");
    return new Call(
        call.service(), call.operation(), copies ? copy(call.parameters()) : call.parameters());
  }

  /// The vendor's client for Java names the members of this one call otherwise than its wire.
  private static ObjectNode copy(ObjectNode given) {
    var copy = given.deepCopy();
    copy.remove(
        List.of(
            "SourceBucket", "SourceKey", "SourceVersionId", "DestinationBucket", "DestinationKey"));
    copy.set("Bucket", given.path("DestinationBucket"));
    copy.set("Key", given.path("DestinationKey"));
    var version = given.path("SourceVersionId").asText("");
    copy.put(
        "CopySource",
        given.path("SourceBucket").asText()
            + "/"
            + URLEncoder.encode(given.path("SourceKey").asText(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
            + (version.isEmpty() ? "" : "?versionId=" + version));
    return copy;
  }

  /// Adds what reading back shows once a call was made; whether there is such a thing.
  private boolean shown(Step step, List<Assertion> to) {
    var call = call(step.call());
    var telling = readings.telling(call);
    var shown = readings.shown(call);
    telling.ifPresent(
        reading ->
            shown.forEach((selector, value) -> to.add(new Assertion(reading, selector, value))));
    return telling.isPresent() && !shown.isEmpty();
  }

  private List<Read> reads(String words, Call call, Map<String, Take> known) {
    var reads = new ArrayList<Read>();
    for (var pointer : pointers(call.parameters())) {
      if (!known.containsKey(pointer)) {
        reads.add(
            readings
                .needed(call, pointer)
                .orElseThrow(() -> Refused.unread(words, call.words(), pointer)));
      }
    }
    return reads;
  }

  /// The places of the state that parameters ask for.
  static Set<String> pointers(JsonNode node) {
    var pointers = new LinkedHashSet<String>();
    if (node.isTextual() && node.textValue().startsWith(STATE)) {
      pointers.add(node.textValue().substring(STATE.length()));
    }
    node.forEach(each -> pointers.addAll(pointers(each)));
    return pointers;
  }

  /// Adds what can be asserted of a state, and tells of which places.
  private Set<String> asserted(Step step, ActState state, List<Assertion> to) {
    var call = call(step.call());
    var places = new LinkedHashSet<String>();
    readings
        .telling(call)
        .ifPresent(
            telling ->
                readings
                    .selectors(call)
                    .forEach(
                        (pointer, selector) -> {
                          var value = state.at(pointer);
                          if (value.isValueNode()
                              && !value.isNull()
                              && !value.asText().startsWith("$")
                              && pointers(telling.parameters()).isEmpty()) {
                            to.add(new Assertion(telling, selector, value.asText()));
                            places.add(pointer);
                          }
                        }));
    return places;
  }
}
