package io.cofferdam.posture.predicate.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

/// What looks like an unguarded model and is none, and the other way round.
@Covers("P-03")
class LearningLookAlikesTest {

  private static Outcome judge(String predicate, MadeEstate estate, String type) {
    return new Predicates().named(predicate).evaluate(estate.the(type), estate.scene());
  }

  private static Outcome key(String config) {
    return judge(
        "sagemaker-customer-key",
        new MadeEstate().with("sagemaker-endpoint-config", "c", "{'config':{" + config + "}}"),
        "sagemaker-endpoint-config");
  }

  @Test
  void instancesWithDisksOfTheirOwnTakeNoKey() {
    assertThat(key("'ProductionVariants':[{'InstanceType':'ml.g5.2xlarge'}]"))
        .isInstanceOf(Outcome.NotApplicable.class);
    assertThat(key("'ProductionVariants':[{'ServerlessConfig':{'MemorySizeInMB':2048}}]"))
        .isInstanceOf(Outcome.NotApplicable.class);
    assertThat(key("'ProductionVariants':[{'InstanceType':'ml.m5.large'}]"))
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void aKeyOfAwsIsNotTheCustomers() {
    assertThat(
            key(
                "'KmsKeyId':'alias/aws/sagemaker','ProductionVariants':[{'InstanceType':'ml.m5.l'}]"))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(key("'KmsKeyId':'alias/models','ProductionVariants':[{'InstanceType':'ml.m5.l'}]"))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void aJobThatEndedLongAgoIsNotJudged() {
    var estate =
        new MadeEstate()
            .with(
                "sagemaker-training-job",
                "t",
                "{'job':{'TrainingEndTime':'2024-01-01T00:00:00Z'}}");
    assertThat(judge("sagemaker-isolation", estate, "sagemaker-training-job"))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void captureThatIsStoppedCapturesNothing() {
    var estate =
        new MadeEstate()
            .with(
                "sagemaker-endpoint",
                "e",
                "{'EndpointStatus':'InService','endpoint':{'DataCaptureConfig':{'EnableCapture':true,"
                    + "'CaptureStatus':'Stopped','KmsKeyId':'alias/c'}}}");
    assertThat(judge("sagemaker-data-capture", estate, "sagemaker-endpoint"))
        .isInstanceOf(Outcome.Violated.class);
  }

  private static Outcome repository(String name, String policy) {
    return judge(
        "image-exposure",
        new MadeEstate()
            .add(
                "ecr-repository",
                "arn:aws:ecr:eu-central-1:111122223333:repository/" + name,
                MadeEstate.HERE,
                "{'repositoryName':'" + name + "'" + policy + "}"),
        "ecr-repository");
  }

  private static String policy(String principal) {
    return ",'policy':'{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":"
        + "\\\"Allow\\\",\\\"Principal\\\":"
        + principal
        + ",\\\"Action\\\":\\\"ecr:BatchGetImage\\\"}]}'";
  }

  @Test
  void aRepositoryWithoutResourceInItsPolicyIsStillOpen() {
    assertThat(repository("checkout", policy("\\\"*\\\""))).isInstanceOf(Outcome.Violated.class);
    assertThat(repository("checkout", policy("{\\\"AWS\\\":\\\"444455556666\\\"}")))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(repository("checkout", "")).isInstanceOf(Outcome.Met.class);
  }

  private static String conditioned(String condition) {
    return ",'policy':'{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":"
        + "\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"ecr:BatchGetImage\\\","
        + "\\\"Condition\\\":{\\\"StringEquals\\\":"
        + condition
        + "}}]}'";
  }

  @Test
  void whoIsLetInByAConditionIsNotInsideForThat() {
    assertThat(
            repository(
                "checkout", conditioned("{\\\"aws:PrincipalAccount\\\":\\\"444455556666\\\"}")))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(
            repository(
                "checkout", conditioned("{\\\"aws:PrincipalOrgID\\\":\\\"o-otherorg22\\\"}")))
        .isNotInstanceOf(Outcome.Met.class);
    assertThat(
            repository(
                "checkout", conditioned("{\\\"aws:PrincipalAccount\\\":\\\"111122223333\\\"}")))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void thePolicyOfARegistryIsNotPassedOver() {
    var registry =
        "{'ecr-registry-policy':'{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":"
            + "\\\"Allow\\\",\\\"Principal\\\":{\\\"AWS\\\":\\\"arn:aws:iam::444455556666:root\\\"},"
            + "\\\"Action\\\":\\\"ecr:*\\\",\\\"Resource\\\":\\\"*\\\"}]}'}";
    var estate =
        new MadeEstate()
            .region(registry)
            .add(
                "ecr-repository",
                "arn:aws:ecr:eu-central-1:111122223333:repository/checkout",
                MadeEstate.HERE,
                "{'repositoryName':'checkout'}");
    assertThat(judge("image-exposure", estate, "ecr-repository"))
        .isInstanceOfSatisfying(
            Outcome.Undetermined.class,
            open ->
                assertThat(open.missing())
                    .anySatisfy(each -> assertThat(each).contains("ecr:GetAccountSetting")));
  }

  private static Outcome captured(String options) {
    var estate =
        new MadeEstate()
            .with(
                "sagemaker-endpoint-config",
                "c",
                "{'EndpointConfigName':'c','config':{'DataCaptureConfig':{'EnableCapture':true,"
                    + "'CaptureOptions':"
                    + options
                    + "}}}")
            .with(
                "sagemaker-endpoint",
                "e",
                "{'EndpointStatus':'InService','endpoint':{'EndpointConfigName':'c','DataCaptureConfig':"
                    + "{'EnableCapture':true,'CaptureStatus':'Started','CurrentSamplingPercentage':100,"
                    + "'KmsKeyId':'alias/c'}}}");
    return judge("sagemaker-data-capture", estate, "sagemaker-endpoint");
  }

  @Test
  void captureOfQuestionsAloneDoesNotTellWhatWasAnswered() {
    assertThat(captured("[{'CaptureMode':'Input'}]"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, it -> assertThat(it.why()).contains("answers"));
    assertThat(captured("[{'CaptureMode':'Input'},{'CaptureMode':'Output'}]"))
        .isInstanceOf(Outcome.Met.class);
    assertThat(captured("[{'CaptureMode':'InputAndOutput'}]")).isInstanceOf(Outcome.Met.class);
  }

  @Test
  void careIsDemandedOfImagesOfModelsOnly() {
    assertThat(repository("vllm-answers", ",'imageTagMutability':'MUTABLE'"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, it -> assertThat(it.why()).contains("tags"));
    assertThat(repository("checkout", ",'imageTagMutability':'MUTABLE'"))
        .isInstanceOf(Outcome.Met.class);
  }
}
