package io.cofferdam.respond.playbook;

import io.cofferdam.evidence.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A part of a JSON or YAML document that knows where it stands.
public sealed interface DocNode {
  Place place();

  /// The same as canonical JSON: what is kept of a playbook with a case.
  Json json();

  /// Names with values.
  ///
  /// @param entries in the order of the document
  record Mapping(Place place, Map<String, Entry> entries) implements DocNode {
    public Mapping {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Json json() {
      var members = new TreeMap<String, Json>();
      entries.forEach((name, entry) -> members.put(name, entry.value().json()));
      return new Json.Members(members);
    }
  }

  /// One name with its value.
  ///
  /// @param key where the name stands
  record Entry(Place key, DocNode value) {}

  record Items(Place place, List<DocNode> items) implements DocNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Json json() {
      return new Json.Array(items.stream().map(DocNode::json).toList());
    }
  }

  /// One value.
  ///
  /// @param text as it is written, without quotes
  record Scalar(Place place, String text, Kind kind) implements DocNode {
    @Override
    public Json json() {
      return switch (kind) {
        case TEXT -> Json.of(text);
        case NOTHING -> new Json.Nothing();
        case TRUTH -> new Json.Truth(Boolean.parseBoolean(text));
        case WHOLE -> whole();
      };
    }

    private Json whole() {
      try {
        return Json.of(Long.parseLong(text));
      } catch (IllegalArgumentException beyond) {
        return Json.of(text);
      }
    }
  }

  /// What a scalar is.
  enum Kind {
    TEXT,
    WHOLE,
    TRUTH,
    NOTHING
  }
}
