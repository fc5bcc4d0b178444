package io.cofferdam.logs.json;

/// How much one record may cost.
///
/// @param recordBytes a larger record is passed over without being held, and counted
/// @param depth levels of nesting; a deeper record is counted as undecodable
/// @param keys keys of one object
public record JsonLimits(int recordBytes, int depth, int keys) {
  public static final JsonLimits DEFAULT = new JsonLimits(16 << 20, 64, 8192);
}
