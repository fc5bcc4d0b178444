package io.cofferdam.posture.predicate;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Nothing is there that a control is about. That can only be said where what would show it was
/// learnt: else it is not known.
public final class Absence {
  private final TreeSet<String> open = new TreeSet<>();

  /// Lists that would show it.
  public Absence lists(Scene scene, String... types) {
    for (var type : types) {
      scene
          .inventory()
          .gapsOf(type)
          .forEach(each -> open.add(each.gap().words() + ", so resources may be missing"));
    }
    return this;
  }

  /// Facts of resources that would show it.
  public Absence facts(Collection<Resource> resources, String... facts) {
    for (var resource : resources) {
      resource.gapsOf(List.of(facts)).stream().map(Gap::words).forEach(open::add);
    }
    return this;
  }

  /// What would have to be known.
  public List<String> open() {
    return List.copyOf(open);
  }

  /// Further reasons why it is not known.
  public Absence unless(Collection<String> missing) {
    open.addAll(missing);
    return this;
  }

  /// That the control does not apply, or what would have to be known to say so.
  public Outcome outcome(String why) {
    return open.isEmpty()
        ? new Outcome.NotApplicable(why)
        : new Outcome.Undetermined(List.copyOf(open));
  }
}
