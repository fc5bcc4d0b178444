package io.cofferdam.drill.request;

/// One drill to generate. Equal requests give equal bytes.
///
/// @param events CloudTrail events wanted in all; what the plot itself needs is always written
public record DrillRequest(
    String scenario, long seed, long events, Size size, Loss loss, Noise noise, Sources sources) {
  public static final long USUAL_EVENTS = 20_000;

  public DrillRequest {
    if (events < 0) {
      throw new IllegalArgumentException("events cannot be negative");
    }
  }

  /// A full-size drill with every source and nothing lost.
  public static DrillRequest of(String scenario, long seed) {
    return new DrillRequest(
        scenario, seed, USUAL_EVENTS, Size.USUAL, Loss.NONE, Noise.USUAL, Sources.ALL);
  }

  /// A small world without background traffic.
  public static DrillRequest small(String scenario, long seed) {
    return new DrillRequest(scenario, seed, 0, Size.SMALL, Loss.NONE, Noise.USUAL, Sources.ALL);
  }

  public DrillRequest withEvents(long wanted) {
    return new DrillRequest(scenario, seed, wanted, size, loss, noise, sources);
  }

  public DrillRequest withLoss(Loss wanted) {
    return new DrillRequest(scenario, seed, events, size, wanted, noise, sources);
  }

  public DrillRequest withNoise(Noise wanted) {
    return new DrillRequest(scenario, seed, events, size, loss, wanted, sources);
  }

  public DrillRequest withSources(Sources wanted) {
    return new DrillRequest(scenario, seed, events, size, loss, noise, wanted);
  }

  public DrillRequest withSize(Size wanted) {
    return new DrillRequest(scenario, seed, events, wanted, loss, noise, sources);
  }
}
