package io.cofferdam.posture.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.bench.LargeInventory;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Only controls that say they ask trails say something else where all trails are other ones.
@Covers("P-13")
class AsksTrailsTest {
  private static final int SIZE = 1_500;
  private static final String TRAIL = "cloudtrail-trail";

  @ParameterizedTest
  @EnumSource(names = {"STOPPED", "LESS", "DARK", "GONE"})
  void noOtherControlSaysSomethingElse(Mutation mutation) {
    var catalogue = ControlCatalogue.shipped("aws");
    var scene = LargeInventory.scene(catalogue, SIZE, 7);
    var evaluator = new Evaluator(catalogue.controls(), new Predicates());
    var before = told(evaluator.evaluate(scene));
    var after = told(evaluator.evaluate(all(scene, mutation)));
    var other = new TreeSet<String>();
    for (var control : catalogue.controls()) {
      if (!control.resources().contains(TRAIL)
          && !after.getOrDefault(control.id(), "").equals(before.get(control.id()))) {
        other.add(control.id());
      }
    }
    var asking = new TreeSet<String>();
    for (var control : catalogue.controls()) {
      if (control.met().isEmpty()
          && new Predicates().named(control.predicate()) instanceof AsksTrails) {
        asking.add(control.id());
      }
    }
    assertThat(asking).containsAll(other);
    assertThat(other).as("the change is one that can be seen").hasSizeGreaterThan(2);
  }

  private static Scene all(Scene scene, Mutation mutation) {
    var random = new Random(1);
    var changed = new ArrayList<Resource>();
    for (var each : scene.inventory().resources()) {
      var now = each.type().equals(TRAIL) ? mutation.of(each, random) : Optional.of(each);
      now.ifPresent(changed::add);
    }
    return new Scene(
        new Inventory(changed, scene.inventory().gaps()), scene.map(), scene.takenAt());
  }

  /// By control, all that it says of all resources.
  private static Map<String, String> told(List<Finding> findings) {
    var told = new HashMap<String, String>();
    findings.forEach(
        each ->
            told.merge(
                each.control().id(),
                each.resource().id() + " " + each.severity() + " " + each.outcome() + "\n",
                String::concat));
    return told;
  }
}
