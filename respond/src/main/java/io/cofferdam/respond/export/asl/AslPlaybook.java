package io.cofferdam.respond.export.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.export.Refused;
import io.cofferdam.respond.playbook.Gate;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.PlaybookStep.Head;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes a playbook as a state machine: people are told their tasks and asked for consent by
/// topics, and the machine waits for their answers.
///
/// Its input has `values` (the playbook's variables), `topics.tasks` and `topics.consent` (ARNs),
/// and `machines` (by the short name of each playbook that it calls, its ARN).
public final class AslPlaybook {
  /// How long somebody may work on a task where the playbook says nothing.
  private static final Duration LONGEST_TASK = Duration.ofDays(7);

  private final Playbook playbook;
  private final Function<String, Optional<Playbook>> others;
  private int loops;

  private AslPlaybook(Playbook playbook, Function<String, Optional<Playbook>> others) {
    this.playbook = playbook;
    this.others = others;
  }

  /// The machine.
  ///
  /// @param playbook one without flaws
  /// @param others the playbooks that it calls, by id
  /// @throws io.cofferdam.model.CofferdamException CFD-RESPOND-0355 where a step may destroy and
  ///     nobody consents before
  public static ObjectNode of(Playbook playbook, Function<String, Optional<Playbook>> others) {
    return new AslPlaybook(playbook, others).machine();
  }

  private ObjectNode machine() {
    var machine = Asl.object();
    machine.put(
        "Comment", playbook.name() + " (" + playbook.slug() + ", sha256 " + playbook.hash() + ")");
    machine.put("StartAt", "Input");
    var scope = new AslScope(machine.putObject("States"), "");
    var needed = new ArrayList<ObjectNode>();
    needed.add(Asl.present("$.values", false));
    needed.add(Asl.present("$.topics.tasks", false));
    needed.add(Asl.present("$.topics.consent", false));
    var defaults = Asl.object();
    for (var each : playbook.variables().values()) {
      each.value().ifPresent(value -> defaults.put(each.name(), value));
      if (each.external() && each.value().isEmpty()) {
        var path = AslCondition.path(each.name()).replace("$.values.all", "$.values");
        needed.add(Asl.present(path, false));
      }
    }
    scope
        .states()
        .set(
            "Input",
            Asl.choice(
                List.of(Asl.group("Or", needed).put("Next", "Incomplete")),
                Optional.of("Defaults")));
    scope
        .states()
        .set(
            "Incomplete",
            Asl.fail("Incomplete", "the input lacks a value or a topic that the playbook needs"));
    var begin = Asl.object().put("Type", "Pass");
    begin.set("Result", defaults);
    scope.states().set("Defaults", begin.put("ResultPath", "$.defaults").put("Next", "Values"));
    var first = playbook.at(playbook.start()).head().after().orElseThrow();
    var values = Asl.object().put("all.$", "States.JsonMerge($.defaults, $.values, false)");
    var next = Asl.pass("$.values", values, "");
    scope.states().set("Values", next);
    next.put("Next", entry(scope, first, Optional.empty()));
    return machine;
  }

  /// The state with which a step begins; writes it where it is not written yet.
  ///
  /// @param follows the state that follows the end of the branch
  private String entry(AslScope scope, String id, Optional<String> follows) {
    var step = playbook.at(id);
    var head = step.head();
    if (step instanceof PlaybookStep.End) {
      return scope.end(id, follows);
    }
    if (!scope.has(id)) {
      scope.states().putObject(id);
      write(scope, step, follows);
    }
    var gated = head.rules().gate().isPresent() ? id + "--gate" : id;
    return head.delay().isPositive() ? id + "--delay" : gated;
  }

