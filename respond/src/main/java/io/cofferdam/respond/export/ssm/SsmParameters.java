package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Fields;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Nearest;
import io.cofferdam.respond.playbook.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads parameters and variables: their types, and whether what they are from the beginning is of
/// that type.
final class SsmParameters {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_]{1,64}");
  private static final Pattern OF_AWS =
      Pattern.compile("AWS::[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z]+");
  private static final Set<String> TYPES =
      Set.of("String", "StringList", "Integer", "Boolean", "MapList", "StringMap");
  private static final Set<String> MEMBERS =
      Set.of(
          "type",
          "description",
          "default",
          "allowedValues",
          "allowedPattern",
          "displayType",
          "minItems",
          "maxItems",
          "minChars",
          "maxChars",
          "interpolationType");

  private final List<Flaw> flaws;

  SsmParameters(List<Flaw> flaws) {
    this.flaws = flaws;
  }

  /// @param word `parameter` or `variable`
  Map<String, String> types(Map<String, DocNode.Entry> entries, String word) {
    var types = new LinkedHashMap<String, String>();
    entries.forEach(
        (name, entry) -> {
          var what = word + " `" + Shown.of(name) + "`";
          if (!NAME.matcher(name).matches()) {
            flaws.add(
                new Flaw(
                    entry.key(), SsmFlawKind.WRONG_NAME, what + " [letters, digits and _]", ""));
          }
          types.put(name, type(entry.value(), what));
        });
    return types;
  }

  private String type(DocNode node, String what) {
    var it = Fields.of(node, what, MEMBERS, flaws);
    var type = it.required("type");
    var plain = type.startsWith("List<") && type.endsWith(">") ? "StringList" : type;
    if (OF_AWS.matcher(type.replaceAll("^List<|>$", "")).matches()) {
      plain = type.startsWith("List<") ? "StringList" : "String";
    } else if (!type.isEmpty() && !TYPES.contains(type)) {
      wrong(
          it,
          "type",
          "the type of "
              + what
              + " is `"
              + Shown.of(type)
              + "` ["
              + String.join(", ", TYPES.stream().sorted().toList())
              + ", or one of AWS]",
          Nearest.of(type, TYPES));
      return "";
    }
    values(it, what, plain);
    pattern(it, what);
    return plain;
  }

  private void values(Fields it, String what, String type) {
    var allowed = new ArrayList<String>();
    for (var each : it.items("allowedValues")) {
      if (each instanceof DocNode.Scalar scalar) {
        allowed.add(scalar.text());
        if (type.equals("String") || type.equals("StringList")) {
          continue;
        }
      }
      if (!SsmTypes.is(type, each)) {
        wrong(
            it,
            "allowedValues",
            "a value that " + what + " allows is no " + type + " [a " + type + "]",
            "");
      }
    }
    if (!it.has("default")) {
      return;
    }
    var given = it.node("default").orElseThrow();
    if (!SsmTypes.is(type, given)) {
      wrong(it, "default", "the default of " + what + " is no " + type + " [a " + type + "]", "");
    } else if (!allowed.isEmpty()) {
      var chosen = given instanceof DocNode.Items items ? items.items() : List.of(given);
      for (var each : chosen) {
        if (each instanceof DocNode.Scalar scalar && !allowed.contains(scalar.text())) {
          wrong(
              it,
              "default",
              "the default of "
                  + what
                  + " is `"
                  + Shown.of(scalar.text())
                  + "` ["
                  + String.join(", ", allowed)
                  + "]",
              "");
        }
      }
    }
  }

  private void pattern(Fields it, String what) {
    var text = it.optionalText("allowedPattern");
    if (text.isPresent()) {
      try {
        Pattern.compile(text.get());
      } catch (PatternSyntaxException | StackOverflowError bad) {
        wrong(
            it,
            "allowedPattern",
            "`allowedPattern` of " + what + " is no pattern [a regular expression]",
            "");
      }
    }
  }

  private static void wrong(Fields it, String member, String words, String hint) {
    it.flaw(member, SsmFlawKind.WRONG_PARAMETER, words, hint);
  }
}
