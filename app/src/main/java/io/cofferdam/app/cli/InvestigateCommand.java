package io.cofferdam.app.cli;

import io.cofferdam.app.investigate.Investigation;
import io.cofferdam.app.investigate.InvestigationRequest;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `investigate PATH...`: turns folders, files and archives of logs into a report, drafts and a
/// sealed pack.
@Command(
    name = "investigate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Turns folders, files and archives of cloud logs into a leak report: what stood open and"
          + " when, who read what, whose data, where it came from, who must be told by when.",
      "Nothing needs to be prepared; every option only narrows the answer.",
      ""
    })
final class InvestigateCommand implements Callable<Integer> {
  private static final DateTimeFormatter FOLDER_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folder, file or archive of logs.")
  List<Path> paths;

  @Option(
      names = "--data-map",
      paramLabel = "FILE",
      description = "What you keep where, and whose data it is (docs/data-map.md).")
  @Nullable Path dataMap;

  @Option(
      names = "--snapshot",
      paramLabel = "DIR",
      description = {
        "A snapshot that `scan aws --snapshot-out` kept: the configuration at its time is known.",
        "Several times for several."
      })
  List<Path> snapshots = List.of();

  @Option(
      names = "--principal",
      paramLabel = "ARN",
      description =
          "A user or role whose reads are in question, with every session derived from it.")
  List<String> principals = List.of();

  @Option(
      names = "--access-key",
      paramLabel = "ID",
      description = "An access key id (never the secret) whose reads are in question.")
  List<String> accessKeys = List.of();

  @Option(
      names = "--ip",
      paramLabel = "CIDR",
      description = "A network whose reads are in question: 203.0.113.0/24, or one address.")
  List<String> networks = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Start of the period: 2026-03-01T10:00:00Z, or a day. Default: the first event.")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "End of the period. Default: the last event.")
  @Nullable String until;

  @Option(
      names = "--aware",
      paramLabel = "TIME",
      description = "When you became aware. The clocks start here.")
  @Nullable String aware;

  @Option(
      names = "--aware-by",
      paramLabel = "NAME",
      description = "Who decided that. Without a name the clocks are a what-if and marked so.")
  @Nullable String awareBy;

  @Option(
      names = "--leaked",
      paramLabel = "FILE",
      description =
          "Text that is said to have leaked, to be searched for canaries and known records.")
  @Nullable Path leaked;

  @Option(
      names = "--digest-keys",
      paramLabel = "DIR",
      description =
          "Public keys for CloudTrail digest signatures (aws cloudtrail list-public-keys).")
  @Nullable Path digestKeys;

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description =
          "Ed25519 private key (PKCS#8 PEM) that signs the evidence. Default: one made on first"
              + " use.")
  @Nullable Path signingKey;

  @Option(
      names = "--tsa",
      paramLabel = "URL",
      description =
          "RFC 3161 authority asked for a timestamp over the ledger's checkpoint. Default: nobody.")
  @Nullable String timestampAuthority;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write. Default: cofferdam-report-<time>.")
  @Nullable Path out;

  @ParentCommand private Cofferdam program;

  @Spec private CommandSpec spec;

  private final Clock clock;

  InvestigateCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    if (signingKey != null && !Files.exists(signingKey)) {
      throw new CofferdamException(
          "CFD-APP-0022",
          ErrorCategory.INVALID_INPUT,
          "signing key `" + signingKey + "` is not there [an Ed25519 private key, PKCS#8 PEM]",
          "leave --signing-key out and one is made on first use, or make it: openssl genpkey"
              + " -algorithm ed25519 -out FILE");
    }
    var request =
        new InvestigationRequest(
            paths,
            Optional.ofNullable(dataMap),
            snapshots,
            principals,
            accessKeys,
            networks,
            Times.parse("--since", since),
            Times.parse("--until", until),
            Times.parse("--aware", aware),
            Optional.ofNullable(awareBy).filter(name -> !name.isBlank()),
            Optional.ofNullable(leaked),
            Optional.ofNullable(digestKeys),
            Optional.ofNullable(signingKey),
            KeyFolder.path(),
            Optional.ofNullable(timestampAuthority),
            out != null
                ? out
                : Path.of("cofferdam-report-" + FOLDER_TIME.format(Instant.now(clock))));
    var progress = Progress.on(spec.commandLine().getErr(), program.quiet, clock);
    var result = new Investigation(clock, progress).run(request);
    new Summary(spec.commandLine().getOut(), program.noColor).print(result);
    return 0;
  }
}
