package io.cofferdam.app.review;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.predicate.identity.ReaderReview;
import java.io.IOException;
import java.util.List;

/// A review for machines.
public final class ReviewJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReviewJson() {}

  /// Indented JSON.
  public static String of(ReviewDocument document) {
    var root = JSON.createObjectNode();
    root.put("taken-at", document.review().takenAt().toString());
    root.put("document-sha256", document.sha256());
    document
        .before()
        .ifPresent(
            before ->
                root.putObject("compared-with")
                    .put("taken-at", before.takenAt().toString())
                    .put("signed-at", before.at().toString())
                    .put("by", before.by()));
    var stores = root.putArray("stores");
    document.review().stores().forEach(store -> store(document, store, stores.addObject()));
    texts(root, "gone", document.gone());
    texts(root, "not-known", document.review().open());
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new CofferdamBug("a tree is always JSON", e);
    }
  }

  private static void store(ReviewDocument document, ReaderReview.Store store, ObjectNode node) {
    node.put("id", store.id());
    node.put("sensitivity", store.sensitivity());
    texts(node, "data-classes", store.dataClasses());
    texts(node, "readers", store.readers());
    texts(node, "conditional-readers", store.conditional());
    texts(node, "guarded-readers", store.guarded());
    node.put("readers-known", store.known());
    texts(node, "unread", store.unread());
    document
        .change(store)
        .ifPresent(
            change -> {
              node.put("new", change.fresh());
              texts(node, "gained", change.gained());
              texts(node, "lost", change.lost());
              texts(node, "no-longer-certain", change.unsure());
            });
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    var array = node.putArray(name);
    texts.forEach(array::add);
  }
}
