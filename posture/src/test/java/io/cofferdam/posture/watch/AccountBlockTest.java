package io.cofferdam.posture.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.bench.LargeInventory;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A control that says something else where the blocks of all accounts are other ones says it of a
/// resource that they bear on.
@Covers("P-13")
class AccountBlockTest {
  private static final int SIZE = 1_500;
  private static final String FACT = "s3-block";
  private static final List<String> FLAGS =
      List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

  @ParameterizedTest
  @ValueSource(strings = {"off", "on", "acls", "policies", "absent", "unknown"})
  void nothingElseIsJudgedOtherwise(String state) {
    var catalogue = ControlCatalogue.shipped("aws");
    var scene = LargeInventory.scene(catalogue, SIZE, 7);
    var evaluator = new Evaluator(catalogue.controls(), new Predicates());
    var before = told(evaluator, scene);
    var changed = new ArrayList<Resource>();
    scene
        .inventory()
        .resources()
        .forEach(
            each -> changed.add(each.type().equals(Inventory.ACCOUNT) ? with(each, state) : each));
    var after =
        told(
            evaluator,
            new Scene(
                new Inventory(changed, scene.inventory().gaps()), scene.map(), scene.takenAt()));
    var other =
        after.entrySet().stream()
            .filter(each -> !each.getValue().equals(before.get(each.getKey())))
            .map(each -> each.getKey().resource())
            .toList();
    assertThat(other).hasSizeGreaterThan(5).anyMatch(each -> each.type().equals("s3-bucket"));
    assertThat(other)
        .allMatch(each -> AccountBlock.bearsOn(each) || each.type().equals(Inventory.ACCOUNT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "on", "acls", "policies", "absent", "unknown"})
  void itIsSeenThatNothingElseOfTheAccountChanged(String state) {
    var scene = LargeInventory.scene(ControlCatalogue.shipped("aws"), SIZE, 7);
    var account = scene.inventory().ofType(Inventory.ACCOUNT).getFirst();
    var after = with(account, state);
    assertThat(AccountBlock.isAllOf(touched(account, after))).isTrue();
    var more = after.facts().deepCopy().put("another", state);
    assertThat(AccountBlock.isAllOf(touched(account, after.with(more, after.gaps())))).isFalse();
    var gaps = new ArrayList<>(after.gaps());
    gaps.add(new Gap("another", "the test", "", CallOutcome.DENIED, ""));
    assertThat(AccountBlock.isAllOf(touched(account, after.with(after.facts(), gaps)))).isFalse();
    assertThat(AccountBlock.isAllOf(new Change.Touched(Optional.of(account), Optional.empty())))
        .isFalse();
  }

  private static Change.Touched touched(Resource before, Resource after) {
    return new Change.Touched(Optional.of(before), Optional.of(after));
  }

  private static Resource with(Resource account, String state) {
    var facts = account.facts().deepCopy();
    facts.remove(FACT);
    var gaps = new ArrayList<>(account.gaps());
    gaps.removeIf(gap -> gap.fact().equals(FACT));
    if (state.equals("unknown")) {
      gaps.add(new Gap(FACT, "the test", "", CallOutcome.DENIED, ""));
    } else if (!state.equals("absent")) {
      var block = facts.putObject(FACT);
      for (var flag : FLAGS) {
        boolean acls = flag.endsWith("Acls");
        block.put(flag, state.equals("on") || state.equals(acls ? "acls" : "policies"));
      }
    }
    return account.with(facts, gaps);
  }

  private record Asked(String control, Resource resource) {}

  private static Map<Asked, String> told(Evaluator evaluator, Scene scene) {
    var told = new HashMap<Asked, String>();
    evaluator
        .evaluate(scene)
        .forEach(
            each ->
                told.put(
                    new Asked(each.control().id(), bare(each.resource())),
                    each.severity() + " " + each.outcome()));
    return told;
  }

  /// To find it again where its facts are other ones.
  private static Resource bare(Resource resource) {
    var none = resource.facts().objectNode();
    return resource.with(none, List.of());
  }
}
