package io.cofferdam.app.scan.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.cofferdam.app.scan.variant.Variant.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads variants. A file has `bases`, named sets of answers; and `controls`, each with the answers
/// of a healthy account (`bases`, `answers`) and the variants of it in four lists: `faults`,
/// `quiet`, `outside`, `open` ([Truth]). A variant says `how`, and changes the healthy account:
/// `answers` are merged into it ([Patch#merged]), `set` changes single values
/// (`s3 GetBucketAcl /Grants/0/Permission`), `deny` refuses calls. Where it says `each`, it is
/// planted once for each combination of values of the words named there (`$WORD`). `at`, `regions`,
/// `map` and `reviews` stand at the control or the variant.
///
/// Names that begin with `planted-` are replaced by others of no meaning, so that no verdict rests
/// on a name.
final class VariantFile {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("planted-[a-z0-9]+");
  private static final Set<String> OF_VARIANT =
      Set.of("how", "each", "answers", "set", "deny", "at", "regions", "map", "reviews", "bases");

  private final JsonNode root;
  private final Random random;

  private VariantFile(JsonNode root, long seed) {
    this.root = root;
    this.random = new Random(seed);
  }

  /// The variants of a file beside this class.
  static List<Variant> read(String name, long seed) throws IOException {
    try (var stream =
        Objects.requireNonNull(VariantFile.class.getResourceAsStream(name), name + " is missing")) {
      return new VariantFile(YAML.readTree(stream), seed).variants();
    }
  }

  private List<Variant> variants() {
    var variants = new ArrayList<Variant>();
    for (var control : root.path("controls").properties()) {
      for (var truth : Truth.values()) {
        for (var variant : control.getValue().path(truth.key())) {
          variant
              .fieldNames()
              .forEachRemaining(
                  name -> {
                    if (!OF_VARIANT.contains(name)) {
                      throw new IllegalArgumentException(control.getKey() + ": " + name);
                    }
                  });
          for (var words : combinations(variant.path("each"))) {
            variants.add(
                variant(control.getKey(), control.getValue(), Patch.filled(variant, words), truth));
          }
        }
      }
    }
    return variants;
  }

  private Variant variant(String id, JsonNode control, JsonNode variant, Truth truth) {
    var answers = YAML.createObjectNode();
    for (var of : List.of(control, variant)) {
      for (var base : of.path("bases")) {
        var named = root.path("bases").path(base.asText());
        if (named.isMissingNode()) {
          throw new IllegalArgumentException(id + ": no base " + base);
        }
        answers = (ObjectNode) Patch.merged(answers, named);
      }
      if (of.path("answers").isObject()) {
        answers = (ObjectNode) Patch.merged(answers, of.path("answers"));
      }
    }
    for (var each : variant.path("set").properties()) {
      var cut = each.getKey().indexOf(" /");
      var call = each.getKey().substring(0, cut);
      if (!answers.has(call)) {
        throw new IllegalArgumentException(id + ": " + variant.path("how") + ": no " + call);
      }
      Patch.set(answers.path(call), each.getKey().substring(cut + 1), each.getValue());
    }
    var names = new HashMap<String, String>();
    var bodies = new HashMap<String, JsonNode>();
    for (var each : renamed(answers, names).properties()) {
      bodies.put(each.getKey(), Patch.documents(each.getValue()));
    }
    var denied = new HashSet<String>();
    renamed(variant.path("deny"), names).forEach(each -> denied.add(each.asText()));
    return new Variant(
        id,
        variant.path("how").asText(),
        truth,
        renamed(either(variant, control, "at"), names).asText(""),
        regions(either(variant, control, "regions")),
        bodies,
        denied,
        renamed(either(variant, control, "map"), names),
        renamed(either(variant, control, "reviews"), names));
  }

  private static JsonNode either(JsonNode variant, JsonNode control, String name) {
    return variant.has(name) ? variant.path(name) : control.path(name);
  }

  private static List<String> regions(JsonNode told) {
    var regions = new ArrayList<String>();
    told.forEach(each -> regions.add(each.asText()));
    return regions.isEmpty() ? List.of("eu-central-1") : regions;
  }

  /// The same with each `planted-` name replaced.
  private JsonNode renamed(JsonNode node, Map<String, String> names) {
    if (node.isMissingNode()) {
      return MissingNode.getInstance();
    }
    var text =
        NAME.matcher(node.toString())
            .replaceAll(found -> names.computeIfAbsent(found.group(), key -> meaningless()));
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private String meaningless() {
    var name = new StringBuilder();
    for (var i = 0; i < 8; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }

  private static List<Map<String, JsonNode>> combinations(JsonNode each) {
    List<Map<String, JsonNode>> all = List.of(Map.of());
    for (var word : each.properties()) {
      var more = new ArrayList<Map<String, JsonNode>>();
      for (var known : all) {
        for (var value : word.getValue()) {
          var next = new HashMap<>(known);
          next.put(word.getKey(), value);
          more.add(next);
        }
      }
      all = more;
    }
    return all;
  }
}
