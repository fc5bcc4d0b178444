package io.cofferdam.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells a mistake in the command line in two lines, with the nearest known word, instead of the
/// whole help.
final class UsageMistakes implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    var command = mistake.getCommandLine();
    var err = command.getErr();
    err.println(
        "cofferdam: " + lowerFirst(String.valueOf(mistake.getMessage())) + " [CFD-APP-0002]");
    if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
      err.println(
          "hint: `"
              + command.getCommandSpec().qualifiedName()
              + " --help` lists what is understood");
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
