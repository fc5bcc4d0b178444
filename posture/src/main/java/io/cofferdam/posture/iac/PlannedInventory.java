package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.posture.iac.Planned.Item;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Notebook;
import io.cofferdam.posture.inventory.PlannedFacts;
import io.cofferdam.posture.inventory.PlannedFacts.Language;
import io.cofferdam.posture.inventory.PlannedFacts.Written;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.spi.CallOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes an inventory of what is planned: each resource with a mapping becomes one of the inventory
/// or adds facts to one.
///
/// What a plan does not show may still be there: every list of the inventory has a gap.
final class PlannedInventory {
  private static final String NOT_SHOWN = "the plan shows only what it makes";

  private final Planned planned;
  private final Mappings mappings;
  private final CollectPlan collected;
  private final String account;
  private final String region;
  private final Map<String, Item> byAddress = new HashMap<>();
  private final Map<String, List<Sketch>> named = new HashMap<>();
  private final List<Sketch> sketches = new ArrayList<>();
  private final Map<String, Integer> unmapped = new TreeMap<>();
  private final Set<String> elsewhere = new TreeSet<>();
  private final Map<String, Map<String, String>> anywhere = new HashMap<>();
  private final Notebook notebook = new Notebook();
  private final Sketch ofAccount;

  PlannedInventory(
      Planned planned, Mappings mappings, CollectPlan collected, String account, String region) {
    this.planned = planned;
    this.mappings = mappings;
    this.collected = collected;
    this.account = account;
    this.region = region;
    this.ofAccount =
        new Sketch(
            new Item(
                account,
                Inventory.ACCOUNT,
                JsonNodeFactory.instance.objectNode(),
                false,
                Optional.empty(),
                new Written("", 0, account, Language.TERRAFORM)),
            Inventory.ACCOUNT,
            new Identity(account, "arn:aws:iam::" + account + ":root", false));
  }

  /// Types without a mapping, with how many of each there are.
  Map<String, Integer> unmapped() {
    return unmapped;
  }

  /// Resources that only add to something the plan does not show.
  Set<String> elsewhere() {
    return elsewhere;
  }

  /// Names that stand in for those that AWS will give, with the addresses.
  Map<String, String> invented() {
    var invented = new LinkedHashMap<String, String>();
    for (var sketch : sketches) {
      if (sketch.identity.invented()) {
        invented.put(sketch.identity.name(), sketch.item.address());
      }
    }
    return invented;
  }

  /// What is assumed, for the types that occur.
  Set<String> assumed() {
    var assumed = new TreeSet<String>();
    for (var sketch : sketches) {
      if (sketch.item.created()) {
        mappings.of(sketch.item.type()).ifPresent(each -> assumed.addAll(each.assumed()));
      }
    }
    return assumed;
  }

  Inventory inventory() {
    planned.resources().forEach(item -> byAddress.put(item.address(), item));
    for (var item : planned.resources()) {
      var mapping = mappings.of(item.type());
      if (mapping.isEmpty()) {
        unmapped.merge(item.type(), 1, Integer::sum);
      } else if (!mapping.get().becomes().isEmpty()) {
        sketch(item, mapping.get());
      }
    }
    for (var item : planned.resources()) {
      mappings.of(item.type()).filter(m -> !m.addsTo().isEmpty()).ifPresent(m -> add(item, m));
    }
    var resources = new ArrayList<Resource>();
    for (var sketch : sketches) {
      sketch.unknown.putAll(anywhere.getOrDefault(sketch.type, Map.of()));
    }
    resources.add(ofAccount.done());
    sketches.forEach(sketch -> resources.add(sketch.done()));
    resources.sort(Comparator.comparing(Resource::id).thenComparing(Resource::type));
    return new Inventory(resources, gaps());
  }

  private List<ListGap> gaps() {
    var gaps = new ArrayList<ListGap>();
    var types = new TreeSet<String>();
    collected
        .services()
        .forEach(
            service ->
                service.calls().forEach(c -> c.lists().ifPresent(list -> types.add(list.type()))));
    var regions = new TreeSet<String>(Set.of(""));
    sketches.forEach(sketch -> regions.add(region(sketch.item)));
    for (var where : regions) {
      types.forEach(type -> gaps.add(new ListGap(account, where, type, gap(type, NOT_SHOWN))));
    }
    return gaps;
  }

  static Gap gap(String fact, String why) {
    return new Gap(fact, "", "", CallOutcome.UNSUPPORTED, why);
  }

  private void sketch(Item item, Mapping mapping) {
    var identity =
        Identity.of(
            mapping, item.address(), path -> resolved(item, path), account, someRegion(item));
    var sketch = new Sketch(item, mapping.becomes(), identity);
    sketches.add(sketch);
    names(item, mapping, identity)
        .forEach(
            name ->
                named
                    .computeIfAbsent(mapping.becomes() + "\n" + name, _ -> new ArrayList<>())
                    .add(sketch));
    mapping
        .facts()
        .forEach(
            (fact, template) -> {
              var filler = new FactTemplate(item.created(), sketch.itself(), this::exported);
              var value = filler.fill(template, item.values());
              if (!filler.unknown().isEmpty()) {
                sketch.unknown.put(fact, String.join("; ", filler.unknown()));
              } else if (value.isMissingNode()) {
                sketch.absent.add(fact);
              } else {
                sketch.own.set(fact, value.deepCopy());
              }
            });
    if (item.created()) {
      sketch.fresh = mapping.fresh();
      sketch.absent.addAll(mapping.absent());
    }
  }

