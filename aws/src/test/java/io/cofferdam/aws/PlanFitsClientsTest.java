package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.testkit.Covers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;

/// Every call of the shipped plan is one that the vendor's clients can make.
@Covers("P-01")
class PlanFitsClientsTest {
  private static final String ACCOUNT = "111122223333";

  static List<CallPlan> calls() {
    return CollectPlan.shipped("aws").services().stream()
        .flatMap(service -> service.calls().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void operationAndMembersExist(CallPlan call) throws Exception {
    try (var clients =
        new AwsClients(Optional.of(URI.create("http://127.0.0.1:1")), Duration.ofSeconds(1))) {
      clients.use(
          ACCOUNT, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
      var client = clients.client(call.service(), ACCOUNT, "eu-central-1");
      var operation = AwsReader.operation(client.getClass(), call.operation());
      assertThat(operation).as(call.key()).isPresent();
      var builder = (SdkPojo) operation.get().builder().invoke(null);
      call.with()
          .forEach(
              (member, text) ->
                  assertThat(SdkJson.set(builder, member, text))
                      .as("%s has a member %s", call.key(), member)
                      .isTrue());
      call.paging()
          .ifPresent(
              paging -> {
                assertThat(SdkJson.set(builder, paging.token(), "next"))
                    .as("%s takes %s", call.key(), paging.token())
                    .isTrue();
                assertThat(members(operation.get(), paging.next())).as(call.key()).isTrue();
              });
      if (!call.take().isEmpty()) {
        assertThat(members(operation.get(), call.take())).as(call.key()).isTrue();
      }
      call.lists()
          .ifPresent(
              list -> assertThat(members(operation.get(), list.items())).as(call.key()).isTrue());
    }
  }

  /// Whether the answer has the first member of a path.
  private static boolean members(AwsReader.Operation operation, String path) {
    try {
      var answer = (SdkPojo) operation.call().getReturnType().getMethod("builder").invoke(null);
      return answer.sdkFields().stream()
          .anyMatch(field -> field.memberName().equals(path.split("\\.", -1)[0]));
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("every answer has a builder", broken);
    }
  }

  @Test
  void everyServiceOfThePlanHasAClient() {
    assertThat(AwsServices.names())
        .containsAll(
            CollectPlan.shipped("aws").services().stream().map(each -> each.service()).toList());
  }
}
