package io.cofferdam.posture.control;

import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.PlannedFacts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Evaluates controls on an inventory: every control on every resource of its type. Where resources
/// could not even be listed, the control is undetermined for the region asked.
///
/// Cost: the number of resources times the controls of their type; predicates cost what the access
/// engine costs.
public final class Evaluator {
  private final List<Control> controls;
  private final Predicates predicates;

  public Evaluator(List<Control> controls, Predicates predicates) {
    this.controls = List.copyOf(controls);
    this.predicates = predicates;
  }

  /// Findings in the order of control, then resource.
  public List<Finding> evaluate(Scene scene) {
    return evaluate(scene, resource -> true, true);
  }

  /// The findings on some resources only, as [#evaluate(Scene)] gives them.
  public List<Finding> evaluate(Scene scene, Predicate<Resource> chosen) {
    return evaluate(scene, chosen, false);
  }

  private List<Finding> evaluate(Scene scene, Predicate<Resource> chosen, boolean gaps) {
    var inventory = scene.inventory();
    var findings = new ArrayList<Finding>();
    for (var control : controls) {
      for (var type : control.resources()) {
        for (var resource : inventory.ofType(type)) {
          if (chosen.test(resource)) {
            findings.add(Finding.of(control, resource, evaluate(control, resource, scene), scene));
          }
        }
      }
      if (gaps) {
        unlisted(control, inventory)
            .forEach(
                (place, missing) ->
                    findings.add(
                        Finding.of(control, place, new Outcome.Undetermined(missing), scene)));
      }
    }
    findings.sort(
        Comparator.comparing((Finding f) -> f.control().id())
            .thenComparing(f -> f.resource().id()));
    return Exposed.raised(findings);
  }

  /// What is missing of each place whose resources could not all be listed: one finding a place,
  /// however many lists gave no answer there.
  private static Map<Resource, List<String>> unlisted(Control control, Inventory inventory) {
    var missing = new IdentityHashMap<Resource, List<String>>();
    for (var gap : inventory.gaps()) {
      if (control.resources().contains(gap.type())) {
        missing
            .computeIfAbsent(place(gap, inventory), _ -> new ArrayList<>())
            .add(gap.gap().words() + ", so resources may be missing");
      }
    }
    return missing;
  }

  private static Resource place(Inventory.ListGap gap, Inventory inventory) {
    return inventory.ofType(Inventory.REGION).stream()
        .filter(r -> r.account().equals(gap.account()) && r.region().equals(gap.region()))
        .findFirst()
        .or(() -> inventory.account(gap.account()))
        .orElseThrow();
  }

  /// One control on one resource. Of a planned resource nothing is said that rests on what the plan
  /// does not tell.
  public Outcome evaluate(Control control, Resource resource, Scene scene) {
    if (!(resource.facts() instanceof PlannedFacts facts)) {
      return judged(control, resource, scene);
    }
    facts.forget();
    var outcome = judged(control, resource, scene);
    var missed = new TreeSet<>(facts.missed());
    control.applies().ifPresent(each -> missed.addAll(facts.words(each.members())));
    if (!(outcome instanceof Outcome.NotApplicable)) {
      control.met().ifPresent(each -> missed.addAll(facts.words(each.members())));
    }
    return missed.isEmpty() || outcome instanceof Outcome.Undetermined
        ? outcome
        : new Outcome.Undetermined(List.copyOf(missed));
  }

  private Outcome judged(Control control, Resource resource, Scene scene) {
    var gaps = resource.gapsOf(control.needs());
    if (control.applies().isPresent() && gaps.isEmpty()) {
      var applies = control.applies().get().holds(resource, scene);
      if (applies.isPresent() && !applies.get()) {
        return new Outcome.NotApplicable("`" + control.applies().get().text() + "` is not so");
      }
    }
    if (!gaps.isEmpty()) {
      return new Outcome.Undetermined(gaps.stream().map(Gap::words).toList());
    }
    if (control.met().isEmpty()) {
      var outcome = predicates.named(control.predicate()).evaluate(resource, scene);
      return outcome instanceof Outcome.Violated(var reason, var witness)
          ? new Outcome.Violated(why(control, resource) + ": " + reason, witness)
          : outcome;
    }
    var holds = control.met().get().holds(resource, scene);
    if (holds.isEmpty()) {
      return new Outcome.Undetermined(
          List.of("`" + control.met().get().text() + "` cannot be computed from what was told"));
    }
    return holds.get()
        ? new Outcome.Met(List.of())
        : new Outcome.Violated(why(control, resource), List.of());
  }

  private static String why(Control control, Resource resource) {
    return Facts.fill(
            control.why().replace("{name}", resource.name()),
            resource.facts(),
            resource.account(),
            resource.region())
        .orElse(control.title() + ": not so for " + resource.name());
  }
}
