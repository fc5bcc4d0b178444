package io.cofferdam.aws;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import io.cofferdam.posture.spi.Trouble;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/// Makes one call by the names of service and operation, so that a new call is a line of the plan
/// and no code. Only operations that read are made: their names begin with Get, List, Describe,
/// Lookup, BatchGet, Search or Filter, and they hand out no secret, credential or content of a
/// store. A call is sent once; trying again is the asker's business.
public final class AwsReader implements CloudReader {
  private static final Pattern READS =
      Pattern.compile("(Get|List|Describe|Head|Lookup|BatchGet|Search|Filter)[A-Z].*");

  /// Secrets, credentials, addresses from which code can be loaded, content of stores.
  private static final Pattern HANDS_OUT =
      Pattern.compile(
          "(Batch)?GetSecretValue|GetRandomPassword|GetPasswordData|GetParameters?(ByPath|History)?"
              + "|Get(Session|Federation|Authorization|Access)Token|GetCredentials"
              + "|GetApiKeys?|GetFunction|GetLayerVersion(ByArn)?|GetDownloadUrlForLayer"
              + "|GetObject(Torrent)?|(Batch)?GetItem|GetRecords|BatchGetImage");

  private final AwsClients clients;
  private final Map<String, Optional<Operation>> operations = new ConcurrentHashMap<>();

  public AwsReader(AwsClients clients) {
    this.clients = clients;
  }

  /// A client's method and the builder of its request.
  record Operation(Method call, Method builder) {}

  /// Whether an operation changes nothing and hands out nothing that a state may not hold.
  static boolean onlyReads(String operation) {
    return READS.matcher(operation).matches() && !HANDS_OUT.matcher(operation).matches();
  }

  @Override
  public CallAnswer call(CallRequest request) {
    if (!onlyReads(request.operation())) {
      throw new CofferdamBug(request.operation() + " does not only read");
    }
    var client = clients.client(request.service(), request.account(), request.region());
    var operation =
        operations
            .computeIfAbsent(
                request.service() + " " + request.operation(),
                _ -> operation(client.getClass(), request.operation()))
            .orElseThrow(() -> new CofferdamBug("no operation " + request.words()));
    var tries = new Attempts.Count();
    try {
      var response =
          (AwsResponse) operation.call().invoke(client, build(operation, request, tries));
      var id = response.responseMetadata() == null ? "" : response.responseMetadata().requestId();
      var doubt = tries.doubt();
      return doubt.isEmpty()
          ? CallAnswer.answered(SdkJson.of((SdkPojo) response), id, tries.value())
          : doubtful(doubt.get(), id, tries);
    } catch (InvocationTargetException thrown) {
      return tries
          .doubt()
          .filter(_ -> !(thrown.getTargetException() instanceof Error))
          .map(words -> doubtful(words, "", tries))
          .orElseGet(
              () ->
                  missingRegion(
                      client, request, failed(thrown.getTargetException(), tries.value())));
    } catch (IllegalAccessException impossible) {
      throw new CofferdamBug("the operations of a client are public", impossible);
    }
  }

  private static CallAnswer doubtful(String words, String id, Attempts.Count tries) {
    return CallAnswer.without(CallOutcome.FAILED, "Answer", words, id, tries.value())
        .with(Trouble.PASSING);
  }

  @Override
  public CallAnswer reach(String account, String region) {
    return call(new CallRequest(account, region, "sts", "GetCallerIdentity", new TreeMap<>()));
  }

  /// A host that cannot be found is no gap where the vendor's own list of regions agrees that the
  /// service is not there: then there is nothing of it.
  private static CallAnswer missingRegion(
      SdkClient client, CallRequest request, CallAnswer answer) {
    if (!answer.errorCode().equals(AwsErrors.UNKNOWN_HOST) || request.region().isEmpty()) {
      return answer;
    }
    for (var type : client.getClass().getInterfaces()) {
      try {
        var known = (ServiceMetadata) type.getMethod("serviceMetadata").invoke(null);
        var regions = known.regions();
        return regions.isEmpty() || regions.contains(Region.of(request.region()))
            ? answer
            : answer.as(CallOutcome.ABSENT);
      } catch (ReflectiveOperationException notTheClient) {
        // another interface of the class
      }
    }
    return answer;
  }

  private static CallAnswer failed(Throwable cause, int attempts) {
    return switch (cause) {
      case SdkException error -> AwsErrors.answer(error, attempts);
      case Error machine -> throw machine;
      // Of what the client could not make sense of: an answer cut off in its middle.
      default ->
          CallAnswer.without(
                  CallOutcome.FAILED,
                  "Client",
                  "the answer could not be read: " + cause.getClass().getSimpleName(),
                  "",
                  attempts)
              .with(Trouble.PASSING);
    };
  }

  private static SdkRequest build(Operation operation, CallRequest request, Attempts.Count tries)
      throws InvocationTargetException, IllegalAccessException {
    var builder = (AwsRequest.Builder) operation.builder().invoke(null);
    request
        .parameters()
        .forEach(
            (member, text) -> {
              if (!SdkJson.set((SdkPojo) builder, member, text)) {
                throw new CofferdamBug(request.words() + ": no member " + member);
              }
            });
    builder.overrideConfiguration(each -> each.putExecutionAttribute(Attempts.COUNT, tries));
    return builder.build();
  }

  /// The method of the client's interface, which is public where the class behind it is not.
  static Optional<Operation> operation(Class<?> client, String operation) {
    var name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    for (var type : client.getInterfaces()) {
      for (var method : type.getMethods()) {
        if (method.getName().equals(name)
            && method.getParameterCount() == 1
            && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
          try {
            return Optional.of(
                new Operation(method, method.getParameterTypes()[0].getMethod("builder")));
          } catch (NoSuchMethodException impossible) {
            throw new CofferdamBug("every request has a builder", impossible);
          }
        }
      }
    }
    return Optional.empty();
  }
}
