package io.cofferdam.respond.playbook.run;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.respond.cases.ApprovalRequest;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.StepClass;
import io.cofferdam.respond.playbook.ActBinding;
import io.cofferdam.respond.playbook.Gate;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.StepRules;
import io.cofferdam.respond.playbook.run.Next.Waiting;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.respond.playbook.run.PlaybookEvent.StopReason;
import io.cofferdam.respond.spi.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One action of a run: it waits, is planned, asks for consent, and is done by the program or by a
/// person, in this order.
final class ActionStep {
  private static final int KEY = 24;
  private static final int LINE = 280;

  /// A branch or round on the way to a place: its step, a dot, and which.
  private static final Pattern BRANCH = Pattern.compile("[^/.]*\\.[^/]*/");

  private final Playbook book;
  private final String prefix;
  private final PlaybookStep.Action action;
  private final Interpreter it;
  private final String instance;
  private final Instance so;
  private final StepRules rules;

  ActionStep(Playbook book, String prefix, PlaybookStep.Action action, Interpreter it) {
    this.book = book;
    this.prefix = prefix;
    this.action = action;
    this.it = it;
    this.instance = prefix + action.head().id();
    this.so = it.state().instance(instance);
    this.rules = action.head().rules();
  }

  /// How it ended; empty while it has not.
  Optional<PlaybookEvent.Settled> look() {
    if (so.settled().isPresent()) {
      return settled(so.settled().get());
    }
    if (delayed() || late() || evidenceMissing()) {
      return Optional.empty();
    }
    var order = rules.act().flatMap(this::order);
    if (rules.act().isPresent()) {
      if (order.isEmpty()) {
        it.stop(instance, StopReason.VALUE_UNKNOWN, "what the act is aimed at is not all known");
        return Optional.empty();
      }
      if (so.plan().isEmpty()) {
        it.effects.add(new Next.Effect.Plan(instance, order.get()));
        return Optional.empty();
      }
    }
    if (rules.gate().isPresent() && so.passed().isEmpty()) {
      gate(rules.gate().get());
      return Optional.empty();
    }
    if (order.isPresent() && so.plan().filter(plan -> !plan.byHand()).isPresent()) {
      act(order.get());
    } else {
      person();
    }
    return Optional.empty();
  }

  private Optional<PlaybookEvent.Settled> settled(PlaybookEvent.Settled how) {
    var head = action.head();
    if (how.outcome() == Outcome.FAILED && head.onFailure().isEmpty()) {
      it.stop(instance, StopReason.STEP_FAILED, how.words());
      return Optional.empty();
    }
    return Optional.of(how);
  }

  private boolean delayed() {
    if (action.head().delay().isZero()) {
      return false;
    }
    if (so.delayedUntil().isEmpty()) {
      it.events.add(new PlaybookEvent.Delayed(instance, it.now().plus(action.head().delay())));
      return true;
    }
    var until = so.delayedUntil().get();
    if (it.now().isBefore(until)) {
      it.waits(instance, Waiting.Kind.TIME, "", action.head().title(), Optional.of(until));
      return true;
    }
    return false;
  }

  /// A person who does not answer within the step's time: it counts as failed.
  private boolean late() {
    var end = ends();
    if (end.isEmpty() || so.task().isEmpty() || it.now().isBefore(end.get()) || taskDone()) {
      return false;
    }
    so.task()
        .filter(task -> it.file().openTasks().stream().anyMatch(each -> each.id().equals(task)))
        .ifPresent(
            task ->
                it.asking.add(
                    new CaseEvent.TaskDone(it.now(), Interpreter.MACHINE, task, "out of time")));
    it.events.add(new PlaybookEvent.Settled(instance, Outcome.FAILED, "out of time", Map.of()));
    return true;
  }

  private Optional<Instant> ends() {
    return action.head().timeout().flatMap(span -> so.since().map(at -> at.plus(span)));
  }

  private boolean evidenceMissing() {
    for (var step : rules.evidenceBefore()) {
      var secured =
          it.state().instances().entrySet().stream()
              .filter(each -> ofThisDocument(each.getKey(), step))
              .flatMap(each -> each.getValue().settled().stream())
              .anyMatch(how -> how.outcome() == Outcome.DONE);
      if (!secured) {
        it.stop(instance, StopReason.EVIDENCE_MISSING, "`" + step + "` is not done");
        return true;
      }
    }
    return false;
  }

  /// Whether an instance is one of a step of this playbook, and not one of the same name in another
  /// that is called, or that calls this one.
  private boolean ofThisDocument(String key, String step) {
    var in = key.substring(0, key.lastIndexOf('/') + 1);
    return key.substring(in.length()).equals(step) && calls(in).equals(calls(prefix));
  }

  /// The calls on the way to a place, without the branches.
  private static String calls(String prefix) {
    return BRANCH.matcher(prefix).replaceAll("");
  }

  private Optional<ActOrder> order(ActBinding act) {
    var names = new TreeMap<String, String>();
    for (var each : act.target().entrySet()) {
      var value = Values.filled(each.getValue(), it.state().values());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      names.put(each.getKey(), value.get());
    }
    var account = Optional.ofNullable(names.remove("account")).orElse("");
    var region = Optional.ofNullable(names.remove("region")).orElse("");
    return Optional.of(
        new ActOrder(it.file().id(), key(), act.id(), new Target(account, region, names)));
  }

  private String key() {
    return so.key()
        .orElseGet(
            () ->
                it.state().run()
                    + "-"
                    + sha(it.file().id()
                            + " "
                            + it.state().run()
                            + " "
                            + instance
                            + " "
                            + so.attempt())
                        .substring(0, KEY));
  }

