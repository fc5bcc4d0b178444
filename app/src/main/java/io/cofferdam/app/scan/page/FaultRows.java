package io.cofferdam.app.scan.page;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.page.ScanView.Change;
import io.cofferdam.app.scan.page.ScanView.FaultRow;
import io.cofferdam.app.scan.page.ScanView.ResourceRow;
import io.cofferdam.app.scan.report.ComparisonWords;
import io.cofferdam.app.scan.report.Fault;
import io.cofferdam.posture.inventory.PlannedFacts;
import java.util.ArrayList;
import java.util.List;

/// Faults as the page shows them.
final class FaultRows {
  private static final int RESOURCES = 200;
  private static final int NAMES = 5;

  private FaultRows() {}

  static FaultRow of(Fault fault, ScanResult result) {
    var findings = fault.findings();
    var left = findings.size() - RESOURCES;
    return new FaultRow(
        fault.severity().word(),
        fault.why(),
        fault.control().title(),
        fault.control().id(),
        String.join("; ", fault.remarks()),
        findings.size() == 1 ? "1 resource" : Words.count(findings.size()) + " resources",
        names(findings),
        findings.stream().limit(RESOURCES).map(FaultRows::resource).toList(),
        left > 0 ? Words.count(left) + " more stand in --format csv or json" : "",
        fault.witness(),
        changes(fault, result),
        fault.control().requirements().stream()
            .map(
                each ->
                    each.framework()
                        + " "
                        + each.clause()
                        + " ("
                        + each.coverage().word()
                        + (each.reviewed() ? "): " : ", not reviewed): ")
                        + each.reason())
            .toList(),
        fault.control().source());
  }

  private static String names(List<Judged> findings) {
    if (findings.size() == 1) {
      return "";
    }
    var names =
        findings.stream()
            .limit(NAMES)
            .map(each -> each.finding().resource())
            .map(each -> each.name().isEmpty() ? each.id() : each.name())
            .toList();
    var more = findings.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + Words.count(more) + " more" : "");
  }

  private static ResourceRow resource(Judged judged) {
    var resource = judged.finding().resource();
    var standing =
        switch (judged.standing()) {
          case Standing.New _ -> "new";
          case Standing.Expired(var by) -> "suppression expired on " + by.expires();
          case Standing.Plain _, Standing.Known _, Standing.Suppressed _ -> "";
        };
    var cloud =
        resource.region().isEmpty()
            ? resource.account()
            : resource.account() + " " + resource.region();
    var where = PlannedFacts.where(resource).map(at -> at.place()).orElse(cloud);
    return new ResourceRow(
        resource.name().isEmpty() ? resource.id() : resource.name(),
        resource.id(),
        where,
        judged.finding().id(),
        standing);
  }

  private static List<Change> changes(Fault fault, ScanResult result) {
    var change = fault.first().finding().change();
    var changes = new ArrayList<Change>();
    add(changes, "AWS CLI", change.cli());
    add(changes, "Terraform", change.terraform());
    add(changes, "CloudFormation", change.cloudformation());
    result
        .comparison(fault.first().finding())
        .map(ComparisonWords::of)
        .ifPresent(words -> add(changes, "Compared", words));
    return changes;
  }

  private static void add(List<Change> changes, String language, String text) {
    if (!text.isBlank()) {
      changes.add(new Change(language, text.strip()));
    }
  }
}
