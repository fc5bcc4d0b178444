package io.cofferdam.access.aws.policy;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.List;

/// The Action or NotAction element; patterns ignore case.
///
/// @param allBut whether it is NotAction
public record ActionElement(boolean allBut, List<Pattern> patterns) {
  public ActionElement {
    patterns = List.copyOf(patterns);
  }

  public boolean matches(String action) {
    for (Pattern pattern : patterns) {
      if (pattern.matches(action)) {
        return !allBut;
      }
    }
    return allBut;
  }
}
