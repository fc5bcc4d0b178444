package io.cofferdam.posture.collect;

import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CallPlan.ListPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.plan.ServicePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which step needs which: a call about resources needs the calls before it in the plan that list
/// them or learn the facts that its members, its condition or its region are filled with.
/// Everything else goes side by side: services, regions, accounts.
final class StepOrder {
  private final List<Planned> calls = new ArrayList<>();

  private record Planned(ServicePlan service, CallPlan call) {
    /// The type of resource that the answer tells a fact of.
    String about() {
      if (!call.forType().isEmpty()) {
        return call.forType();
      }
      return service.global() ? Traversal.ACCOUNT : Traversal.REGION;
    }

    boolean lists(String type) {
      return call.lists().map(ListPlan::type).orElse("").equals(type);
    }
  }

  private StepOrder(CollectPlan plan) {
    for (var service : plan.services()) {
      service.calls().forEach(call -> calls.add(new Planned(service, call)));
    }
  }

  /// The steps, each after those it needs.
  static List<Step> of(CollectPlan plan, List<Place> places) {
    var order = new StepOrder(plan);
    var steps = new ArrayList<Step>();
    for (var place : places) {
      order.add(place, steps);
    }
    return steps;
  }

  private void add(Place place, List<Step> steps) {
    var numbers = new ArrayList<Map<String, Integer>>();
    for (var i = 0; i < calls.size(); i++) {
      var needed = needed(i);
      var own = new HashMap<String, Integer>();
      for (var region : byRegion(i) ? place.regions() : List.of("")) {
        var needs = new TreeSet<Integer>();
        for (var other : needed) {
          numbers
              .get(other)
              .forEach(
                  (where, number) -> {
                    if (where.isEmpty() || region.isEmpty() || where.equals(region)) {
                      needs.add(number);
                    }
                  });
        }
        var each = calls.get(i);
        steps.add(
            new Step(steps.size(), each.service(), each.call(), place, region, List.copyOf(needs)));
        own.put(region, steps.size() - 1);
      }
      numbers.add(own);
    }
  }

  /// Whether a call is made region by region: where all that it is about is listed so.
  private boolean byRegion(int i) {
    var each = calls.get(i);
    if (each.service().global()) {
      return false;
    }
    var type = each.about();
    if (type.equals(Traversal.REGION)) {
      return true;
    }
    var listers = listers(i);
    return !listers.isEmpty()
        && listers.stream()
            .allMatch(
                j -> byRegion(j) && calls.get(j).call().lists().orElseThrow().region().isEmpty());
  }

  private List<Integer> listers(int i) {
    var found = new ArrayList<Integer>();
    for (var j = 0; j < i; j++) {
      if (calls.get(j).lists(calls.get(i).about())) {
        found.add(j);
      }
    }
    return found;
  }

  /// The calls that must have ended before.
  private Set<Integer> needed(int i) {
    var each = calls.get(i);
    var needed = new TreeSet<>(listers(i));
    var facts = new TreeSet<String>();
    each.call().with().values().forEach(value -> facts.addAll(Facts.holes(value)));
    if (!each.call().when().isEmpty()) {
      facts.add(Facts.first(each.call().when()));
    }
    if (!each.call().as().isEmpty()) {
      facts.add(each.call().as());
    }
    if (!each.service().global()) {
      listers(i)
          .forEach(
              j -> facts.addAll(Facts.holes(calls.get(j).call().lists().orElseThrow().region())));
    }
    for (var j = 0; j < i; j++) {
      var other = calls.get(j);
      if (other.about().equals(each.about()) && facts.contains(other.call().as())) {
        needed.add(j);
      }
    }
    return needed;
  }
}
