package io.cofferdam.posture.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.SampleScene;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// An inventory of any size: the resources of all samples of all controls, again and again under
/// other names, spread evenly over their types and over twenty accounts of five regions.
final class LargeInventory {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ACCOUNTS = 20;
  private static final List<String> REGIONS =
      List.of("eu-central-1", "eu-west-1", "eu-north-1", "us-east-1", "ap-southeast-2");

  private LargeInventory() {}

  static Inventory of(ControlCatalogue catalogue, int size) {
    var pool = new TreeMap<String, List<Resource>>();
    var accounts = new ArrayList<Resource>();
    for (var entry : catalogue.entries()) {
      for (var sample : List.of("met", "violated")) {
        if (!entry.samples().has(sample)) {
          continue;
        }
        for (var each :
            new SampleScene(entry.control(), entry.samples().path(sample))
                .scene()
                .inventory()
                .resources()) {
          if (each.type().equals(Inventory.ACCOUNT)) {
            accounts.add(each);
          } else if (!each.type().equals(Inventory.REGION)) {
            pool.computeIfAbsent(each.type(), _ -> new ArrayList<>()).add(each);
          }
        }
      }
    }
    var all = new ArrayList<Resource>(size + ACCOUNTS * (REGIONS.size() + 1));
    for (int i = 0; i < ACCOUNTS; i++) {
      all.add(copy(accounts.get(i % accounts.size()), i, i, ""));
      for (var region : REGIONS) {
        all.add(
            new Resource(
                Inventory.REGION,
                "arn:aws:account::" + account(i) + ":region/" + region,
                region,
                account(i),
                region,
                JSON.createObjectNode(),
                List.of()));
      }
    }
    var types = List.copyOf(pool.values());
    for (int i = 0; i < size; i++) {
      var type = types.get(i % types.size());
      var turn = i / types.size();
      all.add(
          copy(type.get(turn % type.size()), i, i % ACCOUNTS, REGIONS.get(turn % REGIONS.size())));
    }
    all.sort(Comparator.comparing(Resource::id).thenComparing(Resource::type));
    return new Inventory(all, List.of());
  }

  private static String account(int number) {
    return Long.toString(222_200_000_000L + number);
  }

  private static Resource copy(Resource of, int number, int account, String region) {
    var key = new UUID(0x11112222_33334444L, number).toString();
    var old = of.type().equals(Inventory.ACCOUNT) ? List.<String>of() : List.of(of.name());
    return new Resource(
        of.type(),
        renamed(of.id(), old, key, number, account),
        renamed(of.name(), old, key, number, account),
        account(account),
        region.isEmpty() ? of.region() : region,
        facts(of.facts(), old, key, number, account),
        of.gaps());
  }

  private static ObjectNode facts(
      ObjectNode facts, Collection<String> old, String key, int number, int account) {
    try {
      return (ObjectNode) JSON.readTree(renamed(facts.toString(), old, key, number, account));
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("renamed facts are facts", impossible);
    }
  }

  private static String renamed(
      String text, Collection<String> old, String key, int number, int account) {
    var renamed =
        text.replace("111122223333", account(account))
            .replace("11111111-2222-3333-4444-555555555555", key)
            .replace("shop-training", "shop-" + number);
    for (var name : old) {
      if (name.length() > 3 && !name.equals("shop-training")) {
        renamed = renamed.replace(name, name + "-" + number);
      }
    }
    return renamed;
  }
}
