package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Documents made of examples that were run.
final class WorkedExamples {
  private WorkedExamples() {}

  static void check(String path, String expected) throws IOException {
    Path file = Path.of(System.getProperty("repository.root")).resolve(path);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is generated; rewrite it with -Dgolden.update=true and review the change", path)
        .isEqualTo(expected);
  }

  /// A policy, one statement a line.
  static String json(String policy) {
    return "```json\n" + policy.strip() + "\n```\n";
  }

  static String bullets(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }
}
