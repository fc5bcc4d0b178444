package io.cofferdam.posture.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Paths and templates over the facts of a resource.
public final class Facts {
  private static final Pattern HOLE =
      Pattern.compile(
          "\\{([A-Za-z0-9_.-]+)(?:\\|([a-z0-9-]+))?(?:\\|([A-Za-z0-9-]+)=([a-z0-9-]+))?}");

  private Facts() {}

  /// The value at a dotted path, missing where there is none.
  public static JsonNode at(JsonNode facts, String path) {
    JsonNode node = facts;
    for (var step : path.split("\\.", -1)) {
      node = node.path(step);
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  /// The elements of the array at a path; where an array lies on the way, of each of its elements.
  public static List<JsonNode> items(JsonNode answer, String path) {
    var found = List.of(answer);
    for (var step : path.split("\\.", -1)) {
      var next = new ArrayList<JsonNode>();
      for (var node : found) {
        var value = node.path(step);
        if (value.isArray()) {
          value.forEach(next::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
          next.add(value);
        }
      }
      found = next;
    }
    return found;
  }

  /// The first member of a path, which names the fact.
  public static String first(String path) {
    var dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  /// The first members of the paths that a template is filled with.
  public static Set<String> holes(String template) {
    var holes = new TreeSet<String>();
    var matcher = HOLE.matcher(template);
    while (matcher.find()) {
      holes.add(first(matcher.group(1)));
    }
    return holes;
  }

  /// A template with its holes filled; empty where a fact for one is missing. A hole may name a
  /// word that a member stands for when it is left out or empty
  /// (`{location.LocationConstraint|us-east-1}`); where the object that would hold the member is
  /// not known, neither is the word. After it may stand what one value stands for
  /// (`{location.LocationConstraint|us-east-1|EU=eu-west-1}`).
  public static Optional<String> fill(
      String template, JsonNode facts, String account, String region) {
    var filled = new StringBuilder();
    var matcher = HOLE.matcher(template);
    while (matcher.find()) {
      var value =
          switch (matcher.group(1)) {
            case "account" -> account;
            case "region" -> region;
            default -> text(facts, matcher.group(1), matcher.group(2));
          };
      if (value.isEmpty()) {
        return Optional.empty();
      }
      var meant = value.equals(matcher.group(3)) ? matcher.group(4) : value;
      matcher.appendReplacement(filled, Matcher.quoteReplacement(meant));
    }
    matcher.appendTail(filled);
    return Optional.of(filled.toString());
  }

  private static String text(JsonNode facts, String path, @Nullable String otherwise) {
    var value = at(facts, path);
    if (otherwise != null && (value.isMissingNode() || value.asText("").isEmpty())) {
      var dot = path.lastIndexOf('.');
      return at(facts, path.substring(0, Math.max(dot, 0))).isObject() ? otherwise : "";
    }
    return value.isValueNode() ? value.asText("") : "";
  }
}
