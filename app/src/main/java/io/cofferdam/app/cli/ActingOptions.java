package io.cofferdam.app.cli;

import io.cofferdam.app.contain.ActingCloud;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// With whose credentials an act asks and changes an account.
final class ActingOptions {
  @Option(names = "--profile", paramLabel = "NAME", description = "Of the AWS configuration files.")
  private @Nullable String profile;

  @Option(
      names = "--role-arn",
      paramLabel = "ARN",
      description = {
        "The role that acts. It is assumed to execute and to roll back alone, in a session that",
        "may do the calls of the plan and nothing else. Default: the credentials themselves act."
      })
  private @Nullable String role;

  @Option(
      names = "--azure-credential",
      paramLabel = "REF",
      description = {
        "For acts on Azure: env:NAME or file:PATH with a token of Entra ID, with what",
        "az account get-access-token printed, or for a container with a key of its account."
      })
  private @Nullable String azure;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Ask this address instead of AWS or Azure.")
  private @Nullable String endpoint;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long one answer may take. Default: 30.")
  private int timeout;

  /// Whether any of it was given, beside how long an answer may take.
  boolean named() {
    return profile != null || role != null || endpoint != null || azure != null;
  }

  ActingCloud cloud() {
    return ActingCloud.of(
            Optional.ofNullable(profile),
            Optional.ofNullable(endpoint),
            timeout,
            Optional.ofNullable(role))
        .withAzure(Optional.ofNullable(azure));
  }
}
