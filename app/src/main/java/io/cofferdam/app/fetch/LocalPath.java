package io.cofferdam.app.fetch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Where a copy lies: `logs/ACCOUNT/REGION/DAY/KIND/BUCKET/KEY`. What a file name cannot hold, and
/// what would lead out of the folder or hide a file, is written as `%XX`.
final class LocalPath {
  private static final int LONGEST = 200;

  private LocalPath() {}

  /// The folder of all copies of a source and a day.
  static Path folder(LogUnit unit) {
    var source = unit.source();
    return Path.of("logs")
        .resolve(safe(source.account().isEmpty() ? "unknown" : source.account()))
        .resolve(safe(source.region().isEmpty() ? "global" : source.region()))
        .resolve(source.kind().equals("s3-inventory") ? "inventory" : unit.day().toString())
        .resolve(safe(source.kind()))
        .resolve(safe(source.at()));
  }

  static Path of(LogUnit unit, String name) {
    var path = folder(unit);
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
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < bytes.length; i++) {
      var each = bytes[i];
      var letter = (char) (each & 0xff);
      var atAnEnd = i == 0 || i == bytes.length - 1;
      if (plain(letter) || (letter == '.' && !atAnEnd)) {
        safe.append(letter);
      } else {
        safe.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return safe.length() <= LONGEST
        ? safe.toString()
        : safe.substring(0, LONGEST) + "%%" + FileHash.sha256(part).substring(0, 32);
  }

  private static boolean plain(char letter) {
    return letter < 0x80 && (Character.isLetterOrDigit(letter) || "-_=+@,~".indexOf(letter) >= 0);
  }
}
