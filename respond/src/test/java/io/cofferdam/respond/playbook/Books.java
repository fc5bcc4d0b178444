package io.cofferdam.respond.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The playbooks of the tests.
public final class Books {
  private static final Map<String, List<String>> ACTS =
      Map.of(
          "aws.s3.close-bucket", List.of("bucket"), "aws.iam.disable-key", List.of("user", "key"));

  private Books() {}

  public static String text(String file) {
    try (var in = Books.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Playbook read(String file) {
    return PlaybookReader.read(file, text(file)).playbook().orElseThrow();
  }

  static Known known() {
    return new Known(
        ACTS,
        Optional.of(Set.of("eu-gdpr-33-1")),
        id -> id.equals("playbook--part") ? Optional.of(read("part.yaml")) : Optional.empty());
  }

  /// All flaws, those of reading and those of checking.
  static List<Flaw> flaws(String text) {
    var reading = PlaybookReader.read("made.yaml", text);
    var flaws = new ArrayList<>(reading.flaws());
    reading.playbook().ifPresent(playbook -> flaws.addAll(PlaybookCheck.of(playbook, known())));
    return flaws;
  }
}
