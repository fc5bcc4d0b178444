package io.cofferdam.drill;

import io.cofferdam.drill.plot.Plots;
import java.util.List;
import java.util.SequencedMap;

/// The scenarios that can be generated.
public final class Scenarios {
  private Scenarios() {}

  public static List<String> names() {
    return List.copyOf(Plots.all().sequencedKeySet());
  }

  /// Names with what each is about.
  public static SequencedMap<String, String> described() {
    return Plots.all();
  }
}
