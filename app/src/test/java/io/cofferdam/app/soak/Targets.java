package io.cofferdam.app.soak;

import java.util.List;

/// All readers that are fuzzed.
public final class Targets {
  private Targets() {}

  public static List<FuzzTarget> all() {
    return List.of(
        new LogsTarget(),
        new ArchivesTarget(),
        new PackTarget(),
        new NoteTarget(),
        new PolicyTarget(),
        new DataMapTarget(),
        new SubjectIndexTarget());
  }

  public static FuzzTarget named(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fuzz target `" + name + "`"));
  }
}
