package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.FOREIGN;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.answered;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Kinds that are shared with accounts one by one: EBS snapshots, machine images, RDS snapshots.
@Covers("R-05")
class SharedExposureKindsTest {
  private static final Audience ANYONE = new Audience.Anyone();
  private static final Audience ACCOUNTS = new Audience.AnyAccount();
  private static final Audience OTHER = new Audience.ForeignAccount(FOREIGN);
  private static final ResourceId SNAPSHOT =
      new ResourceId(ResourceKind.EBS_SNAPSHOT, "arn:aws:ec2:eu-central-1::snapshot/snap-1");
  private static final ResourceId IMAGE =
      new ResourceId(ResourceKind.MACHINE_IMAGE, "arn:aws:ec2:eu-central-1::image/ami-1");
  private static final ResourceId DATABASE =
      new ResourceId(
          ResourceKind.RDS_SNAPSHOT, "arn:aws:rds:eu-central-1:111122223333:snapshot:nightly");

  private final ExposureReplay replay = new ExposureReplay();

  private Exposure exposure(
      CoverageResult coverage, ResourceId resource, Audience audience, Instant time) {
    return replay.resolve(DAY, List.of(OWN), List.of(resource), coverage).exposures().stream()
        .filter(e -> e.resource().equals(resource) && e.audience().equals(audience))
        .filter(e -> e.window().contains(time))
        .findFirst()
        .orElseThrow();
  }

  private void assertState(
      ResourceId resource, Audience audience, int minute, ExposureState expected) {
    var exposure = exposure(complete(DAY), resource, audience, at(minute));
    assertThat(exposure.state()).as("%s", exposure).isEqualTo(expected);
  }

  private static ApiCall snapshotShare(int minute, String way, String item) {
    return call(
        at(minute),
        "ec2",
        "ModifySnapshotAttribute",
        "{\"snapshotId\":\"snap-1\",\"createVolumePermission\":{\""
            + way
            + "\":{\"items\":["
            + item
            + "]}}}");
  }

  private static String user(String account) {
    return "{\"userId\":\"" + account + "\"}";
  }

  private static ApiCall imageShare(int minute, String way, String item) {
    return call(
        at(minute),
        "ec2",
        "ModifyImageAttribute",
        "{\"imageId\":\"ami-1\",\"launchPermission\":{\""
            + way
            + "\":{\"items\":["
            + item
            + "]}}}");
  }

  private static ApiCall databaseShare(int minute, String way, String account) {
    return call(
        at(minute),
        "rds",
        "ModifyDBSnapshotAttribute",
        "{\"dBSnapshotIdentifier\":\"nightly\",\"attributeName\":\"restore\",\""
            + way
            + "\":[\""
            + account
            + "\"]}");
  }

  @Test
  void ebsSnapshotOpen() {
    replay.add(snapshotShare(60, "add", user(FOREIGN)));
    replay.add(snapshotShare(120, "remove", user(FOREIGN)));
    var open = exposure(complete(DAY), SNAPSHOT, OTHER, at(90));

    assertThat(open.state()).isEqualTo(ExposureState.OPEN);
    assertThat(open.window().from()).isEqualTo(at(65));
    assertThat(open.window().until()).isEqualTo(at(120));
    assertThat(open.because().getFirst().text()).contains("shared with account " + FOREIGN);
  }

  @Test
  void ebsSnapshotClosed() {
    replay.add(snapshotShare(60, "add", user(FOREIGN)));
    replay.add(snapshotShare(120, "remove", user(FOREIGN)));

    assertState(SNAPSHOT, OTHER, 180, ExposureState.UNKNOWN); // the group `all` was never told
    replay.add(call(at(200), "ec2", "ResetSnapshotAttribute", "{\"snapshotId\":\"snap-1\"}"));
    assertState(SNAPSHOT, OTHER, 220, ExposureState.CLOSED);
    assertState(SNAPSHOT, ACCOUNTS, 220, ExposureState.CLOSED);
    assertState(SNAPSHOT, ANYONE, 90, ExposureState.CLOSED);
  }

  @Test
  void ebsSnapshotUnknown() {
    replay.add(snapshotShare(60, "add", user(FOREIGN)));

    assertState(SNAPSHOT, OTHER, 30, ExposureState.UNKNOWN);
    assertState(SNAPSHOT, OTHER, 62, ExposureState.UNKNOWN);
    assertThat(exposure(unproved(), SNAPSHOT, OTHER, at(90)).state())
        .isEqualTo(ExposureState.UNKNOWN);
    assertThat(exposure(unproved(), SNAPSHOT, OTHER, at(90)).because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("digest files");
  }

  @Test
  void aShareWithAnOrganisationIsUnknownToAnAccount() {
    replay.add(answered(at(10), "ec2", "CreateImage", "{}", "{\"imageId\":\"ami-1\"}"));
    replay.add(
        imageShare(
            60,
            "add",
            "{\"organizationArn\":\"arn:aws:organizations::111122223333:organization/o-a1\"},"
                + user(FOREIGN)));
    replay.add(imageShare(120, "remove", user(FOREIGN)));

    assertState(IMAGE, OTHER, 90, ExposureState.OPEN);
    assertState(IMAGE, OTHER, 180, ExposureState.UNKNOWN);
    assertState(IMAGE, OTHER, 30, ExposureState.CLOSED);
  }

  @Test
  void machineImageOpen() {
    replay.add(imageShare(60, "add", "{\"group\":\"all\"}"));

    assertState(IMAGE, ACCOUNTS, 90, ExposureState.OPEN);
    assertState(IMAGE, ANYONE, 90, ExposureState.CLOSED);
  }

  @Test
  void machineImageClosed() {
    replay.add(answered(at(60), "ec2", "CreateImage", "{}", "{\"imageId\":\"ami-1\"}"));

    assertState(IMAGE, ACCOUNTS, 30, ExposureState.CLOSED);
    assertState(IMAGE, ACCOUNTS, 90, ExposureState.CLOSED);
  }

  @Test
  void machineImageUnknown() {
    replay.add(imageShare(60, "remove", user(FOREIGN)));

    assertState(IMAGE, ACCOUNTS, 90, ExposureState.UNKNOWN);
  }

  @Test
  void rdsSnapshotOpen() {
    replay.add(databaseShare(60, "valuesToAdd", "all"));

    assertState(DATABASE, ACCOUNTS, 90, ExposureState.OPEN);
  }

  @Test
  void rdsSnapshotClosed() {
    replay.add(databaseShare(60, "valuesToAdd", "all"));
    replay.add(call(at(120), "rds", "DeleteDBSnapshot", "{\"dBSnapshotIdentifier\":\"nightly\"}"));

    assertState(DATABASE, ACCOUNTS, 180, ExposureState.CLOSED);
  }

  @Test
  void rdsSnapshotUnknown() {
    replay.add(databaseShare(60, "valuesToRemove", FOREIGN));

    assertState(DATABASE, ACCOUNTS, 90, ExposureState.UNKNOWN);
  }

  @Test
  void aShareWithTheOwnAccountGivesNoRow() {
    replay.add(snapshotShare(60, "add", user(OWN)));

    assertThat(replay.resolve(DAY, List.of(OWN), List.of(), complete(DAY)).exposures()).isEmpty();
  }
}
