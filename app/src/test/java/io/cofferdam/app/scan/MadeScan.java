package io.cofferdam.app.scan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scans put together finding by finding, with the shipped controls.
public final class MadeScan {
  public static final String ACCOUNT = "111122223333";
  public static final String REGION = "eu-central-1";
  public static final Instant TAKEN = Instant.parse("2026-03-20T09:00:00Z");
  public static final LocalDate TODAY = LocalDate.parse("2026-03-20");
  public static final Outcome VIOLATED =
      new Outcome.Violated("it is open", List.of("GET /object without credentials"));
  public static final Outcome MET = new Outcome.Met(List.of("every statement names a role"));
  public static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable("it holds nothing");
  public static final Outcome DENIED =
      new Outcome.Undetermined(List.of("s3:GetBucketPolicy was denied"));

  private static final List<Control> CONTROLS = ControlCatalogue.shipped("aws").controls();

  private MadeScan() {}

  public static Control control(String id) {
    return CONTROLS.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /// A finding on a bucket.
  public static Finding on(String bucket, String control, Outcome outcome) {
    return on("s3-bucket", "arn:aws:s3:::" + bucket, bucket, control, outcome);
  }

  public static Finding on(String type, String arn, String name, String control, Outcome outcome) {
    var it = control(control);
    return new Finding(
        it,
        new Resource(
            type, arn, name, ACCOUNT, REGION, JsonNodeFactory.instance.objectNode(), List.of()),
        outcome,
        it.severity(),
        List.of(),
        Optional.empty());
  }

  /// One finding of each outcome.
  public static List<Finding> ofEachOutcome() {
    return List.of(
        on("a", "aws.s3.bpa-bucket", MET),
        on("b", "aws.s3.bpa-bucket", VIOLATED),
        on("c", "aws.s3.bpa-bucket", DENIED),
        on("d", "aws.s3.bpa-bucket", NOT_APPLICABLE));
  }

  public static ScanResult result(Finding... findings) {
    return result(List.of(findings));
  }

  public static ScanResult result(List<Finding> findings) {
    return new ScanResult(
        findings,
        CONTROLS,
        List.of(new Place(ACCOUNT, "us-east-1", List.of(REGION))),
        List.of(),
        TAKEN,
        findings.size(),
        List.of(),
        Map.of(),
        List.of());
  }

  public static ScanReport report(Finding... findings) {
    return report(List.of(findings), Beside.NOTHING);
  }

  public static ScanReport report(List<Finding> findings, Beside beside) {
    return ScanReport.of(result(findings), beside, TODAY);
  }

  /// Thousands of findings as a neglected account gives them.
  public static List<Finding> neglected(int findings) {
    var all = new ArrayList<Finding>();
    for (int i = 0; i < findings; i++) {
      var control = CONTROLS.get(i % CONTROLS.size());
      var outcome = i % 11 == 0 ? MET : i % 7 == 0 ? denied(i) : VIOLATED;
      all.add(on("shop-" + i, control.id(), outcome));
    }
    return all;
  }

  private static Outcome denied(int i) {
    return new Outcome.Undetermined(List.of("s3:GetSomething" + i % 40 + " was denied"));
  }
}
