package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the documents of runs, each once as long as few others come between.
final class Documents {
  private static final int MOST = 100;
  private final Map<String, Optional<Playbook>> read = new LinkedHashMap<>();

  synchronized Optional<Playbook> read(String document) {
    if (read.size() > MOST) {
      read.clear();
    }
    return read.computeIfAbsent(
        document, text -> PlaybookReader.read("the playbook of a run", text).playbook());
  }
}
