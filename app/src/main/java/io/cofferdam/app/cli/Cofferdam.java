package io.cofferdam.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program: `cofferdam COMMAND`. Exit codes: 0 done, 1 something found (judging commands), 2
/// wrong input or usage, 3 could not finish, 70 our fault.
@Command(
    name = "cofferdam",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = {
      "Judges, stops, rebuilds, contains and proves leaks of sovereign language models and their"
          + " data.",
      ""
    },
    footer = {
      "",
      "Start with `cofferdam demo`, or with your own logs: `cofferdam investigate FOLDER`.",
      "No data leave this machine; only `scan aws`, `map aws`, `fetch aws` and `contain` ask a cloud.",
      "Exit codes: 0 done, 1 something found, 2 wrong input, 3 could not finish, 70 our fault."
    },
    subcommands = {
      DemoCommand.class,
      InvestigateCommand.class,
      CaseCommand.class,
      ContainCommand.class,
      PlaybookCommand.class,
      VerifyCommand.class,
      AccessCommand.class,
      ScanCommand.class,
      MapCommand.class,
      FetchCommand.class,
      PermissionsCommand.class,
      DrillCommand.class,
      WarmUpCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Cofferdam implements Runnable {
  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "No progress on standard error.")
  boolean quiet;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Plain text only.")
  boolean noColor;

  @Spec private CommandSpec spec;

  /// Runs the program and ends the process with its exit code.
  public static void main(String[] arguments) {
    System.exit(run(Clock.systemUTC(), arguments));
  }

  static int run(Clock clock, String... arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(clock, out, err, arguments);
  }

  /// Runs the program with the given clock and outputs.
  ///
  /// @return the exit code
  public static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
    var line =
        new CommandLine(new Cofferdam(), new CommandsWithClock(clock))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(Terminal.interactive())
            .setExitCodeExceptionMapper(Failures::exitCode)
            .setExecutionExceptionHandler(new Failures())
            .setParameterExceptionHandler(new UsageMistakes());
    int code;
    try {
      code = line.execute(arguments);
    } catch (VirtualMachineError exhausted) {
      code = Failures.machine(exhausted, err);
    }
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
