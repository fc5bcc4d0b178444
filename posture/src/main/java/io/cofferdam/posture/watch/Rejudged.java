package io.cofferdam.posture.watch;

import io.cofferdam.posture.control.Finding;
import java.util.List;

/// What a change bears on, as it was judged before and as it is judged now.
///
/// @param watch the watch from now on
public record Rejudged(List<Finding> before, List<Finding> after, Watch watch) {
  public Rejudged {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
