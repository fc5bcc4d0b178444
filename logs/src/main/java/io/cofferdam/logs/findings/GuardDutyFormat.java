package io.cofferdam.logs.findings;

import static io.cofferdam.logs.findings.EitherCase.instant;
import static io.cofferdam.logs.findings.EitherCase.key;
import static io.cofferdam.logs.findings.EitherCase.object;
import static io.cofferdam.logs.findings.EitherCase.text;

import io.cofferdam.logs.json.JsonHead;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.json.JsonRecords;
import io.cofferdam.logs.json.JsonVisitor;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.SecurityFinding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// GuardDuty findings: EventBridge events, lines of the export to S3, `get-findings` answers.
///
/// A finding's time is that of the first event behind it (`service.eventFirstSeen`), else of its
/// creation. Severity 0.0 to 10.0 becomes 0 to 100.
///
/// Shapes: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-summary.html and
/// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Finding.html (unchecked against a
/// real export).
public final class GuardDutyFormat implements LogFormat {
  private static final JsonLayout LAYOUT =
      JsonLayout.of(List.of("Findings", "findings"), List.of("severity", "Severity"));

  @Override
  public String name() {
    return "guardduty";
  }

  @Override
  public Recognition recognise(Head head) {
    var shown = JsonHead.of(head, LAYOUT);
    return shown.has("accountId", "type", "severity", "service")
            || shown.has("AccountId", "Type", "Severity", "Service")
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    JsonRecords.read(
        content, LAYOUT, JsonVisitor.to(sink, record -> decode(record, input.number(), sink)));
  }

  private static void decode(JsonObject finding, int input, LogSink sink) {
    var type = text(finding, "type");
    var service = object(finding, "service");
    var time = instant(service, "eventFirstSeen");
    time = time == null ? instant(finding, "createdAt") : time;
    time = time == null ? instant(finding, "updatedAt") : time;
    if (type.isEmpty() || time == null) {
      finding.refuse(sink, "no GuardDuty finding [type and createdAt]");
      return;
    }
    var resource = object(finding, "resource");
    sink.event(
        new SecurityFinding(
            new EventRef(input, finding.number(), text(finding, "id")),
            time,
            "GuardDuty",
            type,
            text(finding, "title"),
            Severity.ofTen(text(finding, "severity")),
            text(finding, "accountId"),
            text(finding, "region"),
            resources(resource),
            text(object(resource, "accessKeyDetails"), "accessKeyId"),
            address(object(service, "action"))));
  }

  private static List<String> resources(JsonObject resource) {
    List<String> named = new ArrayList<>();
    resource.objects(key(resource, "s3BucketDetails"), bucket -> add(named, bucket, "arn", "name"));
    add(named, object(resource, "instanceDetails"), "instanceId");
    add(named, object(resource, "rdsDbInstanceDetails"), "dbInstanceArn");
    add(named, object(resource, "lambdaDetails"), "functionArn");
    add(named, object(resource, "eksClusterDetails"), "arn");
    add(named, object(resource, "ecsClusterDetails"), "arn");
    add(named, object(resource, "accessKeyDetails"), "userName");
    return named;
  }

  /// Adds the first of the keys that is there.
  private static void add(List<String> to, JsonObject from, String... keys) {
    for (var key : keys) {
      if (!text(from, key).isEmpty()) {
        to.add(text(from, key));
        return;
      }
    }
  }

  private static String address(JsonObject action) {
    for (var kind :
        List.of(
            "awsApiCallAction",
            "networkConnectionAction",
            "kubernetesApiCallAction",
            "rdsLoginAttemptAction")) {
      var remote = object(object(action, kind), "remoteIpDetails");
      var address = text(remote, "ipAddressV4");
      address = address.isEmpty() ? text(remote, "ipAddressV6") : address;
      if (!address.isEmpty()) {
        return address;
      }
    }
    return "";
  }
}
