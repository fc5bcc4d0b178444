package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A JSON value of the snapshot together with where it stands, for messages.
record Node(Json json, String path, Problems problems) {

  /// A member; empty where it is absent. Null is a value.
  Optional<Node> member(String name) {
    return json instanceof Json.Members members && members.map().containsKey(name)
        ? Optional.of(child(members.map().get(name), path.isEmpty() ? name : path + "." + name))
        : Optional.empty();
  }

  private Node child(Json value, String where) {
    return new Node(value, where, problems);
  }

  boolean isNull() {
    return json instanceof Json.Null;
  }

  /// A member in three states: absent is unknown, null is none.
  <T> Part<T> part(String name, Function<Node, Part<T>> read) {
    Optional<Node> member = member(name);
    if (member.isEmpty()) {
      return Part.unknown("`" + name + "` is not in the snapshot");
    }
    return member.get().isNull() ? Part.absent() : read.apply(member.get());
  }

  /// A string, or empty where it is absent or null; another kind is an error.
  Optional<String> text(String name) {
    Optional<Node> member = member(name);
    if (member.isEmpty() || member.get().isNull()) {
      return Optional.empty();
    }
    if (member.get().json() instanceof Json.Text(String value, Json.Position at)) {
      return Optional.of(value);
    }
    member.get().wrongKind("a string");
    return Optional.empty();
  }

  /// A string that must be there and not empty.
  String required(String name) {
    Optional<String> text = text(name).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      problems.error("CFD-ACCESS-0403", this, "no `" + name + "` [expected a string]");
    }
    return text.orElse("");
  }

  /// The entries of an array; none where it is absent or null; another kind is an error.
  List<Node> items(String name) {
    Optional<Node> member = member(name);
    List<Node> items = new ArrayList<>();
    if (member.isEmpty() || member.get().isNull()) {
      return items;
    }
    Node array = member.get();
    if (array.json() instanceof Json.Items(List<Json> list, Json.Position at)) {
      for (int i = 0; i < list.size(); i++) {
        items.add(child(list.get(i), array.path() + "[" + i + "]"));
      }
    } else {
      array.wrongKind("an array");
    }
    return items;
  }

  /// The entries of an array that are objects; others are errors.
  List<Node> objects(String name) {
    List<Node> objects = new ArrayList<>();
    for (Node item : items(name)) {
      if (item.json() instanceof Json.Members) {
        objects.add(item);
      } else {
        item.wrongKind("an object");
      }
    }
    return objects;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(name)) {
      if (item.json() instanceof Json.Text(String value, Json.Position at)) {
        texts.add(value);
      } else {
        item.wrongKind("a string");
      }
    }
    return texts;
  }

  /// The members of an object in order; none where it is absent, null or of another kind.
  Map<String, Node> members(String name) {
    Map<String, Node> members = new LinkedHashMap<>();
    Optional<Node> member = member(name);
    if (member.isPresent() && !member.get().isNull()) {
      Node object = member.get();
      if (object.json() instanceof Json.Members(Map<String, Json> map, Json.Position at)) {
        map.forEach((key, value) -> members.put(key, child(value, object.path() + "." + key)));
      } else {
        object.wrongKind("an object");
      }
    }
    return members;
  }

  /// Refuses members that nobody reads: a misspelt one would silently be missing.
  void only(String... known) {
    if (json instanceof Json.Members(Map<String, Json> map, Json.Position at)) {
      map.forEach(
          (name, value) -> {
            if (!List.of(known).contains(name)) {
              problems.error(
                  "CFD-ACCESS-0404",
                  child(value, path),
                  "unknown member `"
                      + shortened(name)
                      + "` [expected one of "
                      + String.join(", ", known)
                      + "]");
            }
          });
    } else {
      wrongKind("an object");
    }
  }

  void wrongKind(String expected) {
    problems.error("CFD-ACCESS-0402", this, json.kind() + " [expected " + expected + "]");
  }

  static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 64 ? clean : clean.substring(0, 64) + "...";
  }
}
