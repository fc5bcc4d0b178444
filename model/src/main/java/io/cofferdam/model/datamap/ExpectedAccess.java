package io.cofferdam.model.datamap;

import java.util.List;

/// What the company demands of who may do what.
///
/// @param administrators ARNs of principals that are meant to have every right, `*` allowed inside
/// @param breakGlass ARNs of principals that guard rails may exempt, `*` allowed inside
/// @param readersAtMost how many principals may read one store of sensitive data; from 1
public record ExpectedAccess(
    List<String> administrators, List<String> breakGlass, int readersAtMost) {
  /// As many as somebody looks through in one sitting.
  public static final int USUAL_READERS = 20;

  public ExpectedAccess {
    administrators = List.copyOf(administrators);
    breakGlass = List.copyOf(breakGlass);
  }

  public static ExpectedAccess none() {
    return new ExpectedAccess(List.of(), List.of(), USUAL_READERS);
  }
}
