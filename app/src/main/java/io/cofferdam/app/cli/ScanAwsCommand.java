package io.cofferdam.app.cli;

import io.cofferdam.app.audit.NetworkAudit;
import io.cofferdam.app.scan.LiveScan;
import io.cofferdam.app.scan.OrganisationRole;
import io.cofferdam.app.scan.ScanRequest;
import io.cofferdam.app.scan.SnapshotSeal;
import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `scan aws`.
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads the configuration of the account of your credentials and judges it.",
      "What it needs to be allowed: `cofferdam permissions aws`."
    })
final class ScanAwsCommand implements Callable<Integer> {
  @Mixin private AskedCloud cloud = new AskedCloud();

  @Option(
      names = "--snapshot-out",
      paramLabel = "DIR",
      description = {
        "Keep the answers there, for `scan snapshot`.",
        "An unfinished snapshot is gone on with."
      })
  private @Nullable Path snapshotOut;

  @Option(names = "--seal", description = "Seal the snapshot into DIR.pack, for `verify`.")
  private boolean seal;

  @Option(
      names = "--organisation-role",
      paramLabel = "NAME",
      description = "Also ask all accounts of the organisation, by this role in each.")
  private @Nullable String role;

  @Option(
      names = "--external-id",
      paramLabel = "ID",
      description = "What the role's trust policy demands.")
  private @Nullable String externalId;

  @Mixin private ScanTelling telling = new ScanTelling();

  @Spec private CommandSpec spec;

  private final Clock clock;

  ScanAwsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ready = telling.read(spec, clock);
    if (seal && snapshotOut == null) {
      throw new CofferdamException(
          "CFD-APP-0117",
          ErrorCategory.INVALID_INPUT,
          "`--seal` without `--snapshot-out` [both, or neither]",
          "what is sealed is the snapshot");
    }
    var request =
        new ScanRequest(
            cloud.profile(),
            cloud.regions(),
            cloud.endpoint(),
            Optional.ofNullable(snapshotOut),
            ready.map(),
            organisation(),
            cloud.patience(),
            ready.reviews());
    var stop = new ScanStopped(spec.commandLine().getErr(), request.snapshotOut());
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      var result = new LiveScan(clock, ScanProgress.on(spec, clock)).of(request);
      if (seal) {
        sealed(request);
      }
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return ready.tell(
          snapshotOut == null ? result : result.noting(NetworkAudit.beside(snapshotOut, today)));
    } finally {
      stop.ended();
    }
  }

  private void sealed(ScanRequest request) throws IOException {
    var keys =
        KeyFiles.openOrCreate(KeyFolder.path().resolve("signing-key.pem"), new SecureRandom());
    var pack = SnapshotSeal.seal(request.snapshotOut().orElseThrow(), keys, clock);
    spec.commandLine()
        .getErr()
        .println("sealed: ./cofferdam verify " + pack.folder() + " --key " + keys.pem());
  }

  private Optional<OrganisationRole> organisation() {
    if (role == null && externalId != null) {
      throw new CofferdamException(
          "CFD-APP-0116",
          ErrorCategory.INVALID_INPUT,
          "`--external-id` without `--organisation-role` [both, or neither]",
          "the external id is for the role that is assumed in each account");
    }
    return Optional.ofNullable(role)
        .map(name -> new OrganisationRole(name, Optional.ofNullable(externalId)));
  }
}
