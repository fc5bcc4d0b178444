package io.cofferdam.app.soak;

import io.cofferdam.files.Archive;
import io.cofferdam.files.Content;
import io.cofferdam.files.InputWalk;
import io.cofferdam.files.Skipped;
import io.cofferdam.files.WalkLimits;
import io.cofferdam.files.Walked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Any bytes as an input file: walked through as archive or plain file, each content read as log.
public final class ArchivesTarget implements FuzzTarget {
  private static final ArchivesTarget ONLY = new ArchivesTarget();
  private static final InputWalk WALK =
      new InputWalk(new WalkLimits(4, 5_000, 1L << 30, 1_000, 16L << 20, 1L << 20, 4L << 20));

  private int met;

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "archives";
  }

  @Override
  public void feed(byte[] input) throws IOException {
    met = 0;
    WALK.walk(List.of(Scratch.file("input", input)), each -> met(each, input.length));
    Finding.unless(met > 0, "an input of which nothing is told");
  }

  private void met(Walked each, int size) {
    met++;
    Finding.unless(!each.path().isEmpty(), "something without a path");
    switch (each) {
      case Content content -> content(content, size);
      case Archive archive ->
          Finding.unless(
              archive.whole() || !archive.notes().isEmpty(),
              "an archive with members missing, and no note says why");
      case Skipped skipped ->
          Finding.unless(!skipped.reason().isBlank(), "something skipped without a reason");
    }
  }

  private static void content(Content content, int size) {
    try (var reading = content.open()) {
      WatchedReading.of(reading, content.path());
      var facts = reading.finish();
      Finding.unless(
          !content.independent() || facts.bytes() == size, "a plain file was not read to its end");
      Finding.unless(
          facts.whole() || !facts.notes().isEmpty(), "a content cut short, and no note says why");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
