package io.cofferdam.access.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// `DISPUTED.md`: cases whose answer by the documents the engine does not give yet, one line each:
/// `` - `family/file/name`: expected X by <page>, engine says Y ``.
final class DisputedCases {
  private static final Pattern LINE =
      Pattern.compile("- `([^`]+)`: expected (\\w+) by .+, engine says (\\w+)(: .*)?");

  private DisputedCases() {}

  /// What the engine says, by the id of the case.
  static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    CaseFiles.text(CaseFiles.folder().resolve("DISPUTED.md"))
        .lines()
        .filter(line -> line.startsWith("- "))
        .forEach(
            line -> {
              var matcher = LINE.matcher(line);
              assertThat(matcher.matches()).as("DISPUTED.md: %s", line).isTrue();
              all.put(matcher.group(1), matcher.group(3));
            });
    return all;
  }
}
