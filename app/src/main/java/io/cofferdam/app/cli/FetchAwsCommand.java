package io.cofferdam.app.cli;

import io.cofferdam.app.fetch.Fetch;
import io.cofferdam.app.fetch.FetchProgress;
import io.cofferdam.app.fetch.FetchRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fetch aws`.
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Copies CloudTrail, S3 access logs, flow logs, log groups, configuration history,",
      "inventories and findings, what expires first before the rest. Then: investigate DIR.",
      "What it needs to be allowed: `cofferdam permissions aws --role logs`.",
      "Exit codes: 0 all read, 3 something denied or failed (it says what)."
    })
final class FetchAwsCommand implements Callable<Integer> {
  @Option(names = "--since", required = true, paramLabel = "TIME", description = "From then on.")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Up to then. Default: now.")
  private @Nullable String until;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the copies. An unfinished one is gone on with.")
  private Path out;

  @Mixin private AskedCloud cloud = new AskedCloud();

  @Option(
      names = "--log-group",
      paramLabel = "NAME",
      description = "A log group of CloudWatch to copy too; several times for several.")
  private List<String> groups = new ArrayList<>();

  @Spec private CommandSpec spec;

  private final Clock clock;

  FetchAwsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var request =
        new FetchRequest(
            Times.parse("--since", since).orElseThrow(),
            Times.parse("--until", until).orElseGet(clock::instant),
            out,
            cloud.profile(),
            cloud.regions(),
            cloud.endpoint(),
            groups,
            cloud.patience());
    var result = new Fetch(clock, progress()).of(request);
    var to = spec.commandLine().getOut();
    to.printf(
        Locale.ROOT,
        "%,d files (%,d bytes) from %d places in %s%n",
        result.files(),
        result.bytes(),
        result.sources(),
        out);
    if (result.already() > 0) {
      to.printf(Locale.ROOT, "%,d were there from an earlier run%n", result.already());
    }
    if (!result.problems().isEmpty()) {
      to.println("Not read:");
      result.problems().forEach(each -> to.println("   " + each));
    }
    return result.exitCode();
  }

  private FetchProgress progress() {
    var program = (Cofferdam) spec.root().userObject();
    return program.quiet
        ? FetchProgress.SILENT
        : new Lines(spec.commandLine().getErr(), clock, Terminal.interactive());
  }

  /// A moving line on a terminal, else a line every ten seconds.
  private static final class Lines implements FetchProgress {
    private final PrintWriter err;
    private final Clock clock;
    private final boolean terminal;
    private Instant next;

    Lines(PrintWriter err, Clock clock, boolean terminal) {
      this.err = err;
      this.clock = clock;
      this.terminal = terminal;
      this.next = clock.instant();
    }

    @Override
    public synchronized void copied(int done, int all, long bytes) {
      var now = clock.instant();
      if (now.isBefore(next) && done < all) {
        return;
      }
      next = now.plusMillis(terminal ? 200 : 10_000);
      var line = String.format(Locale.ROOT, "copying: %,d of %,d, %,d bytes", done, all, bytes);
      if (terminal) {
        err.print("\r\u001b[K" + line + (done == all ? "\n" : ""));
        err.flush();
      } else {
        err.println(line);
      }
    }
  }
}
