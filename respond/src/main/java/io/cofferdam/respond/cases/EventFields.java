package io.cofferdam.respond.cases;

import io.cofferdam.evidence.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The members of an event's JSON: written one by one, and read with words about what is missing.
record EventFields(Json.Members members) {

  /// Puts members together.
  static final class Writer {
    private final TreeMap<String, Json> members = new TreeMap<>();

    Writer put(String name, String value) {
      members.put(name, Json.of(value));
      return this;
    }

    Writer put(String name, Json value) {
      members.put(name, value);
      return this;
    }

    Writer put(String name, Optional<String> value) {
      value.ifPresent(text -> members.put(name, Json.of(text)));
      return this;
    }

    Writer people(String name, List<PersonId> people) {
      members.put(name, Json.texts(people.stream().map(PersonId::value).toList()));
      return this;
    }

    Writer put(String name, List<String> values) {
      members.put(name, Json.texts(values));
      return this;
    }

    Writer put(String name, long value) {
      members.put(name, Json.of(value));
      return this;
    }

    Writer without(String name) {
      members.remove(name);
      return this;
    }

    Json.Members done() {
      return new Json.Members(members);
    }
  }

  static Json words(Set<? extends Worded> set) {
    return Json.texts(set.stream().map(Worded::word).toList());
  }

  String text(String name) throws IOException {
    return members.text(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optional(String name) throws IOException {
    return members.members().containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  Instant time(String name) throws IOException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw missing(name);
    }
  }

  Optional<Instant> optionalTime(String name) throws IOException {
    return members.members().containsKey(name) ? Optional.of(time(name)) : Optional.empty();
  }

  PersonId person(String name) throws IOException {
    return new PersonId(text(name));
  }

  List<PersonId> people(String name) throws IOException {
    return texts(name).stream().map(PersonId::new).toList();
  }

  <E extends Enum<E> & Worded> E word(Class<E> set, String name) throws IOException {
    return named(set, name, text(name));
  }

  Set<Role> roles(String name) throws IOException {
    var roles = EnumSet.noneOf(Role.class);
    for (var word : texts(name)) {
      roles.add(named(Role.class, name, word));
    }
    return roles;
  }

  Json.Members object(String name) throws IOException {
    if (members.members().get(name) instanceof Json.Members inner) {
      return inner;
    }
    throw missing(name);
  }

  boolean has(String name) {
    return members.members().containsKey(name);
  }

  List<EventFields> objects(String name) throws IOException {
    var objects = new ArrayList<EventFields>();
    for (var item : members.items(name).orElseThrow(() -> missing(name))) {
      if (!(item instanceof Json.Members inner)) {
        throw missing(name);
      }
      objects.add(new EventFields(inner));
    }
    return objects;
  }

  LocalDate day(String name) throws IOException {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw missing(name);
    }
  }

  long size(String name) throws IOException {
    return members.count(name).orElseThrow(() -> missing(name));
  }

  int count(String name) throws IOException {
    var count = members.count(name).orElseThrow(() -> missing(name));
    if (count > Integer.MAX_VALUE) {
      throw missing(name);
    }
    return count.intValue();
  }

  private static <E extends Enum<E> & Worded> E named(Class<E> set, String name, String word)
      throws IOException {
    return Worded.named(set, word)
        .orElseThrow(
            () ->
                new IOException(
                    "`" + name + "` is `" + word + "`, not one of " + Worded.words(set)));
  }

  List<String> texts(String name) throws IOException {
    var texts = new ArrayList<String>();
    for (var item : members.items(name).orElseThrow(() -> missing(name))) {
      if (!(item instanceof Json.Text(var text))) {
        throw missing(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private static IOException missing(String name) {
    return new IOException("an event without a valid `" + name + "`");
  }
}
