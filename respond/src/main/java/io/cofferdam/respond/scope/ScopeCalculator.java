package io.cofferdam.respond.scope;

import io.cofferdam.model.Unknown;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.scope.StoreScope;
import io.cofferdam.respond.reads.ReadFindings;
import java.util.ArrayList;
import java.util.List;

/// Computes what leaked from who read what.
///
/// Every number lies between what is proved and what is possible. Objects count when content of
/// them was sent; people at least only by objects sent whole.
public final class ScopeCalculator {
  /// The data class of rows that count a country's people whatever the class.
  public static final String ANY_CLASS = PeopleCounter.ANY_CLASS;

  private ScopeCalculator() {}

  /// Computes the scope.
  public static Scope calculate(ReadFindings findings) {
    var resources = new ObjectCounter(findings).count();
    var people = new PeopleCounter(findings, resources).count();
    var total = nothingNamed(findings, resources) ? Bounds.unknown() : Bounds.ZERO;
    var stores = new ArrayList<StoreScope>();
    for (var resource : resources) {
      if (resource.counted()) {
        total = total.plus(resource.objects());
      }
      if (listed(findings, resource)) {
        stores(resource, stores);
      }
    }
    var unknown = new ArrayList<>(findings.unknown());
    if (resources.stream().noneMatch(ResourceCount::counted)
        && findings.question().dataMap().stores().isEmpty()) {
      total = Bounds.unknown();
      unknown.add(
          new Unknown(
              "how many objects were taken",
              "no data map says which stores there are, and the logs tell of no store that was"
                  + " open or read by somebody it was not meant for"));
    }
    unknown.addAll(people.unknown());
    unknown.addAll(unknown(findings, resources));
    return new Scope(
        total,
        people.people(),
        people.records(),
        stores,
        people.rows(),
        ArtefactCounter.count(findings, resources),
        noEvidence(findings, resources, total),
        unknown,
        new Narrower(findings, resources, people).narrowings());
  }

  /// Without a data map, and where no input names a store, nothing tells what there was to read.
  private static boolean nothingNamed(ReadFindings findings, List<ResourceCount> resources) {
    return resources.isEmpty() && findings.question().dataMap().stores().isEmpty();
  }

  /// Whether a resource has lines of its own: it is in the data map, somebody it was perhaps not
  /// meant for used it, or its exposure is followed.
  private static boolean listed(ReadFindings findings, ResourceCount resource) {
    return resource.units().stream().anyMatch(u -> u.unit().store() != null)
        || resource.reads().outsiders() + resource.reads().undecided() > 0
        || findings.question().exposures().stream()
            .anyMatch(e -> e.resource().equals(resource.resource()));
  }

  private static void stores(ResourceCount resource, List<StoreScope> stores) {
    for (var unit : resource.units()) {
      boolean only = resource.units().size() == 1;
      stores.add(
          new StoreScope(
              resource.resource(),
              unit.unit().role(),
              only ? resource.objects() : unit.objects(),
              only ? resource.bytes() : new Bounds(0, 0, resource.bytes().atMost()),
              unit.because()));
    }
  }

  /// "No evidence of access" is a statement of its own: the logs are proved complete for the
  /// whole period at every store counted, and nobody is known or suspected to have read.
  private static boolean noEvidence(
      ReadFindings findings, List<ResourceCount> resources, Bounds total) {
    var counted = resources.stream().filter(ResourceCount::counted).toList();
    return total.atMost() == 0
        && !counted.isEmpty()
        && findings.readers().isEmpty()
        && counted.stream()
            .allMatch(r -> r.unlogged().wholePeriodComplete() && r.reads().undecided() == 0);
  }

  private static List<Unknown> unknown(ReadFindings findings, List<ResourceCount> resources) {
    var unknown = new ArrayList<Unknown>();
    if (nothingNamed(findings, resources)) {
      unknown.add(
          new Unknown(
              "whether anything was read",
              "no input names a store that holds content, and no data map tells of one"));
    }
    var others = resources.stream().filter(r -> !listed(findings, r)).toList();
    long uncounted = others.stream().filter(r -> !r.counted()).count();
    if (uncounted < others.size()) {
      unknown.add(
          new Unknown(
              "whether anything was read of "
                  + (others.size() - uncounted)
                  + " further resources that calls name; they are in the totals and not listed",
              "no outsider is known to have used them, and nothing about them is known to have been"
                  + " opened"));
    }
    if (uncounted > 0) {
      unknown.add(
          new Unknown(
              "what "
                  + uncounted
                  + " stores hold that the data map does not name; they are neither listed nor in the"
                  + " totals",
              "nobody is known to have read them, and they are not known to have been open"));
    }
    for (var resource : resources) {
      if (listed(findings, resource) && resource.counted() && !resource.objects().bounded()) {
        unknown.add(
            new Unknown(
                "how many objects of " + resource.resource().shortName() + " were read",
                "no inventory and no number of objects in the data map, and nothing caps the reads"
                    + " that no log tells of"));
      }
      var store = resource.reads();
      if (store.attempts() > 0 && listed(findings, resource)) {
        unknown.add(
            new Unknown(
                "why " + store.attempts() + " reads of " + store.store().shortName() + " failed",
                "attempts that failed are not counted"));
      }
    }
    return unknown;
  }
}
