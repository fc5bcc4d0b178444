package io.cofferdam.respond.playbook.run;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.playbook.Playbook;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What the events of one run add up to.
///
/// INVARIANT: the same events give the same state, on every machine and at every time.
public final class RunState {
  private final String run;
  private final Documents reading;
  private Map<String, Playbook> documents = Map.of();
  private Optional<Playbook> main = Optional.empty();
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final Set<String> order = new LinkedHashSet<>();
  private final Set<String> told = new LinkedHashSet<>();
  private boolean acts;
  private boolean back;
  private boolean ended;
  private boolean wentBack;
  private int tasks;
  private int requests;
  private Instant started = Instant.EPOCH;

  private RunState(String run, Documents reading) {
    this.run = run;
    this.reading = reading;
  }

  /// The state of a run; empty where the case has none of that name.
  ///
  /// @throws CofferdamException CFD-RESPOND-0340 where what is kept is no run
  public static Optional<RunState> of(CaseFile file, String run) {
    return of(file, run, new Documents());
  }

  /// The same, with documents that were read before.
  ///
  /// @throws CofferdamException CFD-RESPOND-0340 where what is kept is no run
  static Optional<RunState> of(CaseFile file, String run, Documents documents) {
    var state = new RunState(run, documents);
    boolean any = false;
    for (var kept : file.playbooks()) {
      if (kept.run().equals(run)) {
        any = true;
        state.take(kept);
      }
    }
    return any ? Optional.of(state) : Optional.empty();
  }

  /// The names of all runs of a case, in their order.
  public static List<String> runs(CaseFile file) {
    return file.playbooks().stream().map(CaseEvent.PlaybookRecorded::run).distinct().toList();
  }

  private void take(CaseEvent.PlaybookRecorded kept) {
    try {
      take(PlaybookEventJson.read(kept.step(), kept.payload()), kept.at());
    } catch (IOException bad) {
      throw new CofferdamException(
          "CFD-RESPOND-0340",
          ErrorCategory.UNAVAILABLE,
          "an event of run `" + run + "` cannot be read: " + bad.getMessage(),
          "a newer program may have written it: use that one",
          bad);
    }
  }

  private void take(PlaybookEvent event, Instant at) throws IOException {
    switch (event) {
      case PlaybookEvent.Started it -> start(it, at);
      case PlaybookEvent.Delayed it -> change(it.instance(), i -> i.delayed(it.until()));
      case PlaybookEvent.Decided it -> change(it.instance(), i -> i.decided(it.branch()));
      case PlaybookEvent.Planned it -> change(it.instance(), i -> i.planned(it));
      case PlaybookEvent.GateAsked it -> {
        requests++;
        change(it.instance(), i -> i.asking(it));
      }
      case PlaybookEvent.GatePassed it -> change(it.instance(), i -> i.passed(it.request()));
      case PlaybookEvent.Asked it -> {
        tasks++;
        change(it.instance(), i -> i.asked(it.task(), at));
      }
      case PlaybookEvent.Begun it -> {
        order.add(it.instance());
        change(it.instance(), i -> i.begun(it.key(), at));
      }
      case PlaybookEvent.Settled it -> {
        order.remove(it.instance());
        order.add(it.instance());
        values.putAll(it.values());
        change(it.instance(), i -> i.settled(it));
      }
      case PlaybookEvent.Stopped it -> change(it.instance(), i -> i.stopped(it));
      case PlaybookEvent.ClockTold it -> told.add(clock(it.step(), it.passed()));
      case PlaybookEvent.WentOn it -> {
        values.putAll(it.values());
        back = false;
        ended = false;
        wentBack = false;
        instances.replaceAll((_, i) -> i.goneOn());
      }
      case PlaybookEvent.TurnedBack _ -> {
        boolean already = back;
        back = true;
        ended = false;
        wentBack = false;
        instances.replaceAll((_, i) -> already ? i.backAgain() : i.turnedBack());
      }
      case PlaybookEvent.BackBegun it -> change(it.instance(), Instance::backBegins);
      case PlaybookEvent.BackAsked it -> {
        tasks++;
        change(it.instance(), i -> i.backAsked(it.task()));
      }
      case PlaybookEvent.BackSettled it -> {
        change(it.instance(), i -> i.backSettled(it.stays()));
        if (!it.stays()) {
          order.remove(it.instance());
        }
      }
      case PlaybookEvent.WentBack _ -> wentBack = true;
      case PlaybookEvent.Ended _ -> ended = true;
    }
  }

  private void start(PlaybookEvent.Started it, Instant at) throws IOException {
    var read = new LinkedHashMap<String, Playbook>();
    for (var document : it.documents()) {
      var playbook =
          reading.read(document).orElseThrow(() -> new IOException("its playbook cannot be read"));
      read.put(playbook.id(), playbook);
    }
    documents = Collections.unmodifiableMap(read);
    main = read.values().stream().findFirst();
    values.putAll(it.values());
    acts = it.acts();
    read.values()
        .forEach(
            playbook ->
                playbook
                    .variables()
                    .values()
                    .forEach(
                        each ->
                            each.value()
                                .ifPresent(value -> values.putIfAbsent(each.name(), value))));
    started = at;
  }

  private void change(String instance, UnaryOperator<Instance> change) {
    instances.put(instance, change.apply(instances.getOrDefault(instance, Instance.NEW)));
  }

  static String clock(String step, boolean passed) {
    return step + (passed ? " passed" : " near");
  }

  public String run() {
    return run;
  }

  /// The playbook that it runs.
  public Playbook playbook() {
    return main.orElseThrow(
        () ->
            new CofferdamException(
                "CFD-RESPOND-0344",
                ErrorCategory.UNAVAILABLE,
                "run `" + run + "` has no playbook [an event that started it]",
                "the ledger beside the store holds every event; restore a backup"));
  }

  /// Those that it can call, and itself, by id.
  public Map<String, Playbook> documents() {
    return documents;
  }

  /// What is known, by variable.
  public Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  public Instant started() {
    return started;
  }

  /// Whether the program carries out its acts; where not, people do.
  public boolean acts() {
    return acts;
  }

  /// Whether a person turned it back.
  public boolean back() {
    return back;
  }

  /// Steps that were done well, in the order in which they were.
  public List<String> done() {
    return order.stream()
        .filter(
            each ->
                instance(each)
                    .settled()
                    .filter(it -> it.outcome() == PlaybookEvent.Outcome.DONE)
                    .isPresent())
        .toList();
  }

  boolean ended() {
    return ended;
  }

  boolean wentBack() {
    return wentBack;
  }

  Instance instance(String id) {
    return instances.getOrDefault(id, Instance.NEW);
  }

  Map<String, Instance> instances() {
    return Collections.unmodifiableMap(instances);
  }

  /// What may have changed something and is not undone, the latest first.
  List<String> toUndo() {
    var left = new ArrayList<>(order.stream().filter(each -> instance(each).touched()).toList());
    Collections.reverse(left);
    return left;
  }

  boolean clockTold(String step, boolean passed) {
    return told.contains(clock(step, passed));
  }

  int tasks() {
    return tasks;
  }

  int requests() {
    return requests;
  }
}
