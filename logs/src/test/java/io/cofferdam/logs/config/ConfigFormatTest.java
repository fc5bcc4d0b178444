package io.cofferdam.logs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class ConfigFormatTest {
  private static ConfigurationItem only(String content) {
    var read = Collected.of(content);
    assertThat(read.reasons).isEmpty();
    assertThat(read.events).hasSize(1);
    return (ConfigurationItem) read.events.getFirst();
  }

  @Test
  void filesAndAnswersOfTheApiGiveTheSameItem() {
    var file =
        only(
            """
            {"fileVersion":"1.0","configSnapshotId":"s","configurationItems":[{"awsAccountId":\
            "111122223333","configurationItemCaptureTime":"2026-03-01T10:00:00.000Z",\
            "configurationItemStatus":"OK","resourceType":"AWS::S3::Bucket","resourceId":"b",\
            "ARN":"arn:aws:s3:::b","awsRegion":"eu-central-1","configuration":{"name":"b"},\
            "supplementaryConfiguration":{"BucketPolicy":{"policyText":null}}}]}
            """);
    var answer =
        only(
            """
            {"configurationItems":[{"accountId":"111122223333","configurationItemCaptureTime":\
            1772359200.0,"configurationItemStatus":"OK","resourceType":"AWS::S3::Bucket",\
            "resourceId":"b","arn":"arn:aws:s3:::b","awsRegion":"eu-central-1","configuration":\
            "{\\"name\\":\\"b\\"}","supplementaryConfiguration":{"BucketPolicy":\
            "{\\"policyText\\":null}"}}]}
            """);
    assertThat(answer).isEqualTo(file);
    assertThat(file.configuration()).isEqualTo("{\"name\":\"b\"}");
    assertThat(file.time()).isEqualTo("2026-03-01T10:00:00Z");
  }

  @Test
  void jsonEncodedTwiceIsUndoneAndPlainTextIsKept() {
    assertThat(PlainJson.ofValues("{\"a\":\"\\\"{\\\\\\\"x\\\\\\\":1}\\\"\",\"b\":\"plain\"}"))
        .isEqualTo("{\"a\":{\"x\":1},\"b\":\"plain\"}");
  }

  @Test
  void notificationsAreOpened() {
    var item =
        only(
            """
            {"Type":"Notification","Message":"{\\"messageType\\":\
            \\"ConfigurationItemChangeNotification\\",\\"configurationItem\\":{\\"awsAccountId\\":\
            \\"111122223333\\",\\"configurationItemCaptureTime\\":\\"2026-03-01T10:00:00Z\\",\
            \\"configurationItemStatus\\":\\"ResourceDeleted\\",\\"resourceType\\":\
            \\"AWS::S3::Bucket\\",\\"resourceId\\":\\"b\\"}}"}
            """);
    assertThat(item.status()).isEqualTo("ResourceDeleted");
    assertThat(item.configuration()).isEmpty();
  }
}
