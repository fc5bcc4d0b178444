package io.cofferdam.posture.scene;

import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of an inventory is other than before. Whatever is not told here must be the very same.
///
/// @param touched each resource that is another one, came or went
public record Change(List<Touched> touched) {
  public Change {
    touched = List.copyOf(touched);
  }

  /// One resource before and after; empty where it was not there.
  public record Touched(Optional<Resource> before, Optional<Resource> after) {
    /// It as it is, or as it last was.
    public Resource resource() {
      return after.or(() -> before).orElseThrow();
    }
  }

  /// What became of some resources.
  ///
  /// @param touched in whatever state; one that is in neither inventory is left out
  public static Change between(Inventory before, Inventory after, List<Resource> touched) {
    var seen = new HashSet<String>();
    var all = new ArrayList<Touched>();
    for (var each : touched) {
      if (seen.add(each.type() + "\n" + each.id())) {
        var was = before.find(each.type(), each.id());
        var is = after.find(each.type(), each.id());
        if (was.isPresent() || is.isPresent()) {
          all.add(new Touched(was, is));
        }
      }
    }
    return new Change(all);
  }

  /// Whether a resource of one of these types is other than before.
  public boolean touches(Set<String> types) {
    return touched.stream().anyMatch(each -> types.contains(each.resource().type()));
  }
}
