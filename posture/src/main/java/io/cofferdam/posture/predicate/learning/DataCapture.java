package io.cofferdam.posture.predicate.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What an endpoint was asked and answered is captured, encrypted; all of it for restricted data
/// (`https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html`).
final class DataCapture implements Predicate {

  @Override
  public Outcome evaluate(Resource endpoint, Scene scene) {
    var verdict = new Verdict();
    var status = endpoint.fact("EndpointStatus").asText("");
    if (status.equals("Failed") || status.equals("OutOfService") || status.equals("Deleting")) {
      return new Outcome.NotApplicable("it is " + status + " and answers nobody");
    }
    if (verdict.lacks(endpoint, "endpoint")) {
      return verdict.outcome();
    }
    var config = config(endpoint, scene);
    if (config.isPresent() && serverless(config.get())) {
      return verdict
          .wrong(
              "an endpoint without servers cannot capture: log what it answers in front of it",
              "ServerlessConfig")
          .outcome();
    }
    var capture = endpoint.fact("endpoint.DataCaptureConfig");
    if (!capture.path("EnableCapture").asBoolean(false)) {
      return verdict.wrong("it captures nothing", "EnableCapture is not true").outcome();
    }
    if (capture.path("CaptureStatus").asText("Started").equals("Stopped")) {
      verdict.wrong("its capture is stopped", "CaptureStatus is Stopped");
    }
    options(config, verdict);
    var share = capture.path("CurrentSamplingPercentage").asInt(100);
    if (share < 100
        && scene.sensitivity(endpoint).filter(s -> s == Sensitivity.RESTRICTED).isPresent()) {
      verdict.wrong(
          "of restricted data only " + share + " % are captured", "CurrentSamplingPercentage");
    }
    KeyOwner.judge(
        endpoint, capture.path("KmsKeyId").asText(""), "what it captures", scene, verdict);
    return verdict.outcome();
  }

  /// Requests and answers are chosen apart; the endpoint itself does not tell which.
  private static void options(Optional<Resource> config, Verdict verdict) {
    if (config.isEmpty()) {
      verdict.open("sagemaker:DescribeEndpointConfig: whether questions and answers are captured");
      return;
    }
    if (verdict.lacks(config.get(), "config")) {
      return;
    }
    var modes =
        Facts.items(config.get().facts(), "config.DataCaptureConfig.CaptureOptions.CaptureMode")
            .stream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    for (var wanted : List.of("Input", "Output")) {
      if (!modes.contains(wanted) && !modes.contains("InputAndOutput")) {
        verdict.wrong(
            (wanted.equals("Input") ? "questions" : "answers") + " are not captured",
            "CaptureOptions " + new TreeSet<>(modes));
      }
    }
  }

  static Optional<Resource> config(Resource endpoint, Scene scene) {
    var name = endpoint.fact("endpoint.EndpointConfigName").asText("");
    return scene.inventory().where("sagemaker-endpoint-config", "EndpointConfigName", name).stream()
        .filter(each -> each.account().equals(endpoint.account()))
        .filter(each -> each.region().equals(endpoint.region()))
        .findFirst();
  }

  private static boolean serverless(Resource config) {
    return Facts.items(config.facts(), "config.ProductionVariants.ServerlessConfig").stream()
        .anyMatch(each -> each.isObject());
  }
}
