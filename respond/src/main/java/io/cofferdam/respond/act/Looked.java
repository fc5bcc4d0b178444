package io.cofferdam.respond.act;

import io.cofferdam.respond.spi.ActState;
import java.util.List;

/// A reading of an act's state.
public sealed interface Looked {
  /// All of it was read.
  record Read(ActState state) implements Looked {}

  /// Some of it was not, so that nothing may be done on it.
  ///
  /// @param why one line for each call, with the permission that is missing where that is why
  record Unread(List<String> why) implements Looked {
    public Unread {
      why = List.copyOf(why);
    }
  }
}
