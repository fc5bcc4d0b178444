package io.cofferdam.app.scan.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Suppressions as people write them.
class SuppressionFileTest {
  @TempDir Path folder;

  @Test
  void isReadWhole() throws IOException {
    assertThat(
            SuppressionFile.read(
                file(
                    """
                    version: 1
                    suppressions:
                      - finding: 0123456789abcdef0123456789abcdef
                        about: the old shop's bucket without TLS
                        owner: Mara Lind, platform
                        reason: goes away with the old shop
                        expires: 2026-12-31
                    """)))
        .containsExactly(
            new Suppression(
                "0123456789abcdef0123456789abcdef",
                "Mara Lind, platform",
                "goes away with the old shop",
                LocalDate.parse("2026-12-31")));
  }

  @Test
  void everyMistakeIsToldWithItsPlace() throws IOException {
    var file =
        file(
            """
            version: 2
            suppressions:
              - finding: bucket-a
                owner: ""
                reasn: typing
                expires: soon
              - finding: 0123456789abcdef0123456789abcdef
                owner: a
                reason: b
                expires: 2026-12-31
              - finding: 0123456789abcdef0123456789abcdef
                owner: a
                reason: b
                expires: 2026-12-31
            """);
    assertThatThrownBy(() -> SuppressionFile.read(file))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining(":1:10: `version` is `2`")
        .hasMessageContaining(":3:14: `finding` is `bucket-a`")
        .hasMessageContaining(":4:12: `owner` is empty")
        .hasMessageContaining("unknown key `reasn` in a suppression [did you mean `reason`?]")
        .hasMessageContaining("a suppression has no `reason`")
        .hasMessageContaining(":6:14: `expires` is `soon`")
        .hasMessageContaining("is suppressed twice");
  }

  @Test
  void brokenFilesAreRefusedInWords() throws IOException {
    for (var text : new String[] {"", "{", "- a", "a: &a [*a, *a]", "x".repeat(100_000)}) {
      var file = file(text);
      assertThatThrownBy(() -> SuppressionFile.read(file))
          .isInstanceOf(CofferdamException.class)
          .hasMessageContaining(file.toString());
    }
    assertThatThrownBy(() -> SuppressionFile.read(folder.resolve("none")))
        .hasMessageContaining("cannot be read");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("suppressions.yaml"), text);
  }
}
