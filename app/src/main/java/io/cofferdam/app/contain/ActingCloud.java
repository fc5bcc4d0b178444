package io.cofferdam.app.contain;

import io.cofferdam.app.scan.ScanRequest;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// With whose credentials an account is asked and changed.
///
/// @param profile of the AWS configuration files, or empty: the usual search
/// @param endpoint an address asked instead of AWS
/// @param patience how long an answer may take
/// @param roleArn the role that makes the calls of an approved plan; empty: the credentials
///     themselves do
/// @param azure what Azure is asked with
public record ActingCloud(
    Optional<String> profile,
    Optional<URI> endpoint,
    Duration patience,
    Optional<String> roleArn,
    Optional<AzureSecret> azure) {
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,512}");

  /// Reads what was given on the command line.
  ///
  /// @throws CofferdamException CFD-APP-0074, CFD-APP-0112, CFD-APP-0160
  public static ActingCloud of(
      Optional<String> profile, Optional<String> endpoint, int seconds, Optional<String> roleArn) {
    roleArn.ifPresent(ActingCloud::check);
    return new ActingCloud(
        profile,
        endpoint.map(ScanRequest::endpoint),
        ScanRequest.patience(seconds),
        roleArn,
        Optional.empty());
  }

  /// The same, with what Azure is asked with.
  ///
  /// @param reference `env:NAME` or `file:PATH`
  /// @throws CofferdamException CFD-APP-0213
  public ActingCloud withAzure(Optional<String> reference) {
    return new ActingCloud(profile, endpoint, patience, roleArn, reference.map(AzureSecret::read));
  }

  private static void check(String arn) {
    if (!ROLE.matcher(arn).matches()) {
      throw new CofferdamException(
          "CFD-APP-0160",
          ErrorCategory.INVALID_INPUT,
          "`--role-arn` is `" + Plain.line(arn) + "` [arn:aws:iam::ACCOUNT:role/NAME]",
          "name the role that is kept for containment, or leave it out to act with the credentials"
              + " themselves");
    }
  }
}
