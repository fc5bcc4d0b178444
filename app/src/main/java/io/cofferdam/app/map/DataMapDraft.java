package io.cofferdam.app.map;

import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.app.report.page.Words;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A first data map, in the shape that `--data-map` reads. What the configuration suggests is
/// marked as a guess; what would accuse somebody if it were wrong (who is meant to read, where data
/// must stay) stands in comments only.
public final class DataMapDraft {
  /// The part of a store in the chain, and the artefact that it holds or nothing.
  private record Role(String word, String artefact) {}

  private static final Map<Relation, Role> ROLES =
      Map.of(
          Relation.TRAINED_ON, new Role("training-data", ""),
          Relation.WEIGHTS, new Role("weights", "weights"),
          Relation.READS, new Role("retrieval-store", ""),
          Relation.INDEX, new Role("retrieval-store", ""),
          Relation.CAPTURES, new Role("inference-data", ""),
          Relation.WRITES, new Role("other", ""));

  /// Where a store lies.
  private record Place(String resource, String prefix) {}

  /// A store while it is gathered.
  private record Draft(Role role, Set<String> why, Set<String> readers) {}

  private DataMapDraft() {}

  /// The YAML of a map.
  public static String of(EstateMap map) {
    var yaml = new StringBuilder();
    yaml.append("# A first data map, made of the configuration of ")
        .append(String.join(", ", map.accounts()))
        .append(" as read at ")
        .append(Words.time(map.takenAt()))
        .append(" UTC.\n")
        .append(
            "# Nobody has confirmed it. Each line with the word `guess` is what the"
                + " configuration\n")
        .append(
            "# suggests: check it, correct it, take the word away. docs/data-map.md tells the"
                + " rest.\n")
        .append("version: 1\n")
        .append(
            "# organisation:            # not told by any configuration; decides which duties"
                + " apply\n")
        .append("#   name: \n#   country: DE\n")
        .append("accounts: [");
    yaml.append(String.join(", ", map.accounts().stream().map(DataMapDraft::quoted).toList()));
    yaml.append("]   # guess: the accounts that were read are your own\n");
    var stores = stores(map);
    if (stores.isEmpty()) {
      yaml.append("stores: []\n");
      return yaml.toString();
    }
    yaml.append("stores:\n");
    stores.forEach((place, draft) -> store(yaml, place, draft, map.scene()));
    return yaml.toString();
  }

  private static Map<Place, Draft> stores(EstateMap map) {
    Map<Place, Draft> stores = new LinkedHashMap<>();
    for (var row : map.rows()) {
      var workload = row.workload();
      for (var relation :
          List.of(
              Relation.TRAINED_ON,
              Relation.WEIGHTS,
              Relation.READS,
              Relation.INDEX,
              Relation.CAPTURES,
              Relation.WRITES)) {
        for (var target : workload.linked(relation)) {
          place(target)
              .ifPresent(
                  place -> {
                    var draft =
                        stores.computeIfAbsent(
                            place,
                            _ ->
                                new Draft(
                                    ROLES.getOrDefault(relation, new Role("unknown", "")),
                                    new LinkedHashSet<>(),
                                    new LinkedHashSet<>()));
                    draft.why().add("`" + workload.resource().name() + "` " + words(relation));
                    draft.readers().addAll(row.roles());
                  });
        }
      }
    }
    invocations(map.scene(), stores);
    return stores;
  }

  private static String words(Relation relation) {
    return switch (relation) {
      case TRAINED_ON -> "was trained on it";
      case WEIGHTS -> "loads its model from it";
      case READS -> "looks things up in it";
      case INDEX -> "keeps its index in it";
      case CAPTURES -> "has its calls captured to it";
      default -> "writes to it";
    };
  }

  private static void invocations(Scene scene, Map<Place, Draft> stores) {
    for (var region : scene.inventory().ofType(Inventory.REGION)) {
      var bucket = region.fact("invocation-logging.s3Config.bucketName").asText("");
      if (!bucket.isEmpty()) {
        stores
            .computeIfAbsent(
                new Place(
                    "arn:aws:s3:::" + bucket,
                    region.fact("invocation-logging.s3Config.keyPrefix").asText("")),
                _ ->
                    new Draft(
                        new Role("inference-data", "prompts"),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>()))
            .why()
            .add("calls of Bedrock in " + region.region() + " are logged to it");
      }
    }
  }

  private static Optional<Place> place(String target) {
    if (target.startsWith("s3://")) {
      var parts = target.substring(5).split("/", 2);
      return parts[0].isBlank()
          ? Optional.empty()
          : Optional.of(new Place("arn:aws:s3:::" + parts[0], parts.length > 1 ? parts[1] : ""));
    }
    return target.startsWith("arn:") && target.split(":", 6).length == 6
        ? Optional.of(new Place(target, ""))
        : Optional.empty();
  }

  private static void store(StringBuilder yaml, Place place, Draft draft, Scene scene) {
    yaml.append("  # guess: ").append(comment(String.join("; ", draft.why()))).append('\n');
    yaml.append("  - name: ").append(quoted(name(place))).append('\n');
    yaml.append("    resource: ").append(quoted(place.resource())).append('\n');
    if (!place.prefix().isEmpty()) {
      yaml.append("    prefix: ").append(quoted(place.prefix())).append('\n');
    }
    yaml.append("    role: ").append(draft.role().word()).append("   # guess\n");
    if (!draft.role().artefact().isEmpty()) {
      yaml.append("    artefact: ").append(draft.role().artefact()).append("   # guess\n");
    }
    yaml.append("    personal-data: unknown   # yes or no; then data-classes and people\n");
    if (!draft.readers().isEmpty()) {
      yaml.append("    # readers: [")
          .append(
              comment(
                  String.join(", ", draft.readers().stream().map(DataMapDraft::quoted).toList())))
          .append("]   # guess: roles of workloads that use it; others would count as strangers\n");
    }
    scene
        .inventory()
        .find("s3-bucket", place.resource())
        .map(Resource::region)
        .filter(region -> !region.isEmpty())
        .ifPresent(
            region ->
                yaml.append("    # regions: [")
                    .append(comment(region))
                    .append("]   # where it lies now; say where it may lie\n"));
  }

  private static String name(Place place) {
    var bare = place.resource().substring(place.resource().lastIndexOf(':') + 1);
    return place.prefix().isEmpty() ? bare : bare + "/" + place.prefix();
  }

  /// A text in double quotes: JSON's escapes are YAML's too.
  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static String comment(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
  }
}
