package io.cofferdam.app.readiness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.model.scope.Bounds;
import java.util.List;

/// Readiness for machines: the `readiness` of `schema/scan.schema.json`.
public final class ReadinessJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReadinessJson() {}

  public static ArrayNode of(List<StoreReadiness> stores) {
    var all = NODES.arrayNode();
    stores.forEach(store -> all.add(store(store)));
    return all;
  }

  private static ObjectNode store(StoreReadiness store) {
    var node = NODES.objectNode();
    node.put("store", store.store().id());
    node.put("name", store.name());
    if (!store.guess().isEmpty()) {
      node.put("guess", store.guess());
    }
    node.put("says", ReadinessWords.now(store));
    node.set("leak", answer(store.leak()));
    node.set("nothing", answer(store.nothing()));
    node.put("because", store.because());
    texts(node, "logs", store.logs());
    texts(node, "unknown", store.unknown());
    var changes = node.putArray("changes");
    store.changes().forEach(change -> changes.add(change(change)));
    return node;
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    texts.forEach(node.putArray(name)::add);
  }

  private static ObjectNode change(LogChange change) {
    var node = NODES.objectNode();
    node.put("id", change.id());
    node.put("resource", change.resource());
    texts(node, "controls", change.controls());
    node.put("change", change.change());
    node.put("how", change.how());
    node.put("says", ReadinessWords.then(change));
    node.set("leak", answer(change.leak()));
    node.set("nothing", answer(change.nothing()));
    number(node, "gain", change.gain(), change.gain() != Bounds.UNBOUNDED);
    number(node, "eventsPerDay", change.eventsPerDay(), change.eventsPerDay() >= 0);
    node.put("cost", change.cost());
    return node;
  }

  private static ObjectNode answer(LeakAnswer answer) {
    var node = NODES.objectNode();
    node.put("taken", answer.taken());
    node.set("objects", bounds(answer.objects()));
    node.set("people", bounds(answer.people()));
    node.put("noEvidence", answer.noEvidence());
    return node;
  }

  private static ObjectNode bounds(Bounds bounds) {
    var node = NODES.objectNode();
    node.put("atLeast", bounds.atLeast());
    node.put("estimate", bounds.estimate());
    number(node, "atMost", bounds.atMost(), bounds.bounded());
    return node;
  }

  private static void number(ObjectNode node, String name, long number, boolean known) {
    if (known) {
      node.put(name, number);
    } else {
      node.putNull(name);
    }
  }
}
