package io.cofferdam.posture.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.bench.LargeInventory;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A scene that is held while resources change is judged as one that is made anew.
@Covers("P-13")
class WatchTest {
  private static final int SIZE = 800;
  private static final ControlCatalogue CATALOGUE = ControlCatalogue.shipped("aws");
  private static final Set<String> OFTEN =
      Set.of("s3-bucket", "kms-key", "iam-role", "cloudtrail-trail", "security-group");

  private final Evaluator evaluator = new Evaluator(CATALOGUE.controls(), new Predicates());

  private static Watch watch(long seed) {
    return new Watch(CATALOGUE.controls(), LargeInventory.scene(CATALOGUE, SIZE, seed));
  }

  private static Resource picked(Inventory inventory, Random random, String type) {
    var all = inventory.ofType(type);
    return all.get(random.nextInt(all.size()));
  }

  private static Inventory without(Inventory inventory, Resource old, Optional<Resource> now) {
    var all = new ArrayList<Resource>();
    for (var each : inventory.resources()) {
      if (!each.equals(old)) {
        all.add(each);
      } else {
        now.ifPresent(all::add);
      }
    }
    return new Inventory(all, inventory.gaps());
  }

  private static List<String> types(Inventory inventory) {
    return inventory.resources().stream()
        .map(Resource::type)
        .filter(type -> !type.equals(Inventory.ACCOUNT) && !type.equals(Inventory.REGION))
        .distinct()
        .sorted()
        .toList();
  }

  private List<Finding> anew(Scene scene) {
    return evaluator.evaluate(scene.afresh());
  }

  private static Map<String, String> told(List<Finding> findings) {
    var told = new LinkedHashMap<String, String>();
    findings.forEach(
        each ->
            told.putIfAbsent(
                each.control().id() + " of " + each.resource().id() + " " + each.resource().type(),
                each.severity() + " " + each.outcome()));
    return told;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverChangesIsJudgedAsInASceneMadeAnew(long seed) {
    var random = new Random(seed);
    var watch = watch(seed);
    evaluator.evaluate(watch.scene());
    var types = types(watch.scene().inventory());
    var mutations = List.of(Mutation.LESS, Mutation.DARK, Mutation.GONE);
    for (int round = 0; round < 6; round++) {
      var said = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        var type = types.get((int) ((seed * 7 + round * 12L + i) % types.size()));
        var inventory = watch.scene().inventory();
        if (!inventory.ofType(type).isEmpty()) {
          var old = picked(inventory, random, type);
          var mutation = mutations.get(random.nextInt(mutations.size()));
          said.append(mutation).append(' ').append(old.id()).append("; ");
          watch = after(watch, old, mutation.of(old, random)).watch();
        }
      }
      assertThat(told(evaluator.evaluate(watch.scene())))
          .as(said.toString())
          .isEqualTo(told(anew(watch.scene())));
    }
  }

  private static Rejudged after(Watch watch, Resource old, Optional<Resource> now) {
    var later = without(watch.scene().inventory(), old, now);
    return watch.after(later, List.of(now.orElse(old)));
  }

  /// Judging everything before and after tells of no outcome that became another one, and can be
  /// told, and was not judged anew.
  @ParameterizedTest
  @EnumSource
  void nothingElseBecomesAnotherOutcome(Mutation mutation) {
    var seed = List.of(Mutation.values()).indexOf(mutation);
    var random = new Random(seed);
    var watch = watch(seed);
    var before = anew(watch.scene());
    var types = new ArrayList<>(OFTEN);
    types.add(Inventory.ACCOUNT);
    types.sort(null);
    if (mutation != Mutation.DARK && mutation != Mutation.GONE && mutation != Mutation.LESS) {
      types.retainAll(List.of("s3-bucket", "kms-key", "cloudtrail-trail", Inventory.ACCOUNT));
    }
    for (var type : types) {
      if (type.equals(Inventory.ACCOUNT) && mutation != Mutation.NO_BLOCK) {
        continue;
      }
      var old = picked(watch.scene().inventory(), random, type);
      var judged = after(watch, old, mutation.of(old, random));
      watch = judged.watch();
      var after = anew(watch.scene());
      var as = mutation + " of " + old.id();
      var seen = new HashSet<String>(words(judged.before()).keySet());
      seen.addAll(words(judged.after()).keySet());
      assertThat(others(before, after)).as(as).isSubsetOf(seen);
      assertThat(told(judged.after()).entrySet()).as(as).isSubsetOf(told(after).entrySet());
      before = after;
    }
  }

  private static Map<String, String> words(List<Finding> findings) {
    var words = new LinkedHashMap<String, String>();
    findings.forEach(
        each ->
            words.putIfAbsent(
                each.control().id() + " of " + each.resource().id(), each.outcome().word()));
    return words;
  }

  private static Set<String> others(List<Finding> before, List<Finding> after) {
    var was = words(before);
    var is = words(after);
    var others = new HashSet<String>();
    is.forEach(
        (id, word) -> {
          if (!word.equals(was.get(id)) && !word.equals("Undetermined")) {
            others.add(id);
          }
        });
    return others;
  }

  @Test
  void aBucketThatChangesLeavesEverybodysReachAlone() {
    var watch = watch(1);
    evaluator.evaluate(watch.scene());
    var reach = ScanEstate.of(watch.scene()).whoCan().reach();
    var bucket = watch.scene().inventory().ofType("s3-bucket").getFirst();

    var later = after(watch, bucket, Mutation.PUBLIC_POLICY.of(bucket, new Random(1))).watch();

    var now = ScanEstate.of(later.scene());
    assertThat(now.changed()).containsExactly(bucket.id());
    assertThat(now.whoCan().reach().reachers()).isSameAs(reach.reachers());
  }
}
