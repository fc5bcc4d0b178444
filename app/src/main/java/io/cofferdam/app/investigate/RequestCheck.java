package io.cofferdam.app.investigate;

import io.cofferdam.app.datamap.Cidr;
import io.cofferdam.logs.cloudtrail.digest.DigestKeys;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Refuses a request that cannot be right before an hour is spent on reading.
final class RequestCheck {
  /// The id of an AWS access key has 16 to 128 word characters (IAM API, AccessKey).
  private static final Pattern KEY_ID = Pattern.compile("\\w{16,128}");

  private static final int SECRET_LENGTH = 40;

  private RequestCheck() {}

  static void check(InvestigationRequest request) {
    inputs(request);
    period(request);
    named(request);
    if (request.awareBy().isPresent() && request.aware().isEmpty()) {
      throw wrong(
          "CFD-APP-0016",
          "`--aware-by` is given without `--aware` [both, or --aware alone for a what-if]",
          "say when awareness began: --aware 2026-03-01T10:00:00Z");
    }
    request
        .leaked()
        .filter(path -> !Files.isReadable(path))
        .ifPresent(
            path -> {
              throw wrong(
                  "CFD-APP-0017",
                  "leaked samples `" + path + "` cannot be read [a text file, or a folder of them]",
                  "check the path given to --leaked");
            });
    request.digestKeys().ifPresent(DigestKeys::load);
    request.snapshots().forEach(StoredSnapshot::open);
    request
        .signingKey()
        .filter(file -> Files.exists(file) && !Files.isRegularFile(file))
        .ifPresent(
            file -> {
              throw wrong(
                  "CFD-APP-0018",
                  "signing key `" + file + "` is no file [an Ed25519 private key, PKCS#8 PEM]",
                  "name the key file itself");
            });
    request.timestampAuthority().ifPresent(url -> Publication.authority(url, new SecureRandom()));
  }

  private static void inputs(InvestigationRequest request) {
    for (var input : request.inputs()) {
      if (!Files.exists(input)) {
        throw wrong(
            "CFD-APP-0012",
            "no such file or folder: `" + input + "`",
            "give the folder or archive that holds the logs");
      }
    }
  }

  private static void period(InvestigationRequest request) {
    request
        .since()
        .filter(since -> request.until().filter(until -> !until.isAfter(since)).isPresent())
        .ifPresent(
            since -> {
              throw wrong(
                  "CFD-APP-0013",
                  "`--until` is `"
                      + request.until().orElseThrow()
                      + "`, not after `--since`, which is `"
                      + since
                      + "` [a later time]",
                  "are the two swapped? times without an offset are read as UTC");
            });
  }

  private static void named(InvestigationRequest request) {
    for (var network : request.networks()) {
      if (!Cidr.networkOrAddress(network)) {
        throw wrong(
            "CFD-APP-0014",
            "`--ip` is `" + network + "` [an address or a network: 203.0.113.0/24, 2001:db8::/32]",
            "repeat --ip for several");
      }
    }
    if (request.principals().stream().anyMatch(String::isBlank)) {
      throw wrong(
          "CFD-APP-0015",
          "`--principal` is empty [the ARN of a user or role, or a session's name]",
          "it is in userIdentity.arn of the log records");
    }
    for (var key : request.accessKeys()) {
      var id = key.startsWith("AKIA") || key.startsWith("ASIA");
      if (!KEY_ID.matcher(key).matches() || (key.length() == SECRET_LENGTH && !id)) {
        // not shown: it may be the secret itself
        throw wrong(
            "CFD-APP-0019",
            "`--access-key` is no access key id [16 to 128 letters and digits, as AKIA...]",
            "give the id, never the secret; if that was the secret, your shell's history has it"
                + " now");
      }
    }
  }

  private static CofferdamException wrong(String code, String message, String hint) {
    return new CofferdamException(code, ErrorCategory.INVALID_INPUT, message, hint);
  }
}
