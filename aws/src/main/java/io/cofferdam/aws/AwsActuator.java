package io.cofferdam.aws;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;
import java.lang.reflect.InvocationTargetException;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkException;

/// Makes the calls of acts in one account, each once. A call that changes something is made only
/// with a permit that covers it.
public final class AwsActuator implements CloudCalls {
  /// Codes that say: there is nothing of the kind.
  private static final Pattern ABSENT =
      Pattern.compile(
          "NoSuch\\w+|.*NotFound\\w*|ResourceNotFoundException|PolicyNotFound\\w*|WAFNonexistentItem\\w*");

  private final AwsClients clients;
  private final String account;

  public AwsActuator(AwsClients clients, String account) {
    this.clients = clients;
    this.account = account;
  }

  @Override
  public CallResult look(ActCall call) {
    if (!AwsReader.onlyReads(call.operation())) {
      throw new CofferdamBug(call.words() + " does not only read");
    }
    var tries = new Attempts.Count();
    var result = send(call, tries);
    return result instanceof CallResult.Answered(_, var id) && tries.doubt().isPresent()
        ? new CallResult.Uncertain("Answer", tries.doubt().get(), id)
        : result;
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    if (!permit.covers(call)) {
      throw new CofferdamBug(call.words() + " is not among the calls that were approved");
    }
    return send(call, new Attempts.Count());
  }

  /// Answers are bounded. Many changes are answered without content, so that only of a reading an
  /// empty answer is a doubt.
  private CallResult send(ActCall call, Attempts.Count tries) {
    var client = clients.client(call.service(), account, call.region());
    var operation =
        AwsReader.operation(client.getClass(), call.operation())
            .orElseThrow(() -> new CofferdamBug("no operation " + call.words()));
    try {
      var response = (AwsResponse) operation.call().invoke(client, build(operation, call, tries));
      var id = response.responseMetadata() == null ? "" : response.responseMetadata().requestId();
      return new CallResult.Answered(SdkJson.of((SdkPojo) response), id);
    } catch (InvocationTargetException thrown) {
      return switch (thrown.getTargetException()) {
        case SdkException error -> result(AwsErrors.answer(error, 1));
        case Error machine -> throw machine;
        case Throwable other ->
            new CallResult.Uncertain(
                "Client", "the answer could not be read: " + other.getClass().getSimpleName(), "");
      };
    } catch (IllegalAccessException impossible) {
      throw new CofferdamBug("the operations of a client are public", impossible);
    }
  }

  private static SdkRequest build(AwsReader.Operation operation, ActCall call, Attempts.Count tries)
      throws InvocationTargetException, IllegalAccessException {
    var builder = (AwsRequest.Builder) operation.builder().invoke(null);
    SdkFill.fill((SdkPojo) builder, call.parameters())
        .ifPresent(
            bad -> {
              throw new CofferdamBug(call.words() + ": " + bad);
            });
    builder.overrideConfiguration(each -> each.putExecutionAttribute(Attempts.COUNT, tries));
    return builder.build();
  }

  private static CallResult result(CallAnswer answer) {
    var code = answer.errorCode();
    var id = answer.requestId();
    if (ABSENT.matcher(code).matches()) {
      return new CallResult.Absent(code, id);
    }
    if (answer.outcome() == CallOutcome.DENIED || answer.trouble() == Trouble.CREDENTIALS) {
      return new CallResult.Denied(code, answer.message(), id);
    }
    return answer.trouble() == Trouble.NONE && !code.equals(AwsErrors.UNKNOWN_HOST)
        ? new CallResult.Rejected(code, answer.message(), id)
        : new CallResult.Uncertain(code, answer.message(), id);
  }
}
