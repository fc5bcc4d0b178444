package io.cofferdam.posture.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.SampleScene;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The samples of the controls as units that can be copied: the resources of a sample keep their
/// relations among each other, and get names, account and (where the sample is about a whole
/// region) region of the copy. So the rare kinds of a shop's estate stand in a large inventory too.
final class SampleUnits {
  private static final String OWN = "111122223333";
  private static final String HERE = "eu-central-1";
  private static final String ORGANISATION = "org-";

  private final List<Unit> units = new ArrayList<>();

  /// One sample.
  ///
  /// @param of the type of resource it is about
  private record Unit(String of, List<Resource> resources, List<Store> stores, Set<String> names) {}

  /// What a copy adds.
  record Copy(List<Resource> resources, List<Store> stores) {}

  SampleUnits(ControlCatalogue catalogue) {
    for (var sample : List.of("met", "violated")) {
      for (var entry : catalogue.entries()) {
        var scene = new SampleScene(entry.control(), entry.samples().path(sample)).scene();
        var type = entry.samples().path(sample).path("type").asText(entry.control().resource());
        var kept =
            scene.inventory().resources().stream()
                .filter(each -> !each.type().startsWith(ORGANISATION))
                .toList();
        units.add(new Unit(type, kept, scene.map().stores(), names(kept)));
      }
    }
  }

  int size() {
    return units.size();
  }

  /// Whether a unit is about a whole account or region, so that one account or region takes one.
  boolean ofPlace(int unit) {
    return Set.of(Inventory.ACCOUNT, Inventory.REGION).contains(units.get(unit).of());
  }

  /// A copy of a unit; what it tells of the account and the region goes to the company.
  Copy copy(int unit, int number, String account, String region, Company company) {
    var of = units.get(unit);
    var parts =
        of.of().equals(Inventory.REGION)
            ? Map.of(OWN, account, HERE, region)
            : Map.of(OWN, account);
    var names = new Names(of.names(), "-s" + number, parts);
    var resources = new ArrayList<Resource>();
    var seen = new HashSet<String>();
    for (var each : of.resources()) {
      var facts = names.of(each.facts());
      var place =
          of.of().equals(Inventory.REGION) && each.region().equals(HERE) ? region : each.region();
      switch (each.type()) {
        case Inventory.ACCOUNT -> company.account(account, facts);
        case Inventory.REGION -> {
          if (Company.REGIONS.contains(place)) {
            company.region(account, place, facts);
          }
        }
        default -> {
          var id = names.of(each.id());
          while (!seen.add(each.type() + " " + id)) {
            id += "-" + names.of(each.name()); // samples leave ids out where they do not matter
          }
          resources.add(
              new Resource(
                  each.type(),
                  id,
                  names.of(each.name()),
                  names.of(each.account()),
                  place,
                  facts,
                  each.gaps()));
        }
      }
    }
    return new Copy(resources, of.stores().stream().map(each -> store(each, names)).toList());
  }

  private static Store store(Store store, Names names) {
    var bucket = names.of(store.name());
    return new Store(
        bucket,
        ResourceId.bucket(bucket),
        store.artefact(),
        store.role(),
        store.dataClasses(),
        store.personalData(),
        Map.of(),
        store.readers().stream().map(names::of).toList(),
        List.of(),
        "",
        store.personalData(),
        -1,
        List.of());
  }

  private static Set<String> names(List<Resource> resources) {
    var names = new HashSet<String>();
    for (var each : resources) {
      if (each.type().equals(Inventory.ACCOUNT)) {
        identities(each.facts(), names);
      } else if (!each.type().equals(Inventory.REGION)) {
        names.add(each.name());
        var id = each.id();
        names.add(id.substring(Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')) + 1));
      }
    }
    names.removeIf(each -> each.length() < 2 || each.equals(HERE) || each.equals("default"));
    return names;
  }

  private static void identities(ObjectNode facts, Set<String> names) {
    var lists =
        Map.of(
            "RoleDetailList", "RoleName",
            "UserDetailList", "UserName",
            "GroupDetailList", "GroupName",
            "Policies", "PolicyName");
    lists.forEach(
        (list, name) ->
            facts
                .path("identities")
                .path(list)
                .forEach(each -> names.add(each.path(name).asText(""))));
  }
}
