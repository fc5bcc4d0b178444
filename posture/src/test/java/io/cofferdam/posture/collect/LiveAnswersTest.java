package io.cofferdam.posture.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What of an answer is kept, and what an error means.
@Covers("P-01")
class LiveAnswersTest {
  private static CallPlan shipped(String service, String operation) {
    return CollectPlan.shipped("aws").services().stream()
        .filter(each -> each.service().equals(service))
        .flatMap(each -> each.calls().stream())
        .filter(each -> each.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private static CallAnswer ask(CallPlan plan, CallAnswer answer) {
    return new LiveAnswers(request -> answer, Optional.empty(), Optional.empty(), () -> Shop.NOW)
        .ask(
            plan,
            new CallRequest(
                Shop.ACCOUNT, "eu-central-1", plan.service(), plan.operation(), new TreeMap<>()));
  }

  private static String kept(String service, String operation, String json) throws Exception {
    var body = new ObjectMapper().readTree(json);
    return ask(shipped(service, operation), CallAnswer.answered(body, "r", 1)).body().toString();
  }

  @Test
  void noValueOfAnEnvironmentACommandOrALabelIsKept() throws Exception {
    assertThat(
            kept(
                "ecs",
                "DescribeTaskDefinition",
                "{\"taskDefinition\":{\"containerDefinitions\":[{\"image\":\"vllm:1\","
                    + "\"environment\":[{\"name\":\"TOKEN\",\"value\":\"hidden-1\"}],"
                    + "\"command\":[\"--api-key\",\"hidden-2\"],\"dockerLabels\":{\"a\":\"hidden-3\"},"
                    + "\"logConfiguration\":{\"logDriver\":\"splunk\",\"options\":{\"splunk-token\":"
                    + "\"hidden-4\",\"awslogs-group\":\"/ecs/a\"}}}]}}"))
        .contains("vllm:1", "TOKEN", "/ecs/a", "splunk-token")
        .doesNotContain("hidden");
    assertThat(
            kept(
                "sagemaker",
                "DescribeModel",
                "{\"PrimaryContainer\":{\"Image\":\"i\",\"Environment\":{\"HF_TOKEN\":\"hidden\"}},"
                    + "\"Containers\":[{\"Environment\":{\"K\":\"hidden\"}}]}"))
        .contains("HF_TOKEN")
        .doesNotContain("hidden");
    assertThat(
            kept(
                "sagemaker",
                "DescribeTrainingJob",
                "{\"Environment\":{\"K\":\"hidden\"},\"HyperParameters\":{\"k\":\"hidden\"},"
                    + "\"RoleArn\":\"r\"}"))
        .doesNotContain("hidden");
    assertThat(
            kept(
                "lambda",
                "ListFunctions",
                "{\"Functions\":[{\"FunctionName\":\"f\",\"Environment\":{\"Variables\":"
                    + "{\"K\":\"hidden\"}}}]}"))
        .doesNotContain("hidden");
    assertThat(
            kept(
                "bedrockagent",
                "GetAgent",
                "{\"agent\":{\"agentName\":\"a\",\"instruction\":\"hidden\"}}"))
        .doesNotContain("hidden");
    assertThat(
            kept(
                "eventbridge",
                "ListTargetsByRule",
                "{\"Targets\":[{\"Arn\":\"a\",\"Input\":\"hidden\"}]}"))
        .doesNotContain("hidden");
  }

  @Test
  void whatAFirewallOrABalancerComparesWithIsNotKept() throws Exception {
    var statement =
        "{\"ByteMatchStatement\":{\"SearchString\":\"hidden\",\"FieldToMatch\":"
            + "{\"SingleHeader\":{\"Name\":\"x-origin-verify\"}}}}";
    assertThat(
            kept(
                "wafv2",
                "GetWebACL",
                "{\"WebACL\":{\"Rules\":[{\"Statement\":{\"NotStatement\":{\"Statement\":"
                    + statement
                    + "}},\"Action\":{\"Allow\":{\"CustomRequestHandling\":{\"InsertHeaders\":"
                    + "[{\"Name\":\"x-a\",\"Value\":\"hidden\"}]}}}}]}}"))
        .contains("x-origin-verify", "x-a")
        .doesNotContain("hidden");
    assertThat(
            kept(
                "elasticloadbalancingv2",
                "DescribeRules",
                "{\"Rules\":[{\"Conditions\":[{\"Field\":\"http-header\",\"HttpHeaderConfig\":"
                    + "{\"HttpHeaderName\":\"X-Origin-Verify\",\"Values\":[\"hidden\"]}}]}]}"))
        .contains("X-Origin-Verify")
        .doesNotContain("hidden");
    assertThat(
            kept(
                "apigateway",
                "GetResources",
                "{\"items\":[{\"resourceMethods\":{\"GET\":{\"authorizationType\":\"NONE\","
                    + "\"methodIntegration\":{\"requestParameters\":{\"integration.request.header.k\":"
                    + "\"'hidden'\"}}}}}]}"))
        .contains("authorizationType")
        .doesNotContain("hidden");
    assertThat(
            kept(
                "databasemigration",
                "DescribeEndpoints",
                "{\"Endpoints\":[{\"EndpointIdentifier\":\"e\",\"KafkaSettings\":"
                    + "{\"SaslPassword\":\"hidden\"},\"OracleSettings\":{\"AsmPassword\":\"hidden\"}}]}"))
        .doesNotContain("hidden");
  }

  @Test
  void theWordsOfAnErrorHoldNoSecret() {
    var told =
        ask(
            shipped("lambda", "ListFunctions"),
            CallAnswer.without(
                CallOutcome.FAILED,
                "ValidationException",
                "no such value 'postgres://shop:Tulpe9Kahn@db.shop.example', password=Tulpe9Kahn",
                "r",
                1));
    assertThat(told.message()).contains("no such value").doesNotContain("Tulpe9Kahn");
  }

  @Test
  void oneCodeMeansNoneOrDeniedByItsMessage() {
    var plan =
        new CallPlan(
            "macie2",
            "GetMacieSession",
            "macie2:GetMacieSession",
            "",
            "",
            Map.of(),
            Optional.empty(),
            "macie",
            "",
            Set.of("AccessDeniedException: Macie is not enabled"),
            Optional.empty(),
            List.of());
    assertThat(ask(plan, denied("Macie is not enabled")).outcome()).isEqualTo(CallOutcome.ABSENT);
    assertThat(ask(plan, denied("User is not authorized")).outcome()).isEqualTo(CallOutcome.DENIED);
  }

  private static CallAnswer denied(String message) {
    return CallAnswer.without(CallOutcome.DENIED, "AccessDeniedException", message, "r", 1);
  }
}
