package io.cofferdam.aws;

import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What an error of a service means for the question that was asked.
final class AwsErrors {
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)access_?denied(exception)?|unauthorized(operation)?|authorizationerror(exception)?"
              + "|notauthorized(exception)?|forbidden(exception)?|accessdeniedfault"
              + "|authfailure|alldenied");

  /// Codes of credentials that no permission would mend.
  private static final Set<String> CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidAccessKeyId",
          "RequestExpired",
          "RequestTimeTooSkewed");

  private static final Set<String> UNSUPPORTED =
      Set.of(
          "UnknownOperationException",
          "InvalidAction",
          "NotImplemented",
          "NotImplementedException",
          "UnsupportedOperation",
          "UnsupportedOperationException",
          "OptInRequired",
          "SubscriptionRequiredException",
          "EndpointConnectionError");

  private static final Pattern SECRET =
      Pattern.compile("(?i)(AKIA|ASIA)[A-Z0-9]{16}|(token|secret|password|signature)=[^&\\s]+");
  private static final int MESSAGE = 400;

  private AwsErrors() {}

  static CallAnswer answer(SdkException error, int attempts) {
    if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      var code = text(service.awsErrorDetails().errorCode());
      var message = text(service.awsErrorDetails().errorMessage());
      return CallAnswer.without(
          outcome(code, service.statusCode()),
          code,
          shown(message.isEmpty() ? "HTTP " + service.statusCode() : message),
          text(service.requestId()),
          attempts);
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return CallAnswer.without(
            CallOutcome.UNSUPPORTED, "UnknownHost", "the service has no such region", "", attempts);
      }
      if (cause instanceof ConnectException) {
        return CallAnswer.without(
            CallOutcome.FAILED, "Connect", "no connection to the service", "", attempts);
      }
    }
    return CallAnswer.without(
        CallOutcome.FAILED, "Client", shown(text(error.getMessage())), "", attempts);
  }

  private static CallOutcome outcome(String code, int status) {
    if (CREDENTIALS.contains(code)) {
      return CallOutcome.FAILED;
    }
    if (DENIED.matcher(code).matches() || (status == 403 && code.isEmpty())) {
      return CallOutcome.DENIED;
    }
    // A stand-in answers what it does not know with a page: no code of the service is in it.
    if (UNSUPPORTED.contains(code)
        || status == 501
        || (status == 404 && (code.isEmpty() || code.equals("404")))) {
      return CallOutcome.UNSUPPORTED;
    }
    return CallOutcome.FAILED;
  }

  private static String shown(String message) {
    var clean = SECRET.matcher(message).replaceAll("(not shown)").replaceAll("\\p{Cntrl}", " ");
    return clean.length() > MESSAGE ? clean.substring(0, MESSAGE) + "…" : clean;
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