  private static String sha(String text) {
    return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private void gate(Gate gate) {
    if (so.gate().isEmpty()) {
      ask(gate, false);
      return;
    }
    var asked = so.gate().get();
    var status = it.file().approval(asked.request(), it.now());
    switch (status.orElse(new ApprovalStatus.Moot("the request is not there"))) {
      case ApprovalStatus.Granted _ ->
          it.events.add(new PlaybookEvent.GatePassed(instance, asked.request()));
      case ApprovalStatus.Waiting waits ->
          it.waits(
              instance,
              Waiting.Kind.GATE,
              asked.request(),
              action.head().title() + ": " + String.join(", ", waits.missing()),
              Optional.of(asked.expires()));
      case ApprovalStatus.Expired _ -> expired(gate, asked);
      case ApprovalStatus.Rejected no ->
          it.stop(instance, StopReason.GATE_REFUSED, "`" + no.by() + "` said no: " + no.why());
      case ApprovalStatus.Withdrawn gone ->
          it.stop(instance, StopReason.GATE_REFUSED, "it was withdrawn: " + gone.why());
      case ApprovalStatus.Used used ->
          it.stop(
              instance,
              StopReason.GATE_REFUSED,
              "it was used for act `" + used.act() + "` already");
      case ApprovalStatus.Moot moot -> it.stop(instance, StopReason.GATE_REFUSED, moot.why());
    }
  }

  private void expired(Gate gate, PlaybookEvent.GateAsked asked) {
    var approval = it.file().approvals().get(asked.request());
    if (approval != null && approval.ended().isEmpty()) {
      it.asking.add(new CaseEvent.ApprovalExpired(it.now(), Interpreter.MACHINE, asked.request()));
    }
    if (!asked.escalated() && gate.escalateTo().isPresent()) {
      ask(gate, true);
    } else if (gate.onExpiry() == Gate.OnExpiry.GO_ON) {
      it.events.add(new PlaybookEvent.GatePassed(instance, ""));
    } else {
      it.stop(instance, StopReason.GATE_EXPIRED, "nobody answered `" + asked.request() + "`");
    }
  }

  private void ask(Gate gate, boolean escalated) {
    var expires = it.now().plus(gate.expires());
    var plan = so.plan().filter(each -> !each.byHand());
    var hash = plan.map(PlaybookEvent.Planned::hash).orElseGet(this::hash);
    var request =
        new ApprovalRequest(
            it.file().id(),
            it.nextRequest(),
            hash,
            line(plan.map(PlaybookEvent.Planned::summary).orElseGet(this::title)),
            gate.rule(escalated, so.plan().map(PlaybookEvent.Planned::approvals).orElse(1)),
            Interpreter.MACHINE,
            expires);
    it.asking.add(new CaseEvent.ApprovalRequested(it.now(), Interpreter.MACHINE, request, ""));
    it.events.add(new PlaybookEvent.GateAsked(instance, request.id(), expires, escalated));
  }

  /// Of what people consent to where a person does it: the playbook, the place, and the values.
  private String hash() {
    return sha(
        book.hash()
            + "\n"
            + it.state().run()
            + "\n"
            + instance
            + "\n"
            + so.attempt()
            + "\n"
            + title());
  }

  private void act(ActOrder order) {
    if (so.key().isEmpty()) {
      it.events.add(new PlaybookEvent.Begun(instance, order.key()));
      return;
    }
    it.effects.add(
        new Next.Effect.Act(
            instance,
            order,
            so.plan().map(PlaybookEvent.Planned::hash).orElse(""),
            so.passed().orElse("")));
  }

  private void person() {
    if (so.task().isEmpty()) {
      var task = it.nextTask();
      it.asking.add(
          new CaseEvent.TaskAdded(
              it.now(),
              Interpreter.MACHINE,
              task,
              rules.step().orElse(StepClass.TRIAGE),
              line(title()),
              due()));
      it.events.add(new PlaybookEvent.Asked(instance, task));
      return;
    }
    var task = so.task().get();
    var known = it.file().tasks().get(task);
    if (known != null && !known.open()) {
      it.events.add(
          new PlaybookEvent.Settled(instance, Outcome.DONE, known.outcome().orElse(""), Map.of()));
      return;
    }
    it.waits(instance, Waiting.Kind.TASK, task, action.head().title(), ends());
  }

  private boolean taskDone() {
    return so.task().map(it.file().tasks()::get).filter(task -> !task.open()).isPresent();
  }

  private Optional<Instant> due() {
    var limit = rules.clock().flatMap(clock -> Clocks.due(clock, it.state().values()));
    var out = action.head().timeout().map(it.now()::plus);
    return limit.isPresent() && out.isPresent()
        ? Optional.of(limit.get().isBefore(out.get()) ? limit.get() : out.get())
        : limit.or(() -> out);
  }

  /// What people read: the step, with the values that are known.
  private String title() {
    var text = new StringBuilder(action.head().title());
    if (!action.out().isEmpty()) {
      text.append(" (tell ").append(String.join(", ", action.out())).append(")");
    }
    for (var name : action.in()) {
      text.append("; ")
          .append(name)
          .append(" ")
          .append(it.state().values().getOrDefault(name, "unknown"));
    }
    return text.toString();
  }

  private static String line(String text) {
    var plain = text.replaceAll("\\p{Cntrl}+", " ");
    return plain.length() > LINE ? plain.substring(0, LINE) + "..." : plain;
  }

  String instance() {
    return prefix + action.head().id();
  }
}
