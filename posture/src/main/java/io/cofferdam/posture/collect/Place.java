package io.cofferdam.posture.collect;

import java.util.List;

/// An account and the regions in which it is asked.
///
/// @param home the region that answers for global services
public record Place(String account, String home, List<String> regions) {
  public Place {
    regions = List.copyOf(regions);
  }
}
