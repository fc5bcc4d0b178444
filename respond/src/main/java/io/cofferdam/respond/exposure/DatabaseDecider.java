package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides database instances by the way to them over the network.
///
/// OPEN says that any address of the internet reaches the instance; whoever does still needs a
/// login, so it is the way in and not the data that stands open. The settings alone never prove it,
/// since route tables and network ACLs are not replayed: a session from an address of the internet
/// that succeeded while both gates stood open does. CLOSED says that nobody reaches it directly.
final class DatabaseDecider implements KindDecider {
  private static final Pattern NAME =
      Pattern.compile("db:[^:]*:([^/]*)/.*|arn:[^:]*:rds:.*:db:(.*)");

  private final Map<String, List<DatabaseChange>> ofInstances = new TreeMap<>();
  private final List<DatabaseChange> ofGroups = new ArrayList<>();
  private final Set<String> known;
  private final Proved proved;

  /// @param stores those of the data map, which name instances in their own way
  DatabaseDecider(Collection<DatabaseChange> changes, List<ResourceId> stores, Proved proved) {
    for (var change : changes) {
      if (change.aboutInstance()) {
        ofInstances.computeIfAbsent(change.subject(), _ -> new ArrayList<>()).add(change);
      } else {
        ofGroups.add(change);
      }
    }
    this.known =
        stores.stream()
            .filter(s -> s.kind() == ResourceKind.DATABASE && !s.id().startsWith("arn:"))
            .map(DatabaseDecider::name)
            .collect(Collectors.toSet());
    this.proved = proved;
  }

  @Override
  public Set<ResourceKind> kinds() {
    return Set.of(ResourceKind.DATABASE);
  }

  /// Instances that got a public address, save those that the data map names in its own way.
  @Override
  public Set<ResourceId> resources() {
    return ofInstances.values().stream()
        .flatMap(List::stream)
        .filter(c -> c.slot() instanceof DatabaseChange.Slot.Public)
        .filter(c -> c.change().value().asOptional().orElse("").equals("true"))
        .map(DatabaseChange::instance)
        .filter(i -> !known.contains(name(i)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(ResourceId database) {
    var name = NAME.matcher(database.id());
    if (!name.matches()) {
      return "";
    }
    return Optional.ofNullable(name.group(1)).orElseGet(() -> name.group(2));
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var arn = arn(resource);
    if (arn.isEmpty()) {
      return untold(resource, period, out);
    }
    var about = ofInstances.getOrDefault(arn.get(), List.of());
    var first = about.getFirst();
    var covered = proved.bucket(first.account(), Set.of(first.region()));
    var sameRegion =
        ofGroups.stream()
            .filter(c -> c.account().equals(first.account()) && c.region().equals(first.region()))
            .toList();
    var spans =
        new DatabaseSpans(
                new DatabaseTimelines(about, sameRegion, covered),
                new DatabaseTimelines(about, sameRegion, List.of(BucketDecider.ALWAYS)),
                covered)
            .spans(period);
    var exposures = new ArrayList<Exposure>();
    for (var audience : KindDecider.always()) {
      var shown = witnesses.stream().filter(w -> proves(w, audience, spans)).toList();
      for (var row : SpanRows.of(resource.shortName(), audience, spans, shown, out)) {
        exposures.add(exposure(resource, first.account(), audience, row, witnesses, out));
      }
    }
    return exposures;
  }

  /// A session proves the way only where the gates are known to let every address through.
  private static boolean proves(Witness witness, Audience audience, List<DatabaseSpan> spans) {
    return spans.stream()
        .anyMatch(s -> s.window().contains(witness.time()) && s.gatesOpen(audience));
  }

  /// A session from the internet that the settings do not explain leaves no span closed.
  private static Exposure exposure(
      ResourceId resource,
      String account,
      Audience audience,
      Row row,
      List<Witness> witnesses,
      Findings out) {
    var against =
        witnesses.stream()
            .filter(w -> w.shows(audience) && row.window().contains(w.time()))
            .findFirst();
    if (row.state() != ExposureState.CLOSED || against.isEmpty()) {
      return new Exposure(
          resource, account, audience, row.window(), row.state(), row.apparent(), row.because());
    }
    var text =
        "a session from an address of the internet succeeded at "
            + against.get().time()
            + " though the settings let none in: something may stand in front of the instance";
    out.unknown("whether " + resource.shortName() + " was closed to " + audience.words(), text);
    var because = new ArrayList<Reason>();
    because.add(Reason.of(text, against.get().event()));
    because.addAll(row.because());
    return new Exposure(resource, account, audience, row.window(), ExposureState.UNKNOWN, because);
  }

  /// The instance in the logs that a name of the data map or of a database's own log speaks of.
  private Optional<String> arn(ResourceId resource) {
    if (ofInstances.containsKey(resource.id())) {
      return Optional.of(resource.id());
    }
    var name = name(resource);
    var fitting =
        ofInstances.keySet().stream()
            .filter(a -> !name.isEmpty() && a.endsWith(":db:" + name))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static List<Exposure> untold(ResourceId resource, Window period, Findings out) {
    var why =
        "no CloudTrail event on its public address is among the logs; the one of its making, or a"
            + " change of `PubliclyAccessible`, would decide";
    out.unknown("whether the internet reached database " + resource.id(), why);
    return KindDecider.always().stream()
        .map(
            audience ->
                new Exposure(
                    resource, "", audience, period, ExposureState.UNKNOWN, List.of(Reason.of(why))))
        .toList();
  }
}
