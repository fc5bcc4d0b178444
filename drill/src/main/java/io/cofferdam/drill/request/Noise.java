package io.cofferdam.drill.request;

/// What delivery does to a log without losing anything, as shares of 0 to 1.
///
/// @param duplicates records delivered a second time
/// @param disorder records that stand at a random place of their file
/// @param late records delivered with a later file, up to four deliveries late
public record Noise(double duplicates, double disorder, double late) {
  public static final Noise NONE = new Noise(0, 0, 0);

  /// What a normal day looks like.
  public static final Noise USUAL = new Noise(0.002, 0.2, 0.02);

  public Noise {
    for (double share : new double[] {duplicates, disorder, late}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("noise is a share of 0 to 1, not " + share);
      }
    }
  }
}
