package io.cofferdam.respond.export.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.export.Script;
import io.cofferdam.respond.export.Script.Assertion;
import io.cofferdam.respond.export.Script.Call;
import io.cofferdam.respond.export.Script.Read;
import io.cofferdam.respond.export.Script.Take;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes a planned act as two state machines that make its calls themselves: one acts, one goes
/// back. Their input has `topics.consent`; that of going back also `made`, as the output of the
/// machine that acted has it, where the act made something.
///
/// As in a document of Automation, a call that failed is not undone, and those before it are.
///
/// Source: the developer guide's page supported-services-awssdk.html: operations begin with a small
/// letter, members with a capital.
public final class AslAct {
  private static final int WAIT_FOR_PEOPLE = 14_400;
  private static final int WAIT_FOR_AWS = 30;
  private static final String STATE = "$state:";

  /// Services whose own models begin members with a small letter.
  private static final Set<String> SMALL = Set.of("bedrock", "ecr");

  private static final Pattern MEMBER = Pattern.compile("(?<=\\.)[a-z]");

  private final Script script;
  private final ObjectNode states = Asl.object();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();

  private AslAct(Script script) {
    this.script = script;
  }

  /// The machine that acts.
  public static ObjectNode act(Script script) {
    return new AslAct(script).machine(false);
  }

  /// The machine that goes back.
  public static ObjectNode back(Script script) {
    var asl = new AslAct(script);
    script.given().forEach(take -> asl.paths.put(take.pointer(), "$.made." + take.name()));
    return asl.machine(true);
  }

  private ObjectNode machine(boolean back) {
    var machine = Asl.object();
    var plan = script.plan();
    machine.put(
        "Comment",
        (back ? "Back: " : "")
            + script.title()
            + ". Plan "
            + plan.hash()
            + ", case mark "
            + plan.mark());
    machine.put("StartAt", "Ask");
    machine.set("States", states);
    var message =
        Asl.object()
            .put("kind", "consent")
            .put("what", (back ? "Back: " : "") + script.title())
            .put("plan", plan.hash())
            .put("quorum", plan.approvals())
            .put("run.$", "$$.Execution.Name");
    var steps = message.putArray("steps");
    script.steps().forEach(step -> steps.add(step.words()));
    var ask = Asl.ask("$.topics.consent", message, WAIT_FOR_PEOPLE, "$.consent");
    Asl.caught(ask, "States.ALL", "Stopped");
    states.set("Ask", ask.put("Next", "Consent"));
    var next =
        back
            ? compared(
                "Ours",
                script.after(),
                goingBack(compared("Before", script.before(), done(), true)),
                false)
            : compared("Before", script.before(), acting(), false);
    states.set(
        "Consent",
        Asl.choice(List.of(Asl.consent(plan.approvals(), "Place")), Optional.of("Refused")));
    states.set("Place", place(next));
    states.set("Refused", Asl.fail("Refused", "those who were asked did not consent"));
    states.set("Stopped", Asl.fail("Stopped", "nobody answered in time, or a call failed"));
    states.set("WrongPlace", Asl.fail("WrongPlace", "the plan is for " + script.target()));
    return machine;
  }

  private ObjectNode place(String next) {
    var target = script.plan().target();
    var arn =
        "arn:aws*:states:"
            + (target.region().isEmpty() ? "*" : target.region())
            + ":"
            + target.account()
            + ":*";
    return Asl.choice(
        List.of(
            Asl.test("$$.Execution.Id", "StringMatches", TextNode.valueOf(arn)).put("Next", next)),
        Optional.of("WrongPlace"));
  }

  private String done() {
    states.set("Done", Asl.succeed());
    return "Done";
  }

  /// Calls that read and compare one value each; the name of the first state.
  private String compared(String prefix, List<Assertion> all, String next, boolean late) {
    var following = next;
    for (int i = all.size(); i >= 1; i--) {
      var each = all.get(i - 1);
      var name = prefix + i;
      var read = call(each.call());
      read.putObject("ResultSelector").put("value.$", selector(each.call(), each.selector()));
      read.put("ResultPath", "$.seen").put("Next", name + "Compared");
      Asl.caught(read, "States.ALL", "Stopped");
      states.set(name, read);
      states.set(
          name + "Compared",
          Asl.choice(
              List.of(equal("$.seen.value", each.value()).put("Next", following)),
              Optional.of("Changed")));
      following = name;
      states.set("Changed", Asl.fail("Changed", "a value is not the one that the plan says"));
    }
    if (late && !all.isEmpty()) {
      states
          .putObject(prefix + "Shown")
          .put("Type", "Wait")
          .put("Seconds", WAIT_FOR_AWS)
          .put("Next", following);
      return prefix + "Shown";
    }
    return following;
  }

  private static ObjectNode equal(String path, String value) {
    var text = Asl.test(path, "StringEquals", TextNode.valueOf(value));
    return value.equals("true") || value.equals("false")
        ? Asl.group(
            "Or",
            List.of(
                text,
                Asl.object().put("Variable", path).put("BooleanEquals", Boolean.valueOf(value))))
        : text;
  }

  /// The steps and what undoes them; the name of the first state.
  private String acting() {
    var steps = script.steps();
    for (int i = 0; i < steps.size(); i++) {
      for (var take : steps.get(i).gives()) {
        paths.put(take.pointer(), "$.made." + take.name());
      }
    }
    var after = compared("After", script.after(), done(), true);
    if (script.steps().stream().anyMatch(step -> !step.gives().isEmpty())) {
      var begin = Asl.object().put("Type", "Pass");
      begin.putObject("Result");
      states.set("Made", begin.put("ResultPath", "$.made").put("Next", ""));
    }
    var following = after;
    for (int i = steps.size() - 1; i >= 0; i--) {
      following = step(i, steps.get(i), following);
    }
    if (states.path("Made") instanceof ObjectNode begin) {
      begin.put("Next", following);
      return "Made";
    }
    return following;
  }

