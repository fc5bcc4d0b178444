package io.cofferdam.app.cli;

import io.cofferdam.app.scan.ScanRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whose account is asked, where, and how long an answer may take: the options that all commands
/// share that ask AWS.
final class AskedCloud {
  @Option(names = "--profile", paramLabel = "NAME", description = "Of the AWS configuration files.")
  private @Nullable String profile;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Only there; several times for several. Default: all enabled.")
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Ask this address instead of AWS.")
  private @Nullable String endpoint;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long one answer may take. Default: 30.")
  private int timeout;

  Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  /// Empty: all that are enabled.
  List<String> regions() {
    return ScanRequest.regions(regions);
  }

  /// An address asked instead of AWS.
  Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint).map(ScanRequest::endpoint);
  }

  Duration patience() {
    return ScanRequest.patience(timeout);
  }
}
