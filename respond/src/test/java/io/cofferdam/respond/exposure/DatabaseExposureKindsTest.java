package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.answered;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.span;
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

/// Database instances: public address, security groups, and a session that shows the way.
@Covers("R-05")
class DatabaseExposureKindsTest {
  private static final ResourceId DATABASE =
      new ResourceId(ResourceKind.DATABASE, "arn:aws:rds:eu-central-1:111122223333:db:orders");
  private static final Audience ANYONE = new Audience.Anyone();

  private final ExposureReplay replay = new ExposureReplay();

  private List<Exposure> exposures(CoverageResult coverage, ResourceId resource) {
    return replay.resolve(DAY, List.of(OWN), List.of(resource), coverage).exposures();
  }

  private Exposure exposure(CoverageResult coverage, ResourceId resource, Instant time) {
    return exposures(coverage, resource).stream()
        .filter(e -> e.resource().equals(resource) && e.audience().equals(ANYONE))
        .filter(e -> e.window().contains(time))
        .findFirst()
        .orElseThrow();
  }

  private void assertState(int minute, ExposureState expected) {
    var found = exposure(complete(DAY), DATABASE, at(minute));
    assertThat(found.state()).as("%s", found).isEqualTo(expected);
  }

  private static ApiCall modified(int minute, boolean open) {
    return answered(
        at(minute),
        "rds",
        "ModifyDBInstance",
        "{\"dBInstanceIdentifier\":\"orders\",\"publiclyAccessible\":" + open + "}",
        "{\"dBInstanceIdentifier\":\"orders\",\"publiclyAccessible\":"
            + !open
            + ",\"vpcSecurityGroups\":[{\"vpcSecurityGroupId\":\"sg-1\",\"status\":\"active\"}],"
            + "\"endpoint\":{\"port\":5432}}");
  }

  private static ApiCall group(int minute) {
    return answered(
        at(minute),
        "ec2",
        "CreateSecurityGroup",
        "{\"groupName\":\"x\"}",
        "{\"groupId\":\"sg-1\"}");
  }

  private static ApiCall rule(int minute, boolean open, String ports, String range) {
    return call(
        at(minute),
        "ec2",
        open ? "AuthorizeSecurityGroupIngress" : "RevokeSecurityGroupIngress",
        "{\"groupId\":\"sg-1\",\"ipPermissions\":{\"items\":[{\"ipProtocol\":\"tcp\","
            + ports
            + ",\"ipRanges\":{\"items\":[{\"cidrIp\":\""
            + range
            + "\"}]}}]}}");
  }

  private static String port(int port) {
    return "\"fromPort\":" + port + ",\"toPort\":" + port;
  }

  private void session(int minute) {
    replay.addWitness(DATABASE, ANYONE, at(minute), modified(minute, true).ref());
  }

  @Test
  void databaseOpen() {
    replay.add(modified(60, true));
    replay.add(rule(70, true, port(5432), "0.0.0.0/0"));
    replay.add(rule(180, false, port(5432), "0.0.0.0/0"));
    session(120);
    var open = exposure(complete(DAY), DATABASE, at(120));

    assertThat(open.state()).isEqualTo(ExposureState.OPEN);
    assertThat(open.window()).isEqualTo(span(75, 180));
    assertThat(open.because()).anyMatch(r -> r.text().contains("still needs a login"));
  }

  @Test
  void databaseClosed() {
    replay.add(modified(60, true));
    replay.add(modified(120, false));

    assertState(200, ExposureState.CLOSED);
    assertThat(exposure(complete(DAY), DATABASE, at(200)).because())
        .anyMatch(r -> r.text().contains("nobody on the internet reaches it directly"));
    assertState(30, ExposureState.UNKNOWN);
    assertThat(exposure(unproved(), DATABASE, at(200)).state()).isEqualTo(ExposureState.UNKNOWN);
  }

  @Test
  void databaseUnknown() {
    replay.add(modified(60, true));
    replay.add(rule(70, true, port(5432), "0.0.0.0/0"));
    var unknown = exposure(complete(DAY), DATABASE, at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("route table and network ACL");
  }

  @Test
  void aGroupWithoutAWideRuleLetsNobodyIn() {
    replay.add(group(10));
    replay.add(modified(60, true));
    replay.add(rule(70, true, port(5432), "203.0.113.0/24"));
    replay.add(rule(80, true, port(22), "0.0.0.0/0"));
    assertState(120, ExposureState.CLOSED);

    replay.add(rule(180, true, "\"fromPort\":5000,\"toPort\":6000", "0.0.0.0/1"));
    assertState(200, ExposureState.UNKNOWN);
    replay.add(rule(240, false, "\"fromPort\":5000,\"toPort\":6000", "0.0.0.0/1"));
    assertState(300, ExposureState.CLOSED);
  }

  @Test
  void aRuleTakenAwayByItsIdLeavesOpenWhichAreLeft() {
    replay.add(group(10));
    replay.add(modified(60, true));
    replay.add(
        call(
            at(90),
            "ec2",
            "RevokeSecurityGroupIngress",
            "{\"groupId\":\"sg-1\",\"securityGroupRuleIds\":[\"sgr-1\"]}"));

    assertState(80, ExposureState.CLOSED);
    assertState(200, ExposureState.UNKNOWN);
  }

  @Test
  void aPrefixListMayHoldAnyAddress() {
    replay.add(group(10));
    replay.add(modified(60, true));
    replay.add(
        call(
            at(90),
            "ec2",
            "AuthorizeSecurityGroupIngress",
            "{\"groupId\":\"sg-1\",\"ipPermissions\":{\"items\":[{\"ipProtocol\":\"tcp\","
                + port(5432)
                + ",\"prefixListIds\":{\"items\":[{\"prefixListId\":\"pl-1\"}]}}]}}"));

    assertState(80, ExposureState.CLOSED);
    assertState(200, ExposureState.UNKNOWN);
  }

  @Test
  void aSessionProvesNothingWhereOnlyOneNetworkIsLetIn() {
    replay.add(modified(60, true));
    replay.add(rule(70, true, port(5432), "203.0.113.0/24"));
    session(120);

    assertState(120, ExposureState.UNKNOWN);
  }

  @Test
  void aSessionFromTheInternetStandsAgainstSettingsThatLetNobodyIn() {
    replay.add(modified(60, false));
    session(120);

    assertState(120, ExposureState.UNKNOWN);
    assertThat(exposure(complete(DAY), DATABASE, at(120)).because().getFirst().text())
        .contains("something may stand in front");
  }

  @Test
  void theNameOfTheDataMapIsTheInstanceOfTheLogs() {
    var named = new ResourceId(ResourceKind.DATABASE, "db:postgresql:orders/shop");
    replay.add(modified(60, true));
    replay.add(modified(120, false));

    assertThat(exposure(complete(DAY), named, at(200)).state()).isEqualTo(ExposureState.CLOSED);
    assertThat(exposures(complete(DAY), named)).allMatch(e -> e.resource().equals(named));
  }
}
