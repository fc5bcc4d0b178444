package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.ledger.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs about an invented leak, for tests.
public final class Packs {
  public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  public static final SigningKey KEY =
      SigningKey.ofSeed("an invented seed, 32 bytes long.".getBytes(StandardCharsets.US_ASCII));

  private Packs() {}

  public static PackBuilder builder(Path work) {
    return builder(work, AT, new SecureRandom());
  }

  public static PackBuilder builder(Path work, Instant at, SecureRandom random) {
    try {
      Files.createDirectories(work);
      var report = Files.writeString(work.resolve("report.json"), "{\"readers\":2}");
      var draft = Files.writeString(work.resolve("draft.txt"), "To whom it may concern\n");
      return new PackBuilder(KEY, Clock.fixed(at, ZoneOffset.UTC), random)
          .madeBy("cofferdam", "0.1.0")
          .input("logs/a.json.gz", 120, "aa".repeat(32))
          .input("logs/b.json.gz", 77, "bb".repeat(32))
          .report("report.json", report)
          .file("drafts/authority.txt", draft)
          .fact(stage("read", at.minusSeconds(20)))
          .fact(stage("decided", at.minusSeconds(10)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Fact stage(String name, Instant time) {
    return new Fact(
        "stage", time, "cofferdam", List.of("stage:" + name), "{\"stage\":\"" + name + "\"}");
  }

  public static Path zip(Path folder, Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file));
        var all = Files.walk(folder)) {
      for (var each : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry("pack/" + folder.relativize(each).toString()));
        Files.copy(each, zip);
      }
    }
    return file;
  }

  public static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var each : all.toList()) {
        var target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
