package io.cofferdam.drill.request;

/// How large a world is; the seed varies each number around the one given.
///
/// @param hours length of the logged period
/// @param objects objects in each store in question
/// @param subjects data subjects in the company's register
/// @param readers how many outsiders read at most
/// @param deliveryMinutes minutes between two deliveries of log files; 5 as CloudTrail does
/// @param keyBits bits of the RSA key that signs digests; 2048 as CloudTrail does
public record Size(
    int hours, int objects, int subjects, int readers, int deliveryMinutes, int keyBits) {
  public static final Size USUAL = new Size(7 * 24, 400, 5_000, 6, 5, 2048);

  /// Small enough for hundreds of worlds in one test.
  public static final Size SMALL = new Size(10, 48, 120, 3, 30, 1024);

  public Size {
    if (hours < 6 || objects < 4 || subjects < 1 || readers < 1) {
      throw new IllegalArgumentException(
          "a world has at least 6 hours, 4 objects, 1 subject and 1 reader");
    }
    if (deliveryMinutes < 1 || 60 % deliveryMinutes != 0) {
      throw new IllegalArgumentException("deliveries are a whole number to the hour");
    }
  }
}
