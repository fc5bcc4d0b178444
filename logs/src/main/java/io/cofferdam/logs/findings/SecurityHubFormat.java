package io.cofferdam.logs.findings;

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

/// Findings in the AWS Security Finding Format: `get-findings` answers, arrays, lines, EventBridge
/// events (`detail.findings`).
///
/// Shape: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html
public final class SecurityHubFormat implements LogFormat {
  private static final JsonLayout LAYOUT =
      JsonLayout.of(List.of("Findings", "findings"), List.of("ProductArn"));

  @Override
  public String name() {
    return "security-hub";
  }

  @Override
  public Recognition recognise(Head head) {
    return JsonHead.of(head, LAYOUT).has("ProductArn", "AwsAccountId")
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    JsonRecords.read(
        content, LAYOUT, JsonVisitor.to(sink, record -> decode(record, input.number(), sink)));
  }

  private static void decode(JsonObject finding, int input, LogSink sink) {
    var time = finding.instant("FirstObservedAt");
    time = time == null ? finding.instant("CreatedAt") : time;
    time = time == null ? finding.instant("UpdatedAt") : time;
    if (time == null || finding.text("AwsAccountId").isEmpty()) {
      finding.refuse(sink, "no security finding [AwsAccountId and CreatedAt]");
      return;
    }
    List<String> resources = new ArrayList<>();
    var keys = new ArrayList<String>();
    finding.objects(
        "Resources",
        resource -> {
          if (!resource.text("Id").isEmpty()) {
            resources.add(resource.text("Id"));
          }
          var key = resource.object("Details").object("AwsIamAccessKey").text("AccessKeyId");
          if (!key.isEmpty()) {
            keys.add(key);
          }
        });
    var types = finding.texts("Types");
    sink.event(
        new SecurityFinding(
            new EventRef(input, finding.number(), finding.text("Id")),
            time,
            product(finding),
            types.isEmpty() ? finding.text("GeneratorId") : types.getFirst(),
            finding.text("Title"),
            severity(finding.object("Severity")),
            finding.text("AwsAccountId"),
            finding.text("Region"),
            resources,
            keys.isEmpty() ? "" : keys.getFirst(),
            address(finding)));
  }

  private static String product(JsonObject finding) {
    var name = finding.text("ProductName");
    if (!name.isEmpty()) {
      return name;
    }
    return finding.text("ProductArn").endsWith("/guardduty") ? "GuardDuty" : "Security Hub";
  }

  private static int severity(JsonObject severity) {
    var normalised = Severity.ofHundred(severity.text("Normalized"));
    return normalised >= 0 ? normalised : Severity.ofLabel(severity.text("Label"));
  }

  private static String address(JsonObject finding) {
    var action = finding.object("Action");
    for (var kind : List.of("AwsApiCallAction", "NetworkConnectionAction")) {
      var address = action.object(kind).object("RemoteIpDetails").text("IpAddressV4");
      if (!address.isEmpty()) {
        return address;
      }
    }
    var network = finding.object("Network");
    var address = network.text("SourceIpV4");
    return address.isEmpty() ? network.text("SourceIpV6") : address;
  }
}
