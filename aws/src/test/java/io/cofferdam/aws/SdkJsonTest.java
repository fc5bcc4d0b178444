package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/// Answers have the names that the service's model gives, as `aws --output json` writes them.
class SdkJsonTest {

  @Test
  void membersKeepTheNamesOfTheModel() {
    var answer =
        ListBucketsResponse.builder()
            .buckets(
                Bucket.builder()
                    .name("shop-training")
                    .creationDate(Instant.parse("2026-01-02T03:04:05Z"))
                    .build())
            .build();
    assertThat(SdkJson.of(answer))
        .hasToString(
            "{\"Buckets\":[{\"Name\":\"shop-training\",\"CreationDate\":\"2026-01-02T03:04:05Z\"}]}");
  }

  @Test
  void whatWasNotInTheAnswerIsNotInTheJson() {
    assertThat(SdkJson.of(ListBucketsResponse.builder().build())).isEmpty();
  }

  @Test
  void anEmptyListThatWasInTheAnswerIsKept() {
    var answer =
        DescribeSnapshotAttributeResponse.builder()
            .createVolumePermissions(new CreateVolumePermission[0])
            .build();
    assertThat(SdkJson.of(answer)).hasToString("{\"CreateVolumePermissions\":[]}");
  }

  @Test
  void numbersAndFlagsKeepTheirTypes() {
    var answer =
        GetKeyRotationStatusResponse.builder()
            .keyRotationEnabled(false)
            .rotationPeriodInDays(365)
            .build();
    assertThat(SdkJson.of(answer).path("KeyRotationEnabled").isBoolean()).isTrue();
    assertThat(SdkJson.of(answer).path("RotationPeriodInDays").asInt()).isEqualTo(365);
  }

  @Test
  void aRequestIsSetByNamesFromText() {
    var trails = DescribeTrailsRequest.builder();
    assertThat(SdkJson.set((SdkPojo) trails, "includeShadowTrails", "false")).isTrue();
    assertThat(trails.build().includeShadowTrails()).isFalse();
    var snapshots = DescribeSnapshotsRequest.builder();
    assertThat(SdkJson.set((SdkPojo) snapshots, "OwnerIds", "111122223333,444455556666")).isTrue();
    assertThat(snapshots.build().ownerIds()).containsExactly("111122223333", "444455556666");
  }

  @Test
  void aMemberThatIsNotThereIsToldToBeNone() {
    assertThat(SdkJson.set((SdkPojo) DescribeTrailsRequest.builder(), "Nothing", "x")).isFalse();
  }
}
