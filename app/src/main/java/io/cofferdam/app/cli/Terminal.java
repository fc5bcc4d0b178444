package io.cofferdam.app.cli;

import java.io.Console;
import java.util.Optional;

/// Whether a person looks at the output.
final class Terminal {
  private Terminal() {}

  static boolean interactive() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
