package io.cofferdam.app.docs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.app.scan.table.ScanTable;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.remedy.Comparisons;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Writes the example of a comparison in docs/scan.md: what a scan prints of a bucket that is open
/// to everybody and names a partner.
@Covers("P-01")
class CompareExampleTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```\ncritical  .*?```");
  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Open","Effect":"Allow","Principal":"*","Action":"s3:GetObject",
         "Resource":"arn:aws:s3:::shop-training/*"},
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/reader"},
         "Action":"s3:GetObject","Resource":"arn:aws:s3:::shop-training/in/*"}]}
      """;

  @Test
  void theExampleIsWhatAScanPrints() throws IOException {
    var text = Files.readString(GeneratedFile.root().resolve("docs/scan.md"));
    var example = "```\n" + printed() + "```";
    GeneratedFile.check(
        "docs/scan.md", EXAMPLE.matcher(text).replaceFirst(Matcher.quoteReplacement(example)));
  }

  /// The first fault of the table.
  private static String printed() {
    var out = new StringWriter();
    var writer = new PrintWriter(out);
    new ScanTable(writer, false, 96).print(report());
    writer.flush();
    var table = out.toString();
    var begin = table.indexOf("critical  ");
    return table.substring(begin, table.indexOf("\n\n", begin) + 1);
  }

  private static ScanReport report() {
    var control = MadeScan.control("aws.s3.public-read-effective");
    var account =
        new Resource(
            Inventory.ACCOUNT,
            "arn:aws:iam::" + MadeScan.ACCOUNT + ":root",
            MadeScan.ACCOUNT,
            MadeScan.ACCOUNT,
            "",
            JsonNodeFactory.instance.objectNode(),
            List.of());
    var scene = Scene.of(new Inventory(List.of(account, bucket()), List.of()), MadeScan.TAKEN);
    var findings = new Evaluator(List.of(control), new Predicates()).evaluate(scene);
    return ScanReport.of(
        new ScanResult(
            findings,
            List.of(control),
            List.of(new Place(MadeScan.ACCOUNT, "us-east-1", List.of(MadeScan.REGION))),
            List.of(),
            MadeScan.TAKEN,
            1,
            List.of(),
            Comparisons.of(findings, scene),
            List.of()),
        Beside.NOTHING,
        MadeScan.TODAY);
  }

  private static Resource bucket() {
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("policy", POLICY);
    var acl = facts.putObject("acl");
    acl.putObject("Owner").put("ID", "owner");
    acl.putArray("Grants")
        .addObject()
        .put("Permission", "FULL_CONTROL")
        .putObject("Grantee")
        .put("Type", "CanonicalUser")
        .put("ID", "owner");
    return new Resource(
        "s3-bucket",
        "arn:aws:s3:::shop-training",
        "shop-training",
        MadeScan.ACCOUNT,
        MadeScan.REGION,
        facts,
        List.of());
  }
}
