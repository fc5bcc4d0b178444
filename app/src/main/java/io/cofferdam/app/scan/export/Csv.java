package io.cofferdam.app.scan.export;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// CSV by RFC 4180, every field quoted, one line a finding, UTF-8. A field that a spreadsheet would
/// take for a formula gets an apostrophe in front.
public final class Csv implements ScanExport {
  private static final String END = "\r\n";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "outcome",
          "standing",
          "severity",
          "control",
          "title",
          "resource",
          "name",
          "type",
          "account",
          "region",
          "why",
          "witness",
          "proof",
          "missing",
          "change",
          "requirements",
          "owner",
          "reason",
          "expires",
          "source");

  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    out.write(line(COLUMNS));
    for (var judged : report.findings()) {
      out.write(line(fields(judged)));
    }
    for (var gone : report.gone()) {
      var former = gone.former();
      out.write(
          line(
              List.of(
                  former.id(),
                  gone.how().mended() ? "Gone" : "NotSeen",
                  "gone",
                  former.severity(),
                  former.control(),
                  "",
                  former.resource(),
                  "",
                  "",
                  former.account(),
                  former.region(),
                  "violated in the baseline: " + gone.how().words(),
                  "",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "",
                  "")));
    }
  }

  private static List<String> fields(Judged judged) {
    var finding = judged.finding();
    var resource = finding.resource();
    var details = String.join("; ", Told.details(finding));
    var outcome = finding.outcome();
    var suppression = suppression(judged.standing());
    return List.of(
        finding.id(),
        outcome.word(),
        judged.standing().word(),
        finding.severity().word(),
        finding.control().id(),
        finding.control().title(),
        resource.id(),
        resource.name(),
        resource.type(),
        resource.account(),
        resource.region(),
        Told.why(finding),
        outcome instanceof Outcome.Violated ? details : "",
        outcome instanceof Outcome.Met ? details : "",
        outcome instanceof Outcome.Undetermined ? details : "",
        Told.mend(finding),
        String.join("; ", Told.clauses(finding)),
        suppression.map(Suppression::owner).orElse(""),
        suppression.map(Suppression::reason).orElse(""),
        suppression.map(each -> each.expires().toString()).orElse(""),
        finding.control().source());
  }

  private static Optional<Suppression> suppression(Standing standing) {
    return switch (standing) {
      case Standing.Suppressed(var by) -> Optional.of(by);
      case Standing.Expired(var by) -> Optional.of(by);
      case Standing.Plain _, Standing.New _, Standing.Known _ -> Optional.empty();
    };
  }

  static String line(List<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", END));
  }

  /// Quoted; harmless to a spreadsheet by OWASP's rule for CSV injection, and to a terminal on
  /// which it is looked at.
  static String field(String given) {
    var text = Words.visible(given);
    var safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
