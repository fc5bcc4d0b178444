package io.cofferdam.access.aws.policy;

import io.cofferdam.access.json.Json;

/// Finds characters that look like others or like nothing: a full-width colon, a zero-width space,
/// the Kelvin sign. AWS compares code points, so a text with one of them matches nothing that a
/// reader thinks it does.
final class LookAlikes {
  private LookAlikes() {}

  /// Warns of such a character in a text that names something of AWS.
  ///
  /// @param element the element it stands in
  /// @param wholly whether all of the text must be ASCII; else only what stands before the fifth
  ///     colon, since names of objects may hold any character
  static void warn(PolicyProblems problems, Json.Text text, String element, boolean wholly) {
    String value = text.value();
    int colons = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      colons += c == ':' ? 1 : 0;
      boolean hidden = Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
      if (hidden || (c >= 128 && (wholly || colons < 5))) {
        problems.warning(
            "CFD-ACCESS-0024",
            text.at(),
            String.format(
                "the character U+%04X at position %d of a text in `%s` [it is taken as it stands"
                    + " and matches no plain letter, digit or colon]",
                (int) c, i + 1, element));
        return;
      }
    }
  }
}
