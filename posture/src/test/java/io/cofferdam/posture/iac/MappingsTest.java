package io.cofferdam.posture.iac;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mappings name types that a live inventory has, and facts that it has too.
@Covers("P-01")
class MappingsTest {
  private static final List<CallPlan> CALLS =
      CollectPlan.shipped("aws").services().stream().flatMap(s -> s.calls().stream()).toList();

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void everyMappingLeadsToATypeThatIsCollected(String language) {
    var types = new TreeSet<String>(List.of(Inventory.ACCOUNT));
    CALLS.forEach(call -> call.lists().ifPresent(list -> types.add(list.type())));
    for (var mapping : Mappings.shipped(language).all()) {
      assertThat(types)
          .contains(mapping.becomes().isEmpty() ? mapping.addsTo() : mapping.becomes());
      assertThat(mapping.source()).startsWith("https://");
    }
  }

  /// A fact all in lower case is the answer of a call. Others are members of an item of a list,
  /// whose names are AWS's own.
  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void everyFactOfACallIsOneThatIsCollected(String language) {
    for (var mapping : Mappings.shipped(language).all()) {
      var type = mapping.becomes().isEmpty() ? mapping.addsTo() : mapping.becomes();
      var known = new TreeSet<String>();
      for (var call : CALLS) {
        if (call.forType().equals(type) || type.equals(Inventory.ACCOUNT)) {
          known.add(call.as());
        }
      }
      var named = new TreeSet<>(mapping.facts().keySet());
      mapping.fresh().fieldNames().forEachRemaining(named::add);
      named.addAll(mapping.absent());
      named.removeIf(fact -> !fact.equals(fact.toLowerCase(Locale.ROOT)) || ITEMS.contains(fact));
      assertThat(known).as(mapping.type()).containsAll(named);
    }
  }

  /// Members of items whose service writes them in lower case, and tags, which tell the class of
  /// the data whether or not a call reads them.
  private static final List<String> ITEMS = List.of("tags");

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void everyMappedTypeIsJudgedOrReadByAControl(String language) {
    var judged = new TreeSet<String>();
    ControlCatalogue.shipped("aws").controls().forEach(c -> judged.addAll(c.resources()));
    for (var mapping : Mappings.shipped(language).all()) {
      if (!mapping.becomes().isEmpty() && !mapping.becomes().equals("security-group")) {
        assertThat(judged).as(mapping.type()).contains(mapping.becomes());
      }
    }
  }
}