  private String step(int i, Script.Step step, String next) {
    var name = "Step" + (i + 1);
    var failed = undone(i - 1);
    var entry = reads(name, step.reads(), failed);
    var state = call(step.call());
    state.put("Comment", step.words());
    if (step.gives().isEmpty()) {
      state.putNull("ResultPath");
    } else {
      var selector = state.putObject("ResultSelector");
      step.gives().forEach(take -> selector.put(take.name() + ".$", take.selector()));
      state.put("ResultPath", "$.given");
    }
    Asl.caught(state, "States.ALL", failed);
    if (step.gives().isEmpty()) {
      states.set(name, state.put("Next", next));
    } else {
      states.set(name, state.put("Next", name + "Kept"));
      states.set(
          name + "Kept",
          Asl.pass(
              "$.keep",
              Asl.object().put("all.$", "States.JsonMerge($.made, $.given, false)"),
              name + "Made"));
      var made = Asl.object().put("Type", "Pass").put("InputPath", "$.keep.all");
      states.set(name + "Made", made.put("ResultPath", "$.made").put("Next", next));
    }
    return entry.orElse(name);
  }

  /// Readings before a state; the name of the first, where there are any.
  private Optional<String> reads(String before, List<Read> reads, String failed) {
    Optional<String> first = Optional.empty();
    var next = before;
    for (int k = reads.size(); k >= 1; k--) {
      var read = reads.get(k - 1);
      var name = before + "Read" + k;
      var state = call(read.call());
      var place = "read" + before + k;
      state
          .putObject("ResultSelector")
          .put("value.$", selector(read.call(), read.take().selector()));
      state.put("ResultPath", "$." + place).put("Next", next);
      Asl.caught(state, "States.ALL", failed);
      states.set(name, state);
      paths.put(read.take().pointer(), "$." + place + ".value");
      next = name;
      first = Optional.of(name);
    }
    return first;
  }

  /// The state from which the steps up to one are undone; written where it is not yet.
  private String undone(int upTo) {
    for (int i = upTo; i >= 0; i--) {
      var undo = script.steps().get(i).undo();
      if (undo.isPresent()) {
        var name = "Undo" + (i + 1);
        if (!states.has(name)) {
          var next = undone(i - 1).equals("Stopped") ? "Undone" : undone(i - 1);
          states.set("Undone", Asl.fail("Undone", "a call failed; what was made before is undone"));
          var entry = reads(name, undo.get().reads(), next);
          var state = call(undo.get().call());
          state.putNull("ResultPath").put("Next", next);
          Asl.caught(state, "States.ALL", next);
          states.set(name, state);
          entry.ifPresent(first -> entries.put(name, first));
        }
        return entries.getOrDefault(name, name);
      }
    }
    return "Stopped";
  }

  private String goingBack(String next) {
    var following = next;
    for (int i = 0; i < script.steps().size(); i++) {
      var undo = script.steps().get(i).undo();
      if (undo.isPresent()) {
        var name = "Undo" + (i + 1);
        var entry = reads(name, undo.get().reads(), "Stopped");
        var state = call(undo.get().call());
        state.putNull("ResultPath").put("Next", following);
        Asl.caught(state, "States.ALL", "Stopped");
        states.set(name, state);
        following = entry.orElse(name);
      }
    }
    return following;
  }

  private ObjectNode call(Call call) {
    var operation =
        call.operation().substring(0, 1).toLowerCase(Locale.ROOT) + call.operation().substring(1);
    var state =
        Asl.object()
            .put("Type", "Task")
            .put("Resource", "arn:aws:states:::aws-sdk:" + call.service() + ":" + operation);
    state.set("Parameters", filled(call.parameters(), SMALL.contains(call.service())));
    return state;
  }

  private static String selector(Call call, String selector) {
    return SMALL.contains(call.service())
        ? MEMBER.matcher(selector).replaceAll(each -> each.group().toUpperCase(Locale.ROOT))
        : selector;
  }

  private JsonNode filled(JsonNode node, boolean small) {
    if (node instanceof ObjectNode object) {
      var copy = Asl.object();
      for (var member : object.properties()) {
        var name =
            small
                ? member.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                    + member.getKey().substring(1)
                : member.getKey();
        var path = path(member.getValue());
        if (path.isPresent()) {
          copy.put(name + ".$", path.get());
        } else {
          copy.set(name, filled(member.getValue(), small));
        }
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = array.arrayNode();
      array.forEach(each -> copy.add(filled(each, small)));
      return copy;
    }
    return node;
  }

  /// Where the run has what only it can tell; a list of such things is made on the way.
  private Optional<String> path(JsonNode value) {
    if (value.isTextual() && value.textValue().startsWith(STATE)) {
      return Optional.of(taken(value));
    }
    if (value instanceof ArrayNode array
        && !array.isEmpty()
        && array
            .valueStream()
            .allMatch(each -> each.isTextual() && each.textValue().startsWith(STATE))) {
      var parts = new ArrayList<String>();
      array.forEach(each -> parts.add(taken(each)));
      return Optional.of("States.Array(" + String.join(", ", parts) + ")");
    }
    return Optional.empty();
  }

  private String taken(JsonNode text) {
    var pointer = text.textValue().substring(STATE.length());
    return paths.getOrDefault(pointer, "$.made." + new Take(pointer, "", "").name());
  }
}
