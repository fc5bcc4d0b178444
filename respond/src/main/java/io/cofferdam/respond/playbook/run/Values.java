package io.cofferdam.respond.playbook.run;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values in the place of variables.
final class Values {
  private static final Pattern USE = Pattern.compile("(__[a-zA-Z_][a-zA-Z0-9_-]{0,199}?__):value");

  private Values() {}

  /// The text with every `__name__:value` replaced; empty where one is unknown.
  static Optional<String> filled(String text, Map<String, String> values) {
    var filled = new StringBuilder();
    var matcher = USE.matcher(text);
    while (matcher.find()) {
      var value = values.get(matcher.group(1));
      if (value == null) {
        return Optional.empty();
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(filled);
    return Optional.of(filled.toString());
  }
}
