package io.cofferdam.app.scan.export;

import io.cofferdam.app.scan.report.ScanReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a form of a scan to a file.
public final class Exports {
  private Exports() {}

  /// Writes the file beside its place and moves it there when it is whole.
  public static void toFile(ScanExport form, ScanReport report, Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var part = Files.createTempFile(folder, ".cofferdam-", ".part");
    try {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
        form.write(report, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
