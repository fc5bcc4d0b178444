package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.playbook.DocNode.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of one mapping, read one by one; what is wrong with them goes to the flaws, and the
/// reading goes on, so that one run shows all of it.
public final class Fields {
  private final DocNode.Mapping mapping;
  private final String what;
  private final List<Flaw> flaws;

  private Fields(DocNode.Mapping mapping, String what, List<Flaw> flaws) {
    this.mapping = mapping;
    this.what = what;
    this.flaws = flaws;
  }

  /// The members of a node.
  ///
  /// @param what it is, for messages: `step action--close`
  /// @param known the names it can have; empty for any
  public static Fields of(DocNode node, String what, Set<String> known, List<Flaw> flaws) {
    if (!(node instanceof DocNode.Mapping mapping)) {
      flaws.add(
          new Flaw(
              node.place(), FlawKind.WRONG_TYPE, what + " is no mapping [names and values]", ""));
      return new Fields(new DocNode.Mapping(node.place(), Map.of()), what, flaws);
    }
    if (!known.isEmpty()) {
      mapping
          .entries()
          .forEach(
              (name, entry) -> {
                if (!known.contains(name)) {
                  flaws.add(
                      new Flaw(
                          entry.key(),
                          FlawKind.UNKNOWN_FIELD,
                          "`" + Shown.of(name) + "` in " + what + " [" + list(known) + "]",
                          ""));
                }
              });
    }
    return new Fields(mapping, what, flaws);
  }

  private static String list(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }

  public Place place() {
    return mapping.place();
  }

  public Place place(String name) {
    var entry = mapping.entries().get(name);
    return entry == null ? mapping.place() : entry.value().place();
  }

  public boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  public Optional<DocNode> node(String name) {
    return Optional.ofNullable(mapping.entries().get(name)).map(DocNode.Entry::value);
  }

  public void flaw(String name, Worded kind, String words, String hint) {
    flaws.add(new Flaw(place(name), kind, words, hint));
  }

  /// The text; empty, with a flaw, where it is none.
  public String text(String name) {
    return optionalText(name).orElse("");
  }

  public Optional<String> optionalText(String name) {
    var node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof DocNode.Scalar scalar && scalar.kind() != Kind.NOTHING) {
      return Optional.of(scalar.text().strip());
    }
    flaw(name, FlawKind.WRONG_TYPE, "`" + name + "` of " + what + " is no text [one text]", "");
    return Optional.empty();
  }

  public String required(String name) {
    var text = optionalText(name);
    if (!has(name) || (text.isPresent() && text.get().isEmpty())) {
      flaw(name, FlawKind.MISSING_FIELD, what + " has no `" + name + "` [a text]", "");
    }
    return text.orElse("");
  }

  public Optional<Boolean> truth(String name) {
    var text = optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().equals("true") && !text.get().equals("false")) {
      wrongValue(name, text.get(), "true or false");
      return Optional.empty();
    }
    return text.map(Boolean::parseBoolean);
  }

  public int count(String name, int otherwise, int least, int most) {
    var text = optionalText(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      // Told below.
    }
    wrongValue(name, text.get(), least + " to " + most);
    return otherwise;
  }

  /// A span as ISO 8601 (`PT72H`), more than nothing and at most a year.
  Optional<Duration> span(String name) {
    var text = optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var span = Duration.parse(text.get());
      if (span.isPositive() && span.compareTo(Duration.ofDays(366)) < 0) {
        return Optional.of(span);
      }
    } catch (DateTimeException | ArithmeticException noSpan) {
      // Told below.
    }
    wrongValue(name, text.get(), "a span such as `PT4H`, at most a year");
    return Optional.empty();
  }

  <E extends Enum<E> & Worded> Optional<E> word(Class<E> set, String name) {
    return optionalText(name).flatMap(word -> named(set, name, word));
  }

  <E extends Enum<E> & Worded> Set<E> words(Class<E> set, String name) {
    var found = EnumSet.noneOf(set);
    texts(name).forEach(word -> named(set, name, word).ifPresent(found::add));
    return found;
  }

  private <E extends Enum<E> & Worded> Optional<E> named(Class<E> set, String name, String word) {
    var member = Worded.named(set, word);
    if (member.isEmpty()) {
      wrongValue(name, word, String.join(", ", Worded.words(set)));
    }
    return member;
  }

  private void wrongValue(String name, String value, String expected) {
    flaw(
        name,
        FlawKind.WRONG_VALUE,
        "`" + name + "` of " + what + " is `" + Shown.of(value) + "` [" + expected + "]",
        "");
  }

  public List<String> texts(String name) {
    var node = node(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof DocNode.Items items)) {
      flaw(
          name,
          FlawKind.WRONG_TYPE,
          "`" + name + "` of " + what + " is no list [a list of texts]",
          "");
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var item : items.items()) {
      if (item instanceof DocNode.Scalar scalar && scalar.kind() != Kind.NOTHING) {
        texts.add(scalar.text().strip());
      } else {
        flaws.add(
            new Flaw(
                item.place(),
                FlawKind.WRONG_TYPE,
                "an item of `" + name + "` of " + what + " is no text [texts]",
                ""));
      }
    }
    return texts;
  }

  public List<DocNode> items(String name) {
    var node = node(name);
    if (node.isEmpty() || node.get() instanceof DocNode.Items) {
      return node.map(each -> ((DocNode.Items) each).items()).orElse(List.of());
    }
    flaw(name, FlawKind.WRONG_TYPE, "`" + name + "` of " + what + " is no list [a list]", "");
    return List.of();
  }

  /// The members of a mapping; none, with a flaw, where it is something else.
  public Map<String, DocNode.Entry> members(String name) {
    var node = node(name);
    if (node.isEmpty() || node.get() instanceof DocNode.Mapping) {
      return node.map(each -> ((DocNode.Mapping) each).entries()).orElse(Map.of());
    }
    flaw(
        name,
        FlawKind.WRONG_TYPE,
        "`" + name + "` of " + what + " is no mapping [names and values]",
        "");
    return Map.of();
  }

  /// A mapping of texts, in its order.
  Map<String, String> textsByName(String name) {
    var texts = new LinkedHashMap<String, String>();
    members(name)
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof DocNode.Scalar scalar && scalar.kind() != Kind.NOTHING) {
                texts.put(key, scalar.text().strip());
              } else {
                flaws.add(
                    new Flaw(
                        entry.value().place(),
                        FlawKind.WRONG_TYPE,
                        "`" + Shown.of(key) + "` of `" + name + "` of " + what + " is no text",
                        ""));
              }
            });
    return Collections.unmodifiableMap(texts);
  }
}
