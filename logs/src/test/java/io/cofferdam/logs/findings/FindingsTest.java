package io.cofferdam.logs.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.SecurityFinding;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class FindingsTest {
  private static SecurityFinding only(String content) {
    var read = Collected.of(content);
    assertThat(read.reasons).isEmpty();
    assertThat(read.events).hasSize(1);
    return (SecurityFinding) read.events.getFirst();
  }

  @Test
  void guardDutyFindingsAreTheSameFromEventAndFromTheApi() {
    var event =
        only(
            """
            {"version":"0","detail-type":"GuardDuty Finding","source":"aws.guardduty","detail":{\
            "accountId":"111122223333","region":"eu-central-1","id":"f1","type":"A:S3/B",\
            "severity":7.8,"createdAt":"2026-03-01T11:00:00Z","title":"t","service":{\
            "eventFirstSeen":"2026-03-01T10:00:00Z","action":{"awsApiCallAction":\
            {"remoteIpDetails":{"ipAddressV4":"203.0.113.7"}}}},"resource":{"s3BucketDetails":\
            [{"arn":"arn:aws:s3:::b"}],"accessKeyDetails":{"accessKeyId":"ASIAEXAMPLE1"}}}}
            """);
    var answer =
        only(
            """
            {"Findings":[{"AccountId":"111122223333","Region":"eu-central-1","Id":"f1","Type":\
            "A:S3/B","Severity":7.8,"CreatedAt":"2026-03-01T11:00:00Z","Title":"t","Service":{\
            "EventFirstSeen":"2026-03-01T10:00:00Z","Action":{"AwsApiCallAction":\
            {"RemoteIpDetails":{"IpAddressV4":"203.0.113.7"}}}},"Resource":{"S3BucketDetails":\
            [{"Arn":"arn:aws:s3:::b"}],"AccessKeyDetails":{"AccessKeyId":"ASIAEXAMPLE1"}}}]}
            """);
    assertThat(answer).isEqualTo(event);
    assertThat(event.severity()).isEqualTo(78);
    assertThat(event.time()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(event.resources()).containsExactly("arn:aws:s3:::b");
    assertThat(event.accessKeyId()).isEqualTo("ASIAEXAMPLE1");
    assertThat(event.address()).isEqualTo("203.0.113.7");
  }

  @Test
  void securityHubFindingsComeOutOfTheirEvent() {
    var finding =
        only(
            """
            {"detail-type":"Security Hub Findings - Imported","detail":{"findings":[{"Id":"s1",\
            "ProductArn":"arn:aws:securityhub:eu-central-1::product/aws/macie","ProductName":\
            "Macie","AwsAccountId":"111122223333","Region":"eu-central-1","Types":["X"],\
            "CreatedAt":"2026-03-01T10:00:00Z","Severity":{"Label":"HIGH"},"Title":"t",\
            "Resources":[{"Id":"arn:aws:s3:::b"}],"Network":{"SourceIpV4":"203.0.113.7"}}]}}
            """);
    assertThat(finding.product()).isEqualTo("Macie");
    assertThat(finding.severity()).isEqualTo(70);
    assertThat(finding.resources()).containsExactly("arn:aws:s3:::b");
    assertThat(finding.address()).isEqualTo("203.0.113.7");
  }
}
