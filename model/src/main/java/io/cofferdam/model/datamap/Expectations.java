package io.cofferdam.model.datamap;

import java.util.List;

/// What the company demands of its own clouds, as far as told. What is not told is not judged, or
/// judged by the provider's or the law's usual figure, and the answer says which.
///
/// @param regions regions in which data may lie; empty where nobody said
/// @param partners accounts (12 digits) and organisations (`o-...`) outside the company that are
///     meant to reach something
/// @param logDays for how many days logs must be kept; -1 where nobody said
/// @param classTag the key of the tag that tells a resource's class, or empty: the usual ones
/// @param access what is demanded of who may do what
public record Expectations(
    List<String> regions,
    List<String> partners,
    long logDays,
    String classTag,
    ExpectedAccess access) {
  public Expectations {
    regions = List.copyOf(regions);
    partners = List.copyOf(partners);
  }

  /// Demands that say nothing of who may do what.
  public Expectations(List<String> regions, List<String> partners, long logDays, String classTag) {
    this(regions, partners, logDays, classTag, ExpectedAccess.none());
  }

  public static Expectations none() {
    return new Expectations(List.of(), List.of(), -1, "");
  }
}
