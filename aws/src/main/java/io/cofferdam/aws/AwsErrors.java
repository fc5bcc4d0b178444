package io.cofferdam.aws;

import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
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
          "TokenRefreshRequired",
          "RequestExpired",
          "RequestTimeTooSkewed");

  /// Codes by which services ask for fewer calls; from the list of the vendor's client and the
  /// services' own pages.
  private static final Set<String> THROTTLED =
      Set.of(
          "BandwidthLimitExceeded",
          "EC2ThrottledException",
          "LimitExceededException",
          "PriorRequestNotComplete",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "SlowDown",
          "ThrottledException",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException",
          "TransactionInProgressException");

  /// The clock is mended by the client before the next try.
  private static final Set<String> CLOCK =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

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

  /// The code of a host whose name is not known.
  static final String UNKNOWN_HOST = "UnknownHost";

  private static final Pattern SECRET =
      Pattern.compile("(?i)(AKIA|ASIA)[A-Z0-9]{16}|(token|secret|password|signature)=[^&\\s]+");
  private static final String UNREAD = "Unable to unmarshall response";
  private static final int MESSAGE = 400;

  private AwsErrors() {}

  static CallAnswer answer(SdkException error, int attempts) {
    if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      var code = text(service.awsErrorDetails().errorCode());
      var message = text(service.awsErrorDetails().errorMessage());
      if (code.isEmpty() && service.statusCode() != 403 && halfAnError(service.awsErrorDetails())) {
        return CallAnswer.without(
                CallOutcome.FAILED,
                "Client",
                "the answer could not be read: HTTP " + service.statusCode(),
                text(service.requestId()),
                attempts)
            .with(Trouble.PASSING);
      }
      return CallAnswer.without(
              outcome(code, service.statusCode()),
              code,
              shown(message.isEmpty() ? "HTTP " + service.statusCode() : message),
              text(service.requestId()),
              attempts)
          .with(trouble(code, service.statusCode()));
    }
    return client(error, attempts);
  }

  /// Whether something came that names no error and is no web page either: cut off in its middle,
  /// or spoiled.
  private static boolean halfAnError(AwsErrorDetails details) {
    @Nullable SdkBytes body = details.rawResponse();
    if (body == null) {
      // The client for S3 gives no body where it is no XML; S3 names every error of a GET.
      return text(details.serviceName()).equals("S3");
    }
    if (body.asByteArrayUnsafe().length == 0) {
      return false;
    }
    var begin = new String(body.asByteArrayUnsafe(), StandardCharsets.ISO_8859_1).strip();
    return !begin.regionMatches(true, 0, "<!doctype", 0, 9)
        && !begin.regionMatches(true, 0, "<html", 0, 5)
        && !(begin.startsWith("{") && begin.endsWith("}"));
  }

  /// An error that the service did not tell: no connection, no answer in time, half an answer.
  private static CallAnswer client(SdkException error, int attempts) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return CallAnswer.without(
                CallOutcome.UNSUPPORTED,
                UNKNOWN_HOST,
                "no such host: the service has no such region, or names cannot be looked up",
                "",
                attempts)
            .with(Trouble.NONE);
      }
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || (cause instanceof SocketTimeoutException
              && text(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect"))) {
        return CallAnswer.without(
                CallOutcome.FAILED, "Connect", "no connection to the service", "", attempts)
            .with(Trouble.UNREACHABLE);
      }
      if (cause instanceof DateTimeException || cause instanceof NumberFormatException) {
        // All of the answer came, with a value that is none: another try would meet it again.
        return CallAnswer.without(
            CallOutcome.FAILED, "Client", "a value in the answer could not be read", "", attempts);
      }
      if (cause instanceof SocketTimeoutException
          || cause instanceof ApiCallTimeoutException
          || cause instanceof ApiCallAttemptTimeoutException) {
        return CallAnswer.without(CallOutcome.FAILED, "Timeout", "no answer in time", "", attempts)
            .with(Trouble.PASSING);
      }
    }
    var told = text(error.getMessage());
    // What the client's reader says shows the content it could not read, and names of Java.
    var message = told.startsWith(UNREAD) ? "the answer could not be read" : shown(told);
    var credentials = message.toLowerCase(Locale.ROOT).contains("credentials");
    return CallAnswer.without(CallOutcome.FAILED, "Client", message, "", attempts)
        .with(credentials ? Trouble.CREDENTIALS : Trouble.PASSING);
  }

  private static Trouble trouble(String code, int status) {
    if (THROTTLED.contains(code) || status == 429) {
      return Trouble.THROTTLED;
    }
    if (CLOCK.contains(code)) {
      return Trouble.PASSING;
    }
    if (CREDENTIALS.contains(code) || code.equals("RegionDisabledException")) {
      return Trouble.CREDENTIALS;
    }
    return status >= 500 && status != 501 ? Trouble.PASSING : Trouble.NONE;
  }

  private static CallOutcome outcome(String code, int status) {
    if (THROTTLED.contains(code) || status == 429) {
      return CallOutcome.FAILED;
    }
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
    var clean =
        SECRET
            .matcher(message)
            .replaceAll("(not shown)")
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    return clean.length() > MESSAGE ? clean.substring(0, MESSAGE) + "…" : clean;
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