  private void write(AslScope scope, PlaybookStep step, Optional<String> follows) {
    var head = step.head();
    var after = entry(scope, head.after().orElseThrow(), follows);
    var failed = head.onFailure().map(to -> entry(scope, to, follows)).orElseGet(scope::stopped);
    head.rules().gate().ifPresent(gate -> gate(scope, head, gate));
    if (head.delay().isPositive()) {
      scope
          .states()
          .putObject(head.id() + "--delay")
          .put("Type", "Wait")
          .put("Seconds", seconds(head.delay()))
          .put("Next", head.rules().gate().isPresent() ? head.id() + "--gate" : head.id());
    }
    switch (step) {
      case PlaybookStep.Action action -> action(scope, action, after, failed);
      case PlaybookStep.Call call -> call(scope, call, after, failed);
      case PlaybookStep.Parallel parallel -> parallel(scope, parallel, after, failed);
      case PlaybookStep.If choice -> {
        var rules = new ArrayList<ObjectNode>();
        AslCondition.unknown(choice.condition())
            .ifPresent(each -> rules.add(each.put("Next", scope.unknown())));
        rules.add(
            AslCondition.rule(choice.condition())
                .put("Next", entry(scope, choice.onTrue(), Optional.of(after))));
        var no = choice.onFalse().map(to -> entry(scope, to, Optional.of(after))).orElse(after);
        scope.states().set(head.id(), Asl.choice(rules, Optional.of(no)));
      }
      case PlaybookStep.Switch choice -> {
        var rules = new ArrayList<ObjectNode>();
        rules.add(
            Asl.present(AslCondition.path(choice.variable()), false).put("Next", scope.unknown()));
        choice
            .cases()
            .forEach(
                (value, to) -> {
                  if (!value.equals(PlaybookStep.Switch.DEFAULT)) {
                    rules.add(
                        AslCondition.is(choice.variable(), value)
                            .put("Next", entry(scope, to, Optional.of(after))));
                  }
                });
        var otherwise =
            Optional.ofNullable(choice.cases().get(PlaybookStep.Switch.DEFAULT))
                .map(to -> entry(scope, to, Optional.of(after)))
                .orElseGet(scope::unknown);
        scope.states().set(head.id(), Asl.choice(rules, Optional.of(otherwise)));
      }
      case PlaybookStep.While loop -> loop(scope, loop, after);
      case PlaybookStep.Start _, PlaybookStep.End _ -> scope.states().remove(head.id());
    }
  }

  private void action(AslScope scope, PlaybookStep.Action action, String after, String failed) {
    var head = action.head();
    if (action.mayDestroy() && head.rules().gate().isEmpty()) {
      throw Refused.ungated(head.id());
    }
    var message = message(head, "task");
    var todo = message.putArray("do");
    action.commands().forEach(each -> todo.add(each.text()));
    message.put("done-when", head.rules().doneWhen());
    var tell = message.putArray("tell");
    action.out().forEach(tell::add);
    head.rules().who().ifPresent(who -> message.put("who", who.word()));
    head.rules()
        .act()
        .ifPresent(
            act -> {
              var bound = message.putObject("act").put("id", act.id());
              act.target().forEach(bound.putObject("target")::put);
            });
    message.put("values.$", "$.values.all");
    var state =
        Asl.ask("$.topics.tasks", message, seconds(head.timeout().orElse(LONGEST_TASK)), "$.told");
    Asl.caught(state, "States.ALL", failed);
    state.put("Next", action.out().isEmpty() ? after : head.id() + "--told");
    scope.states().set(head.id(), state);
    if (!action.out().isEmpty()) {
      scope.merge(head.id() + "--told", "$.told", after);
    }
  }

  private ObjectNode message(Head head, String kind) {
    return Asl.object()
        .put("kind", kind)
        .put("run.$", "$$.Execution.Name")
        .put("playbook", playbook.slug())
        .put("step", head.id())
        .put("title", head.title());
  }

  private void gate(AslScope scope, Head head, Gate gate) {
    var id = head.id();
    var escalates = gate.escalateTo().isPresent();
    var expired = gate.onExpiry() == Gate.OnExpiry.GO_ON ? id : scope.stopped();
    asked(scope, head, gate, "--gate", escalates ? id + "--escalated" : expired);
    if (escalates) {
      asked(scope, head, gate, "--escalated", expired);
    }
    scope
        .states()
        .set(
            id + "--consent",
            Asl.choice(List.of(Asl.consent(gate.quorum(), id)), Optional.of(scope.refused())));
  }

