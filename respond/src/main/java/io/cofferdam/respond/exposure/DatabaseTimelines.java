package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.ChangeTimeline.Held;
import io.cofferdam.respond.exposure.DatabaseChange.DoorRule;
import io.cofferdam.respond.exposure.DatabaseChange.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The public address, the security groups and their rules of one instance over time.
///
/// "Open" here says that the two gates that RDS and EC2 log stand open: the instance has a public
/// address, and one of its groups lets addresses in that nobody named.
final class DatabaseTimelines {
  private final ChangeTimeline<String> address;
  private final ChangeTimeline<String> groups;
  private final ChangeTimeline<String> port;
  private final Map<String, Map<DoorRule, ChangeTimeline<String>>> rules = new TreeMap<>();
  private final Map<String, ChangeTimeline<String>> others = new TreeMap<>();

  DatabaseTimelines(
      List<DatabaseChange> ofInstance, List<DatabaseChange> ofGroups, List<Window> covered) {
    address = line(ofInstance, new Slot.Public(), covered);
    groups = line(ofInstance, new Slot.Groups(), covered);
    port = line(ofInstance, new Slot.Port(), covered);
    for (var group : named(ofInstance)) {
      var about =
          ofGroups.stream()
              .filter(
                  c -> c.subject().equals(group) || c.subject().equals(DatabaseChange.ANY_GROUP))
              .toList();
      var lines = new LinkedHashMap<DoorRule, ChangeTimeline<String>>();
      for (var change : about) {
        if (change.slot() instanceof Slot.Rule(var rule)) {
          lines.computeIfAbsent(rule, r -> line(about, new Slot.Rule(r), covered));
        }
      }
      rules.put(group, lines);
      others.put(group, line(about, new Slot.AllRules(), covered));
    }
  }

  /// Every change that sets the slot, with those that set all rules of a group.
  private static ChangeTimeline<String> line(
      List<DatabaseChange> changes, Slot slot, List<Window> covered) {
    return new ChangeTimeline<>(
        changes.stream()
            .filter(
                c ->
                    c.slot().equals(slot)
                        || (slot instanceof Slot.Rule && c.slot() instanceof Slot.AllRules))
            .map(DatabaseChange::change)
            .toList(),
        covered);
  }

  private static Set<String> named(List<DatabaseChange> ofInstance) {
    var named = new TreeSet<String>();
    for (var change : ofInstance) {
      if (change.slot() instanceof Slot.Groups) {
        change.change().value().asOptional().ifPresent(ids -> named.addAll(split(ids)));
      }
    }
    return named;
  }

  private static List<String> split(String ids) {
    return List.of(ids.split(",", -1));
  }

  void edges(NavigableSet<Instant> into) {
    all().forEach(t -> t.edges(into));
  }

  boolean constant(Window span) {
    return all().stream().allMatch(t -> t.at(span).values().size() == 1);
  }

  private List<ChangeTimeline<String>> all() {
    var all = new ArrayList<>(List.of(address, groups, port));
    rules.values().forEach(lines -> all.addAll(lines.values()));
    all.addAll(others.values());
    return all;
  }

  Judgement judge(Window span) {
    var held = address.at(span);
    var told = new LinkedHashSet<Reason>();
    tell(held, told);
    var way = settled(held);
    if (held.values().stream().allMatch(Part.Absent.class::isInstance)) {
      return decided(ExposureState.CLOSED, told, "it did not exist");
    }
    if (held.values().stream()
        .allMatch(v -> v instanceof Part.Absent || v.asOptional().orElse("").equals("false"))) {
      return decided(
          ExposureState.CLOSED,
          told,
          "it had no public address: nobody on the internet reaches it directly (a proxy, load"
              + " balancer or tunnel in front of it is not looked at)");
    }
    var doors = doors(span, told);
    if (doors == ExposureState.CLOSED) {
      return decided(
          ExposureState.CLOSED,
          told,
          "no security group of it lets addresses in that nobody named");
    }
    if (way.equals("true") && doors == ExposureState.OPEN) {
      return decided(
          ExposureState.OPEN,
          told,
          "it had a public address, and a security group let any address reach its port: whoever"
              + " connects still needs a login");
    }
    return decided(
        ExposureState.UNKNOWN,
        told,
        way.isEmpty()
            ? "whether it has a public address is not told: the CloudTrail event of its making, or"
                + " of a change of `PubliclyAccessible`, would decide"
            : "which security groups it has, or their rules, is not told: CloudTrail from the"
                + " making of the groups on would decide");
  }

  private ExposureState doors(Window span, Set<Reason> told) {
    var held = groups.at(span);
    tell(held, told);
    var ids = settled(held);
    if (ids.isEmpty()) {
      return ExposureState.UNKNOWN;
    }
    var states = new ArrayList<ExposureState>();
    for (var id : split(ids)) {
      states.add(door(id, span, told));
    }
    return states.contains(ExposureState.OPEN)
        ? ExposureState.OPEN
        : states.contains(ExposureState.UNKNOWN) ? ExposureState.UNKNOWN : ExposureState.CLOSED;
  }

  private ExposureState door(String group, Window span, Set<Reason> told) {
    var known = Optional.of(settled(port.at(span))).filter(p -> !p.isEmpty());
    var rest = others.get(group);
    boolean shut = rest != null && settled(rest.at(span)).equals("false");
    boolean open = false;
    for (var line : rules.getOrDefault(group, Map.of()).entrySet()) {
      var rule = line.getKey();
      if (known.isPresent() && !rule.holds(Integer.parseInt(known.get()))) {
        continue;
      }
      var held = line.getValue().at(span);
      var value = settled(held);
      if (!value.equals("false")) {
        tell(held, told);
      }
      open |= value.equals("true") && (known.isPresent() || rule.allPorts());
      shut &= value.equals("false");
    }
    return open ? ExposureState.OPEN : shut ? ExposureState.CLOSED : ExposureState.UNKNOWN;
  }

  /// The one value that holds, or empty.
  private static String settled(Held<String> held) {
    return held.values().size() == 1 ? held.values().getFirst().asOptional().orElse("") : "";
  }

  private static void tell(Held<String> held, Set<Reason> told) {
    for (var change : held.told()) {
      told.add(SpanRows.told(change.words(), change.time(), change.principal(), change.ref()));
    }
  }

  private static Judgement decided(ExposureState state, Set<Reason> told, String text) {
    var because = new ArrayList<>(told);
    because.add(Reason.of(text));
    return new Judgement(state, because);
  }
}
