package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.ChangeTimeline.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/// The settings of an account and of one or more of its containers over time, as far as the changes
/// and the spans in which every change would have been seen tell them.
final class AzureTimelines {
  private static final int MOST_STATES = 64;

  private final Map<AzureSetting.Name, ChangeTimeline<AzureSetting>> account =
      new EnumMap<>(AzureSetting.Name.class);
  private final Map<ResourceId, ChangeTimeline<AzureSetting>> levels = new TreeMap<>();
  private final boolean whole;
  private final AzureGate gate;

  /// @param containers asked about; for a whole account those that any log names
  /// @param whole whether the question is about an account, which may hold further containers
  /// @param activity spans in which every change of the account would have been seen
  /// @param endpoint spans in which every change of a container would have been seen
  AzureTimelines(
      List<AzureChange> changes,
      Set<ResourceId> containers,
      boolean whole,
      List<Window> activity,
      List<Window> endpoint,
      AzureGate gate) {
    this.whole = whole;
    this.gate = gate;
    for (var name : AzureSetting.Name.values()) {
      if (name != AzureSetting.Name.LEVEL) {
        account.put(
            name,
            new ChangeTimeline<>(
                changes.stream().filter(c -> c.name() == name).map(AzureChange::change).toList(),
                activity));
      }
    }
    for (var container : containers) {
      levels.put(
          container,
          new ChangeTimeline<>(
              changes.stream()
                  .filter(c -> c.resource().equals(container) || endsAll(c))
                  .map(AzureChange::change)
                  .toList(),
              endpoint));
    }
  }

  /// The deletion of an account deletes its containers.
  private static boolean endsAll(AzureChange change) {
    return change.name() == AzureSetting.Name.THERE
        && change.change().value() instanceof Part.Absent<AzureSetting>;
  }

  void edges(NavigableSet<Instant> into) {
    account.values().forEach(t -> t.edges(into));
    levels.values().forEach(t -> t.edges(into));
  }

  /// Whether no setting can have changed in a span that no edge lies inside of.
  boolean constant(Window span) {
    return account.values().stream().allMatch(t -> t.at(span).values().size() == 1)
        && levels.values().stream().allMatch(t -> t.at(span).values().size() == 1);
  }

  /// Whether anyone without a credential reads something: open where one container is, closed where
  /// each is and, of a whole account, where no container could be open.
  Judgement judge(Window span) {
    var accountHeld = new EnumMap<AzureSetting.Name, Held<AzureSetting>>(AzureSetting.Name.class);
    account.forEach((name, timeline) -> accountHeld.put(name, timeline.at(span)));
    var judgements = new ArrayList<Judgement>();
    if (whole) {
      judgements.add(judge(accountHeld));
    }
    for (var level : levels.entrySet()) {
      var held = new EnumMap<>(accountHeld);
      held.put(AzureSetting.Name.LEVEL, level.getValue().at(span));
      var judgement = website(level.getKey(), judge(held));
      judgements.add(whole ? named(level.getKey(), judgement) : judgement);
    }
    for (var state : List.of(ExposureState.OPEN, ExposureState.UNKNOWN)) {
      for (var judgement : judgements) {
        if (judgement.state() == state) {
          return judgement;
        }
      }
    }
    return judgements.getFirst();
  }

  /// The container of a static website can be read at the website's own endpoint whatever its level
  /// is (Microsoft Learn, "storage-blob-static-website").
  private static Judgement website(ResourceId container, Judgement judgement) {
    if (judgement.state() != ExposureState.CLOSED || !container.id().endsWith("/$web")) {
      return judgement;
    }
    var because = new ArrayList<>(judgement.because());
    because.add(
        Reason.of(
            "whether the account serves $web as a static website is in no log; the properties of"
                + " its blob service would decide"));
    return new Judgement(ExposureState.UNKNOWN, because);
  }

  private static Judgement named(ResourceId container, Judgement judgement) {
    var because = new ArrayList<Reason>();
    because.add(Reason.of("of its container " + container.shortName() + ":"));
    because.addAll(judgement.because());
    return new Judgement(judgement.state(), because);
  }

  private Judgement judge(Map<AzureSetting.Name, Held<AzureSetting>> parts) {
    var reasons = new LinkedHashSet<Reason>();
    for (var held : parts.values()) {
      for (var change : held.told()) {
        reasons.add(SpanRows.told(change.words(), change.time(), change.principal(), change.ref()));
      }
    }
    var states = states(parts);
    var judgements = states.stream().map(gate::judge).distinct().toList();
    var because = new ArrayList<>(reasons);
    if (judgements.isEmpty()) {
      because.add(Reason.of("more changes within minutes than can be told apart"));
      return new Judgement(ExposureState.UNKNOWN, because);
    }
    if (judgements.stream().map(Judgement::state).distinct().count() > 1) {
      because.addFirst(
          Reason.of("a change was taking effect, at a time within minutes that is not known"));
      return new Judgement(ExposureState.UNKNOWN, because);
    }
    because.addAll(judgements.getFirst().because());
    if (judgements.getFirst().state() == ExposureState.UNKNOWN) {
      because.add(Reason.of(wanting(parts)));
    }
    return new Judgement(judgements.getFirst().state(), because);
  }

  /// The one input that would decide next.
  private String wanting(Map<AzureSetting.Name, Held<AzureSetting>> parts) {
    for (var name : AzureSetting.Name.values()) {
      var held = parts.get(name);
      if (held == null || name == AzureSetting.Name.THERE) {
        continue;
      }
      if (held.values().stream().anyMatch(Part.Unknown.class::isInstance)) {
        return name == AzureSetting.Name.LEVEL
            ? "an entry of the Activity log that sets this container's public access would decide,"
                + " or a logged read without a credential"
            : "the "
                + name.words()
                + " is not told: the Activity log from the account's last write on would decide";
      }
    }
    return whole
        ? "the public access levels of its containers are not all told: they would decide"
        : "the settings that are told leave it open";
  }

  /// Every combination of what the parts may hold; none when there are too many.
  private static List<Map<AzureSetting.Name, Part<AzureSetting>>> states(
      Map<AzureSetting.Name, Held<AzureSetting>> parts) {
    List<Map<AzureSetting.Name, Part<AzureSetting>>> states = List.of(Map.of());
    for (var part : parts.entrySet()) {
      var next = new ArrayList<Map<AzureSetting.Name, Part<AzureSetting>>>();
      for (var state : states) {
        for (var value : part.getValue().values()) {
          var with = new HashMap<>(state);
          with.put(part.getKey(), value);
          next.add(with);
        }
      }
      if (next.size() > MOST_STATES) {
        return List.of();
      }
      states = next;
    }
    return states;
  }
}