  private void asked(AslScope scope, Head head, Gate gate, String suffix, String expired) {
    var message = message(head, "consent");
    message.put("to", Worded.class.isInstance(gate.kind()) ? gate.kind().word() : "");
    message.put("quorum", gate.quorum());
    words(message, "from", gate.from());
    var must = new ArrayList<Worded>(gate.including());
    if (suffix.equals("--escalated")) {
      gate.escalateTo().ifPresent(must::add);
    }
    words(message, "including", must);
    message.put("values.$", "$.values.all");
    var state = Asl.ask("$.topics.consent", message, seconds(gate.expires()), "$.consent");
    Asl.caught(state, "States.Timeout", expired);
    Asl.caught(state, "States.ALL", scope.stopped());
    scope.states().set(head.id() + suffix, state.put("Next", head.id() + "--consent"));
  }

  private static void words(ObjectNode message, String name, Collection<? extends Worded> set) {
    var array = message.putArray(name);
    set.stream().map(Worded::word).sorted().forEach(array::add);
  }

  private void call(AslScope scope, PlaybookStep.Call call, String after, String failed) {
    var head = call.head();
    var slug = others.apply(call.playbook()).map(Playbook::slug).orElse(call.playbook());
    var state =
        Asl.object()
            .put("Type", "Task")
            .put("Resource", "arn:aws:states:::states:startExecution.sync:2");
    var parameters = state.putObject("Parameters");
    parameters.put("StateMachineArn.$", "$.machines['" + slug + "']");
    parameters
        .putObject("Input")
        .put("values.$", "$.values.all")
        .put("topics.$", "$.topics")
        .put("machines.$", "$.machines")
        .put("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$", "$$.Execution.Id");
    state.putObject("ResultSelector").put("all.$", "$.Output.values.all");
    Asl.caught(state.put("ResultPath", "$.told"), "States.ALL", failed);
    scope.states().set(head.id(), state.put("Next", head.id() + "--told"));
    scope.merge(head.id() + "--told", "$.told.all", after);
  }

  private void parallel(
      AslScope scope, PlaybookStep.Parallel parallel, String after, String failed) {
    var id = parallel.head().id();
    var state = Asl.object().put("Type", "Parallel");
    var branches = state.putArray("Branches");
    int number = 0;
    for (var first : parallel.next()) {
      number++;
      var branch = branches.addObject();
      var begin = id + "--branch-" + number;
      branch.put("StartAt", begin);
      var inside = new AslScope(branch.putObject("States"), id + " " + number);
      var fresh = Asl.object().put("Type", "Pass");
      fresh.putObject("Result").putObject("all");
      inside.states().set(begin, fresh.put("ResultPath", "$.fresh"));
      fresh.put("Next", entry(inside, first, Optional.empty()));
      var joins = id + "--join-" + number;
      scope.merge(
          joins,
          "$.branches[" + (number - 1) + "].fresh.all",
          number == parallel.next().size() ? after : id + "--join-" + (number + 1));
    }
    Asl.caught(state.put("ResultPath", "$.branches"), "States.ALL", failed);
    scope.states().set(id, state.put("Next", id + "--join-1"));
  }

  private void loop(AslScope scope, PlaybookStep.While loop, String after) {
    var id = loop.head().id();
    loops++;
    var count = "$.rounds" + loops;
    var begin = Asl.object().put("Type", "Pass");
    begin.putObject("Result").put("made", 0);
    scope.states().set(id, begin.put("ResultPath", count).put("Next", id + "--again"));
    scope
        .states()
        .set(
            id + "--count",
            Asl.pass(
                count,
                Asl.object().put("made.$", "States.MathAdd(" + count + ".made, 1)"),
                id + "--again"));
    scope.states().putObject(id + "--again");
    var rules = new ArrayList<ObjectNode>();
    AslCondition.unknown(loop.condition())
        .ifPresent(each -> rules.add(each.put("Next", scope.unknown())));
    var many =
        Asl.object()
            .put("Variable", count + ".made")
            .put("NumericGreaterThanEquals", loop.head().rules().rounds());
    rules.add(
        Asl.group("And", List.of(AslCondition.rule(loop.condition()), many))
            .put("Next", scope.stopped()));
    rules.add(
        AslCondition.rule(loop.condition())
            .put("Next", entry(scope, loop.onTrue(), Optional.of(id + "--count"))));
    scope.states().set(id + "--again", Asl.choice(rules, Optional.of(after)));
  }

  private static long seconds(Duration span) {
    return Math.max(1, span.toSeconds());
  }
}
