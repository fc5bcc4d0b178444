package io.cofferdam.app.drift;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A resource that is not as it was.
///
/// @param change `made`, `gone` or `changed`
/// @param facts what of it changed; empty unless `changed`
record ChangedResource(Resource resource, String change, List<String> facts) {
  ChangedResource {
    facts = List.copyOf(facts);
  }

  static List<ChangedResource> between(Inventory before, Inventory after) {
    var earlier = new HashMap<String, Resource>();
    before.resources().forEach(r -> earlier.put(key(r), r));
    var changed = new ArrayList<ChangedResource>();
    for (var now : after.resources()) {
      var was = earlier.remove(key(now));
      if (was == null) {
        changed.add(new ChangedResource(now, "made", List.of()));
      } else if (!was.equals(now)) {
        var facts = facts(was, now);
        if (!facts.isEmpty()) {
          changed.add(new ChangedResource(now, "changed", facts));
        }
      }
    }
    // what is left was not found again
    before.resources().stream()
        .filter(r -> !earlier.isEmpty() && earlier.containsKey(key(r)))
        .forEach(r -> changed.add(new ChangedResource(r, "gone", List.of())));
    return changed;
  }

  private static String key(Resource resource) {
    return resource.type() + "\n" + resource.id();
  }

  private static List<String> facts(Resource before, Resource after) {
    var names = new TreeSet<String>();
    before.facts().fieldNames().forEachRemaining(names::add);
    after.facts().fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> same(before, after, name));
    var dark = after.gaps().stream().map(Gap::fact).collect(Collectors.toSet());
    before.gaps().stream().map(Gap::fact).forEach(dark::remove);
    dark.forEach(fact -> names.add(fact + " (not known now)"));
    return List.copyOf(names);
  }

  private static boolean same(Resource before, Resource after, String name) {
    var one = before.facts().get(name);
    var other = after.facts().get(name);
    return one == null ? other == null : one.equals(other);
  }
}
