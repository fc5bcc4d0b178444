package io.cofferdam.aws;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;

/// Makes one call by the names of service and operation, so that a new call is a line of the plan
/// and no code. Only operations that read are made: their names begin with Get, List, Describe,
/// Lookup, BatchGet or Search.
public final class AwsReader implements CloudReader {
  private final AwsClients clients;
  private final Map<String, Optional<Operation>> operations = new ConcurrentHashMap<>();

  public AwsReader(AwsClients clients) {
    this.clients = clients;
  }

  /// A client's method and the builder of its request.
  record Operation(Method call, Method builder) {}

  @Override
  public CallAnswer call(CallRequest request) {
    if (!request.operation().matches("(Get|List|Describe|Lookup|BatchGet|Search)[A-Z].*")) {
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
      return CallAnswer.answered(SdkJson.of((SdkPojo) response), id, tries.value());
    } catch (InvocationTargetException thrown) {
      return failed(thrown.getTargetException(), tries.value());
    } catch (IllegalAccessException impossible) {
      throw new CofferdamBug("the operations of a client are public", impossible);
    }
  }

  private static CallAnswer failed(Throwable cause, int attempts) {
    return switch (cause) {
      case SdkException error -> AwsErrors.answer(error, attempts);
      case Error machine -> throw machine;
      default ->
          CallAnswer.without(
              CallOutcome.FAILED,
              "Client",
              "the client failed: " + cause.getClass().getSimpleName(),
              "",
              attempts);
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
