package io.cofferdam.app.cli;

import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.timestamp.AuthorityCertificates;
import io.cofferdam.evidence.verify.PackVerifier;
import io.cofferdam.evidence.verify.TrustedWith;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `verify PACK`: checks an evidence pack, one line per check; exit 1 on any doubt.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks an evidence pack: one line per check, exit 1 on any doubt.",
      "Without --key nobody knows who signed, which is a doubt.",
      ""
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PACK", description = "Folder or zip of an evidence pack.")
  private Path pack;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Public key of the signer (PEM or note key), had by another way than the pack.")
  private @Nullable Path key;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint kept elsewhere; the pack must agree with it.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--tsa-cert",
      paramLabel = "FILE",
      description = "Certificate of the timestamp authority.")
  private @Nullable Path authority;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var trusted = TrustedWith.nothing();
    if (key != null) {
      trusted = trusted.key(VerifierKey.read(key));
    }
    if (checkpoint != null) {
      trusted = trusted.checkpoint(checkpoint);
    }
    if (authority != null) {
      trusted = trusted.authorities(AuthorityCertificates.read(authority));
    }
    var verification = new PackVerifier(trusted).verify(pack);
    verification.lines().forEach(spec.commandLine().getOut()::println);
    return verification.doubt() ? 1 : 0;
  }
}
