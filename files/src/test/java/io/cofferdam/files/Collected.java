package io.cofferdam.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything one walk delivered, read to its end.
final class Collected {
  final Map<String, String> texts = new LinkedHashMap<>();
  final Map<String, Reading.Facts> facts = new LinkedHashMap<>();
  final Map<String, Skipped> skipped = new LinkedHashMap<>();
  final Map<String, Archive> archives = new LinkedHashMap<>();
  final List<String> order = new ArrayList<>();
  private final Path root;

  private Collected(Path root) {
    this.root = root;
  }

  static Collected of(Path root, Path... inputs) {
    return of(WalkLimits.DEFAULT, root, inputs);
  }

  static Collected of(WalkLimits limits, Path root, Path... inputs) {
    var collected = new Collected(root);
    new InputWalk(limits).walk(List.of(inputs), collected::take);
    return collected;
  }

  private void take(Walked walked) {
    var path = walked.path().replace(root + "/", "");
    order.add(path);
    switch (walked) {
      case Content content -> read(path, content);
      case Archive archive -> archives.put(path, archive);
      case Skipped one -> skipped.put(path, one);
    }
  }

  private void read(String path, Content content) {
    var text = new StringBuilder();
    try (var reading = content.open()) {
      var buffer = new byte[4096];
      try {
        for (var n = reading.read(buffer); n >= 0; n = reading.read(buffer)) {
          if (text.length() < 100_000) {
            text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
          }
        }
      } catch (IOException e) {
        text.append("<broken>");
      }
      facts.put(path, reading.finish());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    texts.put(path, text.toString());
  }
}
