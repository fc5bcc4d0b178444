package io.cofferdam.app.soak;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.model.CofferdamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Any bytes as a subject index: read to its end, or refused with a line number.
public final class SubjectIndexTarget implements FuzzTarget {
  private static final SubjectIndexTarget ONLY = new SubjectIndexTarget();
  private static final byte[] MAP =
      "version: 1\nsubject-index: subjects.csv\n".getBytes(StandardCharsets.UTF_8);

  private long rows;

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "subject-index";
  }

  @Override
  public void feed(byte[] input) throws IOException {
    Scratch.file("subjects.csv", input);
    var map = DataMapFile.read(Scratch.file("index-map.yaml", MAP));
    rows = 0;
    try {
      map.subjects()
          .orElseThrow()
          .forEach(
              entry -> {
                rows++;
                Finding.unless(
                    entry.rows() >= 0 && entry.country().length() == 2, "a row out of its range");
              });
      Finding.unless(rows > 0 || lines(input) < 2, "an index of lines without entries");
    } catch (CofferdamException refused) {
      Refusals.check(refused, "CFD-MAP-0003");
    }
  }

  private static int lines(byte[] input) {
    if (LogsTarget.isGzip(input)) {
      return 0;
    }
    return (int)
        new String(input, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).count();
  }
}
