package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the vendor's client knows of its services, without a connection.
@Covers("R-09")
class AwsServiceModelTest {
  private final AwsServiceModel model = new AwsServiceModel();

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(text, bad);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "s3, PutBucketPolicy",
    "logs, PutRetentionPolicy",
    "elbv2, ModifyListener",
    "events, PutRule",
    "ecr, SetRepositoryPolicy",
    "dms, DescribeEndpoints",
    "wafv2, UpdateIPSet"
  })
  void servicesAreKnownByTheNamesThatScriptsUse(String service, String operation) {
    assertThat(model.operations(service)).contains(operation);
  }

  @Test
  void ofAServiceThatIsNotKnownNothingIsSaid() {
    assertThat(model.operations("quicksight")).isEmpty();
    assertThat(model.operations("")).isEmpty();
  }

  @Test
  void everyOperationOfAServiceIsOneRequest() {
    assertThat(model.operations("s3")).hasSizeGreaterThan(80).noneMatch(each -> each.isBlank());
    assertThat(model.operations("s3")).noneMatch(each -> each.endsWith("Paginator"));
  }

  @Test
  void aRequestThatFitsHasNoMisfits() {
    assertThat(
            model.misfits(
                "s3",
                "PutPublicAccessBlock",
                json(
                    "{'Bucket':'shop','PublicAccessBlockConfiguration':{'BlockPublicAcls':true,"
                        + "'IgnorePublicAcls':'{{ On }}'}}")))
        .isEmpty();
    assertThat(
            model.misfits("s3", "CopyObject", json("{'Bucket':'a','Key':'b','CopySource':'c/d'}")))
        .isEmpty();
    assertThat(model.misfits("ec2", "DescribeInstances", json("{'InstanceIds':'{{ Ids }}'}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "s3; PutBucketPolicy; {'Bucket':'a','Polcy':'b'}; `/Polcy` is no member",
        "s3; PutPublicAccessBlock; {'PublicAccessBlockConfiguration':{'BlockAll':true}};"
            + " `/PublicAccessBlockConfiguration/BlockAll` is no member",
        "s3; PutPublicAccessBlock; {'PublicAccessBlockConfiguration':{'BlockPublicAcls':'often'}};"
            + " neither true nor false",
        "ec2; DescribeInstances; {'InstanceIds':'i-1'}; no list",
        "ec2; DescribeInstances; {'InstanceIds':[{'a':1}]}; no single value",
        "ec2; CreateNetworkAclEntry; {'RuleNumber':'first'}; no whole number",
        "ec2; DescribeInstances; []; no members",
        "lambda; TagResource; {'Tags':[]}; no mapping",
        "s3; CopyObject; {'DestinationBucket':'a'}; `/DestinationBucket` is no member",
        "s3; PutNothing; {}; no operation"
      })
  void aRequestThatDoesNotFitIsToldWithItsPlace(
      String service, String operation, String parameters, String words) {
    assertThat(model.misfits(service, operation, json(parameters)))
        .singleElement()
        .asString()
        .contains(words.strip());
  }

  @Test
  void depthHasABound() {
    var deep =
        "{'Filters':".repeat(1) + "[" + "{'Name':".repeat(200) + "1" + "}".repeat(200) + "]}";
    assertThat(model.misfits("ec2", "DescribeInstances", json(deep))).isNotEmpty();
  }
}
