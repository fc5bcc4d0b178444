package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds what two scanners told of a planted account against the truth: `SideBySide TRUTH COFFERDAM
/// PROWLER`, the latter in OCSF. Prints a table in Markdown. For `bench/side-by-side.sh`.
final class SideBySide {
  /// Which checks of Prowler are about what a control is about; any of them counts as telling it.
  private static final Map<String, List<String>> PROWLER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "aws.s3.public-read-effective",
                  List.of("s3_bucket_public_access", "s3_bucket_public_list_acl")),
              Map.entry(
                  "aws.s3.public-write-effective",
                  List.of("s3_bucket_policy_public_write_access", "s3_bucket_public_write_acl")),
              Map.entry("aws.s3.bpa-bucket", List.of("s3_bucket_level_public_access_block")),
              Map.entry("aws.s3.acl-disabled", List.of("s3_bucket_acl_prohibited")),
              Map.entry("aws.s3.tls-only", List.of("s3_bucket_secure_transport_policy")),
              Map.entry("aws.s3.sse-cmk", List.of("s3_bucket_kms_encryption")),
              Map.entry("aws.kms.external-access", List.of("kms_key_not_publicly_accessible")),
              Map.entry("aws.kms.rotation", List.of("kms_cmk_rotation_enabled")),
              Map.entry("aws.ebs.encryption-share", List.of("ec2_ebs_public_snapshot")),
              Map.entry(
                  "aws.iam.confused-deputy",
                  List.of("iam_role_cross_service_confused_deputy_prevention"))));

  private SideBySide() {}

  public static void main(String[] args) throws IOException {
    var plants = truth(Path.of(args[0]));
    var ours = Score.of(plants, cofferdam(Path.of(args[1])));
    var theirs = new HashMap<String, Score>();
    Score.of(plants, prowler(Path.of(args[2]))).forEach(each -> theirs.put(each.control(), each));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "| control | faults | look-alikes | Cofferdam found | false | Prowler found | false |");
    out.println("|---|---:|---:|---:|---:|---:|---:|");
    for (var score : ours) {
      var other = theirs.get(score.control());
      var asked = PROWLER.containsKey(score.control()) && other != null;
      out.printf(
          "| `%s` | %d | %d | %d | %d | %s | %s |%n",
          score.control(),
          score.faults(),
          score.lookAlikes(),
          score.found(),
          score.falseAlarms().size(),
          asked ? other.found() : "no check",
          asked ? other.falseAlarms().size() : "");
    }
    out.println();
    for (var score : ours) {
      var other = theirs.get(score.control());
      told(out, "Cofferdam missed", score.control(), score.missed());
      told(out, "Cofferdam told falsely", score.control(), score.falseAlarms());
      if (PROWLER.containsKey(score.control()) && other != null) {
        told(out, "Prowler missed", score.control(), other.missed());
        told(out, "Prowler told falsely", score.control(), other.falseAlarms());
      }
    }
  }

  private static void told(PrintStream out, String what, String control, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    var kinds = new ArrayList<String>();
    Score.kinds(words).forEach((kind, count) -> kinds.add(kind + " (" + count + ")"));
    out.println("- " + what + ", `" + control + "`: " + String.join("; ", kinds) + ".");
  }

  private static List<Plant> truth(Path file) throws IOException {
    var plants = new ArrayList<Plant>();
    for (var each : new JsonMapper().readTree(Files.readAllBytes(file))) {
      plants.add(
          new Plant(
              each.path("resource").asText(),
              each.path("how").asText(),
              texts(each.path("faults")),
              texts(each.path("quiet"))));
    }
    return plants;
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Map<String, Set<String>> cofferdam(Path file) throws IOException {
    var told = new HashMap<String, Set<String>>();
    for (var each : new JsonMapper().readTree(Files.readAllBytes(file)).path("outcomes")) {
      if (each.path("outcome").asText().equals("Violated")) {
        told.computeIfAbsent(each.path("control").asText(), _ -> new HashSet<>())
            .add(each.path("resource").asText());
      }
    }
    return told;
  }

  private static Map<String, Set<String>> prowler(Path file) throws IOException {
    var failed = new HashMap<String, Set<String>>();
    for (var each : new JsonMapper().readTree(Files.readAllBytes(file))) {
      if (each.path("status_code").asText().equals("FAIL")) {
        for (var resource : each.path("resources")) {
          failed
              .computeIfAbsent(each.at("/metadata/event_code").asText(), _ -> new HashSet<>())
              .add(resource.path("uid").asText());
        }
      }
    }
    var told = new HashMap<String, Set<String>>();
    PROWLER.forEach(
        (control, checks) -> {
          var all = new HashSet<String>();
          checks.forEach(check -> all.addAll(failed.getOrDefault(check, Set.of())));
          told.put(control, all);
        });
    return told;
  }
}
