package io.cofferdam.app.cli;

import io.cofferdam.app.datamap.NearestName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells a mistake in the command line in two lines, with the nearest known word, instead of the
/// whole help.
final class UsageMistakes implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    var command = mistake.getCommandLine();
    var spec = command.getCommandSpec();
    var err = command.getErr();
    err.println("cofferdam: " + words(mistake, spec) + " [CFD-APP-0002]");
    err.println("hint: " + hint(mistake, spec));
    return CommandLine.ExitCode.USAGE;
  }

  private static String words(ParameterException mistake, CommandSpec spec) {
    return switch (mistake) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched(), spec);
      case MissingParameterException missing ->
          "missing: "
              + String.join(
                  ", ", missing.getMissing().stream().map(each -> "`" + name(each) + "`").toList());
      case OverwrittenOptionException twice ->
          "`" + name(twice.getOverwritten()) + "` is given twice [once]";
      default -> other(mistake);
    };
  }

  private static String unmatched(List<String> words, CommandSpec spec) {
    var first = words.getFirst();
    if (first.startsWith("-")) {
      return "unknown option `" + first + "`";
    }
    return spec.subcommands().isEmpty()
        ? "`" + first + "` is one word too many for `" + spec.qualifiedName() + "`"
        : "unknown command `" + first + "` [" + String.join(", ", commands(spec)) + "]";
  }

  private static String other(ParameterException mistake) {
    var argument = mistake.getArgSpec();
    if (argument == null) {
      var message = String.valueOf(mistake.getMessage());
      return message.isEmpty()
          ? message
          : Character.toLowerCase(message.charAt(0))
              + message.substring(1).replace('\'', '`').replaceAll("\\.$", "");
    }
    var value = mistake.getValue();
    return "`"
        + name(argument)
        + "` is "
        + (value == null ? "wrong" : "`" + value + "`")
        + " ["
        + expected(argument)
        + "]";
  }

  private static String expected(ArgSpec argument) {
    var type = argument.type();
    if (type == long.class || type == int.class) {
      return "a whole number";
    }
    return type == double.class || type == Double.class ? "a number" : "a value";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String hint(ParameterException mistake, CommandSpec spec) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      var first = unmatched.getUnmatched().getFirst();
      var known = first.startsWith("-") ? options(spec) : commands(spec);
      var nearest = NearestName.of(first, known);
      if (nearest.isPresent()) {
        return "did you mean `"
            + (first.startsWith("-") ? "" : spec.qualifiedName() + " ")
            + nearest.get()
            + "`?";
      }
    }
    return "`" + spec.qualifiedName() + " --help` lists what is understood";
  }

  private static Set<String> commands(CommandSpec spec) {
    var names = new TreeSet<String>();
    spec.subcommands()
        .forEach(
            (name, command) -> {
              if (!command.getCommandSpec().usageMessage().hidden()) {
                names.add(name);
              }
            });
    return names;
  }

  private static Set<String> options(CommandSpec spec) {
    var names = new TreeSet<String>();
    spec.options().stream()
        .filter(each -> !each.hidden())
        .forEach(each -> names.add(each.longestName()));
    return names;
  }
}
