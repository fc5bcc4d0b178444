package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lists who shared what with whom for the kinds whose access rules the engine does not know yet.
///
/// Every span is UNKNOWN, cut where an act shared the resource or took the share back, save for the
/// seconds in which an outsider's access succeeded.
final class WaitingDecider implements KindDecider {
  private static final String WAITS = "waits for the access engine, which does not decide ";

  private final Map<ResourceId, List<Share>> shares = new TreeMap<>();
  private final Set<String> ownAccounts;

  WaitingDecider(Collection<Share> shares, List<String> ownAccounts) {
    this.ownAccounts = Set.copyOf(ownAccounts);
    for (var share : shares) {
      this.shares.computeIfAbsent(share.resource(), _ -> new ArrayList<>()).add(share);
    }
    for (var ofOne : this.shares.values()) {
      ofOne.sort(
          Comparator.comparing(Share::time)
              .thenComparing(Share::words)
              .thenComparing(s -> s.ref().id()));
    }
  }

  @Override
  public Set<ResourceKind> kinds() {
    return EnumSet.of(ResourceKind.DATABASE, ResourceKind.OTHER);
  }

  /// Only resources of which some act names an outsider: the others are in the list of changes.
  @Override
  public Set<ResourceId> resources() {
    return shares.entrySet().stream()
        .filter(e -> kinds().contains(e.getKey().kind()))
        .filter(e -> e.getValue().stream().anyMatch(s -> !outsiders(s).isEmpty()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var acts = shares.getOrDefault(resource, List.of());
    var kind = resource.kind().words();
    out.unknown("exposure of " + kind + " " + resource.id(), WAITS + kind + "s yet");
    var audiences = new LinkedHashSet<>(KindDecider.always());
    acts.forEach(s -> audiences.addAll(outsiders(s)));
    witnesses.forEach(w -> audiences.add(w.audience()));
    var owner = acts.isEmpty() ? "" : acts.getFirst().account();
    var exposures = new ArrayList<Exposure>();
    for (var audience : audiences) {
      var shown = witnesses.stream().filter(w -> w.shows(audience)).toList();
      for (var row : rows(acts, audience, period, kind, shown)) {
        exposures.add(
            new Exposure(resource, owner, audience, row.window(), row.state(), row.because()));
      }
    }
    return exposures;
  }

  private List<Audience> outsiders(Share share) {
    return share.audiences().stream()
        .filter(
            a ->
                !(a instanceof Audience.ForeignAccount(String account)
                    && ownAccounts.contains(account)))
        .toList();
  }

  private List<Row> rows(
      List<Share> acts, Audience audience, Window period, String kind, List<Witness> witnesses) {
    var about =
        acts.stream()
            .filter(s -> s.audiences().isEmpty() || s.audiences().contains(audience))
            .toList();
    var starts = new TreeMap<Instant, List<Reason>>();
    starts.put(period.from(), new ArrayList<>());
    for (var act : about) {
      if (act.time().isBefore(period.until())) {
        var start = act.time().isBefore(period.from()) ? period.from() : act.time();
        starts
            .computeIfAbsent(start, _ -> new ArrayList<>())
            .add(
                Reason.of(
                    act.words()
                        + " at "
                        + act.time()
                        + (act.principal().isEmpty() ? "" : " by " + act.principal()),
                    act.ref()));
      }
    }
    var rows = new ArrayList<Row>();
    for (var start : starts.entrySet()) {
      var next = starts.higherKey(start.getKey());
      var window = new Window(start.getKey(), next == null ? period.until() : next);
      var because = new ArrayList<>(start.getValue());
      because.add(Reason.of(WAITS + kind + "s yet"));
      var row = new Row(window, ExposureState.UNKNOWN, ExposureState.UNKNOWN, because);
      var inside = witnesses.stream().filter(w -> window.contains(w.time())).toList();
      rows.addAll(inside.isEmpty() ? List.of(row) : Witnessing.apply(row, inside, false));
    }
    return rows;
  }
}
