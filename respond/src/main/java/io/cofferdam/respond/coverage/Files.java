package io.cofferdam.respond.coverage;

import io.cofferdam.model.event.TrailDigest.DigestedFile;
import io.cofferdam.model.source.InputSummary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The inputs by the hash of their content and by their file name.
final class Files {

  /// What became of a file that a digest names.
  enum Fate {
    READ,
    /// Here and unaltered, but some of its records could not be decoded.
    UNREAD,
    ALTERED,
    MISSING
  }

  private final Map<String, InputSummary> byHash = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  Files(List<InputSummary> inputs) {
    for (var input : inputs) {
      names.add(name(input.path()));
      if (!input.contentSha256().isEmpty()) {
        byHash.merge(
            input.contentSha256().toLowerCase(Locale.ROOT),
            input,
            (one, other) -> one.undecodable() <= other.undecodable() ? one : other);
      }
    }
  }

  Fate find(DigestedFile file) {
    var input = byHash.get(file.hash().toLowerCase(Locale.ROOT));
    if (input != null) {
      return input.undecodable() == 0 ? Fate.READ : Fate.UNREAD;
    }
    return names.contains(name(file.location())) ? Fate.ALTERED : Fate.MISSING;
  }

  /// The file's own name, without the ending that unpacking removes.
  private static String name(String path) {
    var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
