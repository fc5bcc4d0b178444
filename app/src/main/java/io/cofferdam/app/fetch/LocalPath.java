package io.cofferdam.app.fetch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Where a copy lies: `logs/ACCOUNT/REGION/DAY/KIND/BUCKET/KEY`. What a file name cannot hold, and
/// what would lead out of the folder, is written as `%XX`.
final class LocalPath {
  private static final int LONGEST = 200;

  private LocalPath() {}

  static Path of(LogUnit unit, String name) {
    var source = unit.source();
    var path =
        Path.of("logs")
            .resolve(safe(source.account().isEmpty() ? "unknown" : source.account()))
            .resolve(safe(source.region().isEmpty() ? "global" : source.region()))
            .resolve(source.kind().equals("s3-inventory") ? "inventory" : unit.day().toString())
            .resolve(safe(source.kind()))
            .resolve(safe(source.at()));
    for (var part : name.split("/", -1)) {
      path = path.resolve(safe(part));
    }
    return path;
  }

  private static String safe(String part) {
    if (part.isEmpty() || part.equals(".") || part.equals("..")) {
      return "%" + part.replace(".", "%2E");
    }
    var safe = new StringBuilder();
    for (var each : part.getBytes(StandardCharsets.UTF_8)) {
      var letter = (char) (each & 0xff);
      if (letter < 0x80 && (Character.isLetterOrDigit(letter) || "-_.=+@,~".indexOf(letter) >= 0)) {
        safe.append(letter);
      } else {
        safe.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return safe.length() <= LONGEST
        ? safe.toString()
        : safe.substring(0, LONGEST) + "%" + Integer.toHexString(part.hashCode());
  }
}
