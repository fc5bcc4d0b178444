package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.StepClass;
import io.cofferdam.respond.playbook.Inverse;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.run.Next.Waiting;
import io.cofferdam.respond.spi.Target;
import java.util.Optional;
import java.util.TreeMap;

/// The way back: what was done is undone, the latest first, one after the other.
final class BackSteps {
  private static final int LINE = 280;

  private final RunState state;
  private final Interpreter it;

  BackSteps(RunState state, Interpreter it) {
    this.state = state;
    this.it = it;
  }

  void look() {
    var left = state.toUndo();
    if (left.isEmpty()) {
      it.events.add(new PlaybookEvent.WentBack());
      return;
    }
    var instance = left.getFirst();
    var so = state.instance(instance);
    if (so.stopped().isPresent()) {
      it.stands(instance, so.stopped().get());
      return;
    }
    var step = step(instance);
    if (step.isEmpty()) {
      it.events.add(new PlaybookEvent.BackSettled(instance, true, "it has no step any more"));
      return;
    }
    var rules = step.get().head().rules();
    switch (rules.inverse().orElse(new Inverse.None("it changed nothing"))) {
      case Inverse.None none ->
          it.events.add(new PlaybookEvent.BackSettled(instance, true, none.why()));
      case Inverse.ByHand hand -> person(instance, so, step.get(), hand.words());
      case Inverse.ByAct _ -> {
        if (so.key().isPresent()) {
          act(instance, so, step.get());
        } else if (so.plan().isEmpty() && so.task().isEmpty()) {
          it.events.add(new PlaybookEvent.BackSettled(instance, true, "it was so before"));
        } else {
          person(instance, so, step.get(), "undo: " + step.get().head().title());
        }
      }
    }
  }

  private void act(String instance, Instance so, PlaybookStep step) {
    if (!so.backBegun()) {
      it.events.add(new PlaybookEvent.BackBegun(instance));
      return;
    }
    var act = step.head().rules().act().orElseThrow();
    var names = new TreeMap<String, String>();
    act.target()
        .forEach((name, text) -> names.put(name, Values.filled(text, state.values()).orElse("")));
    var account = Optional.ofNullable(names.remove("account")).orElse("");
    var region = Optional.ofNullable(names.remove("region")).orElse("");
    it.effects.add(
        new Next.Effect.Back(
            instance,
            new ActOrder(
                it.file().id(),
                so.key().orElseThrow(),
                act.id(),
                new Target(account, region, names))));
  }

  private void person(String instance, Instance so, PlaybookStep step, String words) {
    if (so.backTask().isEmpty()) {
      var task = it.nextTask();
      var line = words.replaceAll("\\p{Cntrl}+", " ");
      it.asking.add(
          new CaseEvent.TaskAdded(
              it.now(),
              Interpreter.MACHINE,
              task,
              step.head().rules().step().orElse(StepClass.RECOVERY),
              line.length() > LINE ? line.substring(0, LINE) + "..." : line,
              Optional.empty()));
      it.events.add(new PlaybookEvent.BackAsked(instance, task));
      return;
    }
    var task = it.file().tasks().get(so.backTask().get());
    if (task != null && !task.open()) {
      it.events.add(new PlaybookEvent.BackSettled(instance, false, task.outcome().orElse("")));
      return;
    }
    it.waits(instance, Waiting.Kind.TASK, so.backTask().get(), words, Optional.empty());
  }

  /// The step of a place: its way leads through the playbooks that were called.
  private Optional<PlaybookStep> step(String instance) {
    Playbook book = state.playbook();
    var parts = instance.split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      if (book.step(parts[i]).orElse(null) instanceof PlaybookStep.Call call) {
        var called = state.documents().get(call.playbook());
        if (called == null) {
          return Optional.empty();
        }
        book = called;
      }
    }
    return book.step(parts[parts.length - 1]);
  }
}
