package io.cofferdam.posture.predicate.trail;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;

/// A condition on one field of an event (AWS CloudTrail User Guide, "Filtering data events by using
/// advanced event selectors"). It holds if none of the deselecting operators does and, where there
/// are selecting ones, at least one of these. Values are taken as they stand: no wildcards, and
/// capitals count.
///
/// @param field such as `resources.ARN`
/// @param select one of these is matched; none: nothing is wanted
/// @param deselect none of these is matched
record FieldSelector(String field, List<Pattern> select, List<Pattern> deselect) {
  FieldSelector {
    select = List.copyOf(select);
    deselect = List.copyOf(deselect);
  }

  static FieldSelector equalTo(String field, String value) {
    return new FieldSelector(field, List.of(Pattern.literal(value)), List.of());
  }

  /// A condition by prefixes, as the data resources of a basic selector are.
  static FieldSelector startingWith(String field, List<String> prefixes) {
    return new FieldSelector(
        field, prefixes.stream().map(p -> pattern(p, false, true)).toList(), List.of());
  }

  /// An element of `FieldSelectors`.
  static FieldSelector of(JsonNode node) {
    var select = new ArrayList<Pattern>();
    var deselect = new ArrayList<Pattern>();
    node.path("Equals").forEach(v -> select.add(pattern(v.asText(), false, false)));
    node.path("StartsWith").forEach(v -> select.add(pattern(v.asText(), false, true)));
    node.path("EndsWith").forEach(v -> select.add(pattern(v.asText(), true, false)));
    node.path("NotEquals").forEach(v -> deselect.add(pattern(v.asText(), false, false)));
    node.path("NotStartsWith").forEach(v -> deselect.add(pattern(v.asText(), false, true)));
    node.path("NotEndsWith").forEach(v -> deselect.add(pattern(v.asText(), true, false)));
    return new FieldSelector(node.path("Field").asText(), select, deselect);
  }

  private static Pattern pattern(String text, boolean before, boolean after) {
    var tokens = new ArrayList<Integer>();
    if (before) {
      tokens.add(Pattern.MANY);
    }
    text.chars().forEach(tokens::add);
    if (after) {
      tokens.add(Pattern.MANY);
    }
    return Pattern.ofTokens(tokens.stream().mapToInt(Integer::intValue).toArray(), false);
  }
}
