package io.cofferdam.posture.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.plan.ServicePlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import io.cofferdam.posture.spi.Trouble;
import io.cofferdam.testkit.Covers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@Covers("P-01")
class PatientReaderTest {
  private static final Patience PATIENCE =
      new Patience(5, 4, 6, 0, Duration.ofMillis(100), Duration.ofSeconds(1), 3);
  private static final CollectPlan PLAN =
      new CollectPlan("aws", List.of(new ServicePlan("kms", false, "", 4, 10, List.of())));

  private final ManualTicker time = new ManualTicker();
  private final List<String> asked = new ArrayList<>();

  /// Time that passes when somebody waits.
  private static final class ManualTicker implements Ticker {
    private long now;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void pause(Duration pause) {
      now += pause.toNanos();
    }

    Duration passed() {
      return Duration.ofNanos(now);
    }
  }

  private PatientReader reader(Function<Integer, CallAnswer> answers, Trouble ofRegion) {
    return new PatientReader(
        new CloudReader() {
          @Override
          public CallAnswer call(CallRequest request) {
            asked.add(request.region());
            return answers.apply(asked.size());
          }

          @Override
          public CallAnswer reach(String account, String region) {
            asked.add("reach " + region);
            return ofRegion == Trouble.NONE ? ok() : failed(ofRegion);
          }
        },
        PLAN,
        PATIENCE,
        time);
  }

  private static CallAnswer ok() {
    return CallAnswer.answered(JsonNodeFactory.instance.objectNode(), "id", 1);
  }

  private static CallAnswer failed(Trouble trouble) {
    return CallAnswer.without(CallOutcome.FAILED, "Code", "no", "id", 1).with(trouble);
  }

  private static CallRequest request(String region) {
    return new CallRequest("111122223333", region, "kms", "ListKeys", new TreeMap<>());
  }

  @Test
  void aThrottledCallIsTriedAgainAndTheServiceAskedMoreSlowly() {
    var reader = reader(at -> at <= 2 ? failed(Trouble.THROTTLED) : ok(), Trouble.NONE);
    var answer = reader.call(request(""));
    assertThat(answer.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(answer.attempts()).isEqualTo(3);
    assertThat(reader.trouble())
        .contains("2 calls had to be tried again, 2 because AWS throttled.");
  }

  @Test
  void aServiceIsAskedNoFasterThanItsPlanSays() {
    var reader = reader(at -> ok(), Trouble.NONE);
    for (var i = 0; i < 30; i++) {
      reader.call(request(""));
    }
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(reader.trouble()).isEmpty();
  }

  @Test
  void oneCallIsNotTriedForEver() {
    var answer = reader(at -> failed(Trouble.PASSING), Trouble.NONE).call(request(""));
    assertThat(asked).hasSize(4);
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
    assertThat(answer.message()).isEqualTo("no (tried 4 times)");
  }

  @Test
  void aDenialIsNotTriedAgain() {
    reader(
            at -> CallAnswer.without(CallOutcome.DENIED, "AccessDenied", "no", "id", 1),
            Trouble.NONE)
        .call(request(""));
    assertThat(asked).hasSize(1);
  }

  @Test
  void allCallsTogetherHaveOneBudgetOfRetries() {
    var reader = reader(at -> failed(Trouble.PASSING), Trouble.NONE);
    for (var i = 0; i < 20; i++) {
      reader.call(request(""));
    }
    assertThat(asked).as("20 calls and 6 retries").hasSize(26);
    assertThat(reader.trouble().orElseThrow()).contains("the budget of retries was spent");
  }

  @Test
  void aRegionThatIsNotEnabledIsAskedOnceAndToldSo() {
    var reader = reader(at -> ok(), Trouble.CREDENTIALS);
    var first = reader.call(request("ap-east-1"));
    var second = reader.call(request("ap-east-1"));
    assertThat(asked).containsExactly("reach ap-east-1");
    assertThat(List.of(first, second))
        .allSatisfy(
            answer -> {
              assertThat(answer.outcome()).isEqualTo(CallOutcome.UNREACHED);
              assertThat(answer.message())
                  .contains("the region ap-east-1 is not enabled for the account");
            });
  }

  @Test
  void aRegionWithoutConnectionIsTriedTwice() {
    var answer = reader(at -> ok(), Trouble.UNREACHABLE).call(request("ap-east-1"));
    assertThat(asked).containsExactly("reach ap-east-1", "reach ap-east-1");
    assertThat(answer.message()).isEqualTo("no connection to the region ap-east-1");
  }

  @Test
  void aServiceThatIsGoneIsNotAskedThousandsOfTimes() {
    var reader = reader(at -> failed(Trouble.UNREACHABLE), Trouble.NONE);
    for (var i = 0; i < 100; i++) {
      reader.call(request("eu-central-1"));
    }
    assertThat(asked).as("the region, then three tries").hasSize(4);
    assertThat(reader.call(request("eu-central-1")).outcome()).isEqualTo(CallOutcome.UNREACHED);
  }

  @Test
  void endedCredentialsEndTheAskingOnceTheRegionAgrees() {
    var reader = reader(at -> failed(Trouble.CREDENTIALS), Trouble.CREDENTIALS);
    reader.call(request(""));
    var second = reader.call(request(""));
    assertThat(asked).containsExactly("", "reach ");
    assertThat(second.message()).contains("the credentials are not valid there any more");
  }

  @Test
  void oneServiceThatRefusesTheCredentialsDoesNotEndTheRegion() {
    var reader = reader(at -> at == 1 ? failed(Trouble.CREDENTIALS) : ok(), Trouble.NONE);
    reader.call(request(""));
    assertThat(reader.call(request("")).outcome()).isEqualTo(CallOutcome.ANSWERED);
  }
}
