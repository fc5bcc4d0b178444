package io.cofferdam.access.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import java.util.List;
import java.util.Set;

/// Whether a bucket stood open to an audience for a right, and why.
///
/// @param because first the deciding reason
/// @param open the regions shown to be open; every object in them is, none elsewhere need be
/// @param possible regions outside which nothing is open; equals the whole bucket when undecided
/// @param missing the unknown parts that would decide an UNKNOWN answer
public record BucketAnswer(
    ExposureState state,
    List<Reason> because,
    List<OpenRegion> open,
    List<OpenRegion> possible,
    Set<BucketPart> missing) {
  public BucketAnswer {
    because = List.copyOf(because);
    open = List.copyOf(open);
    possible = List.copyOf(possible);
    missing = Set.copyOf(missing);
  }
}