  private Set<String> names(Item item, Mapping mapping, Identity identity) {
    var names = new TreeSet<String>(Set.of(identity.name(), identity.id()));
    for (var export : mapping.exports().keySet()) {
      identity
          .export(mapping, export, path -> resolved(item, path), account, someRegion(item))
          .ifPresent(names::add);
    }
    return names;
  }

  private String region(Item item) {
    return item.region().orElse(region);
  }

  /// For names in which a region must stand.
  private String someRegion(Item item) {
    var where = region(item);
    return where.isEmpty() ? Identity.SOME_REGION : where;
  }

  private JsonNode resolved(Item item, String path) {
    return FactPath.plain(item.values(), path);
  }

  private Optional<String> exported(NotKnown.Reference reference) {
    var item = byAddress.get(reference.address());
    if (item == null) {
      return Optional.empty();
    }
    return mappings
        .of(item.type())
        .flatMap(
            mapping ->
                Identity.of(
                        mapping,
                        item.address(),
                        path -> resolved(item, path),
                        account,
                        someRegion(item))
                    .export(
                        mapping,
                        reference.attribute(),
                        path -> resolved(item, path),
                        account,
                        someRegion(item)));
  }

  private void add(Item item, Mapping mapping) {
    if (mapping.addsTo().equals(Inventory.ACCOUNT)) {
      fill(item, mapping, ofAccount);
      return;
    }
    var value = FactPath.at(item.values(), mapping.by());
    var mark = NotKnown.of(value);
    var name =
        mark.isPresent()
            ? mark.flatMap(NotKnown::refers).flatMap(this::exported)
            : Optional.of(value.asText(""));
    if (name.isEmpty()) {
      var facts = anywhere.computeIfAbsent(mapping.addsTo(), _ -> new HashMap<>());
      mapping
          .facts()
          .keySet()
          .forEach(fact -> facts.putIfAbsent(fact, "may be set by " + item.address()));
      return;
    }
    var hosts = named.getOrDefault(mapping.addsTo() + "\n" + name.get(), List.of());
    if (hosts.isEmpty()) {
      elsewhere.add(item.address());
    }
    hosts.forEach(host -> fill(item, mapping, host));
  }

  private void fill(Item item, Mapping mapping, Sketch host) {
    mapping
        .facts()
        .forEach(
            (fact, template) -> {
              var filler = new FactTemplate(item.created(), host.itself(), this::exported);
              var value = filler.fill(template, item.values());
              if (!filler.unknown().isEmpty()) {
                host.unknown.put(fact, String.join("; ", filler.unknown()));
              } else if (!value.isMissingNode()) {
                host.add(fact, value.deepCopy());
              }
            });
  }

  /// A resource while its facts come together.
  private final class Sketch {
    private final Item item;
    private final String type;
    private final Identity identity;
    private final ObjectNode own = JsonNodeFactory.instance.objectNode();
    private final ObjectNode added = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> unknown = new TreeMap<>();
    private final Set<String> absent = new TreeSet<>();
    private ObjectNode fresh = JsonNodeFactory.instance.objectNode();

    Sketch(Item item, String type, Identity identity) {
      this.item = item;
      this.type = type;
      this.identity = identity;
    }

    Map<String, JsonNode> itself() {
      var where = region(item);
      return Map.of(
          "@name", TextNode.valueOf(identity.name()),
          "@id", TextNode.valueOf(identity.id()),
          "@account", TextNode.valueOf(account),
          "@region",
              where.isEmpty()
                  ? NotKnown.because("the region is not known")
                  : TextNode.valueOf(where));
    }

    void add(String fact, JsonNode value) {
      Merging.into(added, fact, value);
    }

    Resource done() {
      var facts = own;
      added
          .properties()
          .forEach(
              each -> {
                if (each.getValue().isArray()) {
                  Merging.into(facts, each.getKey(), each.getValue());
                } else {
                  facts.set(each.getKey(), each.getValue());
                }
              });
      fresh
          .properties()
          .forEach(
              each -> {
                if (!facts.has(each.getKey()) && !unknown.containsKey(each.getKey())) {
                  facts.set(each.getKey(), filled(each.getValue()));
                }
              });
      unknown.keySet().forEach(facts::remove);
      absent.removeAll(unknown.keySet());
      if (type.equals(Inventory.ACCOUNT)) {
        return new Resource(
            type, identity.id(), identity.name(), account, "", facts, gapsOfUnknown());
      }
      var gaps = gapsOfUnknown();
      for (var service : collected.services()) {
        for (var call : service.calls()) {
          var fact = call.as();
          if (call.forType().equals(type)
              && !fact.isEmpty()
              && !facts.has(fact)
              && !absent.contains(fact)
              && !unknown.containsKey(fact)) {
            gaps.add(gap(fact, "is not told by the plan"));
          }
        }
      }
      return new Resource(
          type,
          identity.id(),
          identity.name(),
          account,
          region(item),
          new PlannedFacts(facts, absent, unknown, item.where(), notebook),
          gaps);
    }

    /// A default with the resource's own name, ARN and account.
    private JsonNode filled(JsonNode node) {
      if (node.isTextual()) {
        return TextNode.valueOf(
            node.asText()
                .replace("{account}", account)
                .replace("{id}", identity.id())
                .replace("{name}", identity.name()));
      }
      if (node instanceof ObjectNode object) {
        var copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(each -> copy.set(each.getKey(), filled(each.getValue())));
        return copy;
      }
      if (node.isArray()) {
        var copy = JsonNodeFactory.instance.arrayNode();
        node.forEach(each -> copy.add(filled(each)));
        return copy;
      }
      return node;
    }

    private List<Gap> gapsOfUnknown() {
      var gaps = new ArrayList<Gap>();
      unknown.forEach((fact, why) -> gaps.add(gap(fact, why)));
      return gaps;
    }
  }
}
