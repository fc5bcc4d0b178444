package io.cofferdam.respond.exposure;

import io.cofferdam.access.azure.AzureBecause;
import io.cofferdam.access.azure.AzureEstate;
import io.cofferdam.access.azure.AzureExposure;
import io.cofferdam.access.azure.AzureOpenness;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PublicAccessLevel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The settings of one container, or of an account, over time, and what follows for those who have
/// no credential.
///
/// Nothing proves an Activity log complete, and the level of a container can be set by its own
/// endpoint with a key, which the Activity log does not hold: so no span is proved.
final class AzureSpans {
  static final String UNPROVED =
      "nothing proves the Activity log complete, and a container's public access can be set by its"
          + " own endpoint, which only the storage logs tell";
  private static final String NAME = "account";
  private static final String CONTAINER = "container";
  private static final int MOST_STATES = 64;

  private final Map<AzureSetting.Name, ChangeTimeline<AzureSetting>> timelines =
      new EnumMap<>(AzureSetting.Name.class);
  private final Map<Map<AzureSetting.Name, Part<AzureSetting>>, Judgement> known = new HashMap<>();

  /// @param changes of the container, if it is one, and of its account
  AzureSpans(List<AzureChange> changes) {
    for (var name : AzureSetting.Name.values()) {
      var about = changes.stream().filter(c -> c.name() == name).map(AzureChange::change).toList();
      timelines.put(name, new ChangeTimeline<>(about, List.of(BucketDecider.ALWAYS)));
    }
  }

  List<Span> spans(Window period) {
    var edges = new TreeSet<Instant>();
    timelines.values().forEach(t -> t.edges(edges));
    var spans = new ArrayList<Span>();
    var from = period.from();
    for (var edge : edges.subSet(period.from(), false, period.until(), false)) {
      spans.add(new AzureSpan(new Window(from, edge)));
      from = edge;
    }
    spans.add(new AzureSpan(new Window(from, period.until())));
    return spans;
  }

  private final class AzureSpan implements Span {
    private final Window window;

    AzureSpan(Window window) {
      this.window = window;
    }

    @Override
    public Window window() {
      return window;
    }

    @Override
    public boolean covered() {
      return false;
    }

    @Override
    public String wanting() {
      return UNPROVED;
    }

    @Override
    public Judgement certain(Audience audience) {
      return new Judgement(ExposureState.UNKNOWN, apparent(audience).because());
    }

    @Override
    public boolean constant(Audience audience) {
      return false;
    }

    /// Having an account of the provider gives no more than having none.
    @Override
    public Judgement apparent(Audience audience) {
      var reasons = new ArrayList<Reason>();
      for (var timeline : timelines.values()) {
        for (var change : timeline.at(window).told()) {
          reasons.add(
              SpanRows.told(change.words(), change.time(), change.principal(), change.ref()));
        }
      }
      var judgements = states().stream().map(AzureSpans.this::judge).distinct().toList();
      var outcomes = judgements.stream().map(Judgement::state).distinct().toList();
      if (outcomes.size() != 1) {
        reasons.addFirst(
            Reason.of("a change was taking effect, at a time within minutes that is not known"));
        return new Judgement(ExposureState.UNKNOWN, reasons);
      }
      reasons.addAll(judgements.getFirst().because());
      return new Judgement(outcomes.getFirst(), reasons);
    }

    private Set<Map<AzureSetting.Name, Part<AzureSetting>>> states() {
      Set<Map<AzureSetting.Name, Part<AzureSetting>>> states = new LinkedHashSet<>();
      states.add(Map.of());
      for (var entry : timelines.entrySet()) {
        Set<Map<AzureSetting.Name, Part<AzureSetting>>> more = new LinkedHashSet<>();
        var values = entry.getValue().at(window).values();
        for (var state : states) {
          for (var value : values) {
            var next = new HashMap<>(state);
            next.put(
                entry.getKey(),
                more.size() < MOST_STATES
                    ? value
                    : Part.unknown("more changes within minutes than can be told apart"));
            more.add(next);
          }
        }
        states = more;
      }
      return states;
    }
  }

  private Judgement judge(Map<AzureSetting.Name, Part<AzureSetting>> state) {
    return known.computeIfAbsent(state, AzureSpans::ask);
  }

  private static Judgement ask(Map<AzureSetting.Name, Part<AzureSetting>> state) {
    if (state.values().stream().anyMatch(Part.Absent.class::isInstance)) {
      return Judgement.of(ExposureState.CLOSED, "it was deleted");
    }
    var estate = new AzureEstate(RoleModel.EMPTY, Map.of(NAME, account(state)), Map.of());
    return switch (AzureExposure.anonymous(
        estate, NAME, CONTAINER, "any", BlobOperation.GET_BLOB, Instant.EPOCH)) {
      case AzureOpenness.Open(_, var because) ->
          new Judgement(ExposureState.OPEN, reasons(because));
      case AzureOpenness.Closed(var because) ->
          new Judgement(ExposureState.CLOSED, reasons(because));
      case AzureOpenness.Unknown(var residual) ->
          new Judgement(
              ExposureState.UNKNOWN,
              residual.stream().map(r -> Reason.of("not known: " + r)).toList());
    };
  }

  private static List<Reason> reasons(List<AzureBecause> because) {
    return because.stream().map(b -> Reason.of(b.text())).toList();
  }

  private static StorageAccount account(Map<AzureSetting.Name, Part<AzureSetting>> state) {
    Part<Boolean> unknown = Part.unknown("does not matter here");
    Part<PublicAccessLevel> level = unset();
    Part<Boolean> allowed = unset();
    Part<PublicNetworkAccess> network = unset();
    Part<NetworkRules> rules = unset();
    for (var part : state.values()) {
      if (part instanceof Part.Known<AzureSetting>(AzureSetting setting)) {
        switch (setting) {
          case AzureSetting.Level(var value) -> level = Part.known(value);
          case AzureSetting.Allowed(var value) -> allowed = Part.known(value);
          case AzureSetting.Network(var value) -> network = Part.known(value);
          case AzureSetting.Rules(var value) -> rules = Part.known(value);
        }
      }
    }
    return new StorageAccount(
        NAME,
        new Scope("/account"),
        unknown,
        allowed,
        unknown,
        unknown,
        unknown,
        network,
        rules,
        Set.of(),
        Map.of(CONTAINER, new Container(CONTAINER, level, Part.unknown(""), Map.of())),
        Optional.empty(),
        Optional.empty());
  }

  private static <T> Part<T> unset() {
    return Part.unknown("was set before the logs begin or outside of them");
  }
}
