package io.cofferdam.app.cli;

import java.io.Console;
import java.util.Optional;

/// Whether a person looks at the output.
final class Terminal {
  private Terminal() {}

  static boolean interactive() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /// Asks the person at the terminal; empty when there is none or nothing was typed.
  static Optional<String> ask(String question) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readLine("%s: ", question))
        .map(String::strip)
        .filter(typed -> !typed.isEmpty());
  }
}
