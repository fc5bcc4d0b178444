package io.cofferdam.posture.workload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/// Something that speaks for a language model, or against one.
///
/// @param points how much; below zero: against
/// @param says what it means, for a person
/// @param words sequences of words, each of which is looked for as whole words
/// @param families letters with which the family of an instance type begins, before its number
/// @param ports numbers of ports
record Sign(
    Trait trait,
    int points,
    String says,
    List<List<String>> words,
    Set<String> families,
    Set<Integer> ports) {
  /// A rule that lets in more ports than this was not made for one of them.
  private static final int FEW_PORTS = 16;

  private static final Set<String> OF_TAGS = Set.of("Key", "Value", "key", "value");

  Sign {
    words = List.copyOf(words);
    families = Set.copyOf(families);
    ports = Set.copyOf(ports);
  }

  /// Whether a value of the trait bears the sign.
  boolean in(JsonNode value) {
    return (!ports.isEmpty() && portIn(value))
        || (!families.isEmpty() && families.contains(family(value.asText(""))))
        || (!words.isEmpty() && wordIn(split(text(value))));
  }

  private boolean wordIn(List<String> of) {
    return words.stream().anyMatch(each -> Collections.indexOfSubList(of, each) >= 0);
  }

  /// A number, a mapping of a container or a rule of a security group.
  private boolean portIn(JsonNode value) {
    if (value.isInt() || value.isLong()) {
      return ports.contains(value.asInt());
    }
    var from = first(value, "FromPort", "containerPort");
    var to = value.has("ToPort") ? value.path("ToPort").asInt(-1) : from;
    return from >= 0
        && to >= from
        && to - from <= FEW_PORTS
        && ports.stream().anyMatch(port -> port >= from && port <= to);
  }

  private static int first(JsonNode value, String... names) {
    for (var name : names) {
      if (value.path(name).isNumber()) {
        return value.path(name).asInt(-1);
      }
    }
    return -1;
  }

  /// `g` of `ml.g5.2xlarge` and of `g4dn.xlarge`.
  private static String family(String type) {
    var bare = type.startsWith("ml.") ? type.substring(3) : type;
    var end = 0;
    while (end < bare.length() && bare.charAt(end) >= 'a' && bare.charAt(end) <= 'z') {
      end++;
    }
    return end < bare.length() && Character.isDigit(bare.charAt(end)) ? bare.substring(0, end) : "";
  }

  /// A value as text: that of a tag or of a map is each key and each value.
  static String text(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText("");
    }
    var text = new StringJoiner(" ");
    for (var member : value.properties()) {
      if (!OF_TAGS.contains(member.getKey())) {
        text.add(member.getKey());
      }
      if (member.getValue().isValueNode()) {
        text.add(member.getValue().asText(""));
      }
    }
    return text.toString();
  }

  /// The words of a text: runs of letters and digits, in lower case.
  static List<String> split(String text) {
    var words = new ArrayList<String>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
