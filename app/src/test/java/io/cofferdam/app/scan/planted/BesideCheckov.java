package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Writes planned shops, and tells what Cofferdam and Checkov found in them, as rows of Markdown.
/// `bench/iac.sh` runs it.
public final class BesideCheckov {
  private static final long SEED = 20261121;
  private static final JsonMapper JSON = new JsonMapper();

  private BesideCheckov() {}

  /// `write FOLDER TIMES` writes a plan and a template, `checks LANGUAGE` names Checkov's checks,
  /// `score FOLDER LANGUAGE TIMES` reads `LANGUAGE.ours.json` and `LANGUAGE.theirs.json`.
  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "write" -> {
        var times = Integer.parseInt(arguments[2]);
        for (var language : List.of("terraform", "cloudformation")) {
          Files.writeString(
              Path.of(arguments[1], language + ".json"), shop(language, times).text());
        }
      }
      case "checks" -> {
        var checks = new TreeSet<String>();
        PlannedFault.ALL.forEach(each -> checks.addAll(checks(each, arguments[1])));
        System.out.println(String.join(",", checks));
      }
      default -> score(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
    }
  }

  private static PlannedShop shop(String language, int times) {
    return language.equals("terraform")
        ? PlannedShop.terraform(SEED, times)
        : PlannedShop.template(SEED, times);
  }

  private static List<String> checks(PlannedFault fault, String language) {
    return language.equals("terraform") ? fault.terraform() : fault.cloudFormation();
  }

  private static void score(Path folder, String language, int times) throws IOException {
    var ours = PlannedScore.told(Files.readString(folder.resolve(language + ".ours.json")));
    var theirs = theirs(folder.resolve(language + ".theirs.json"));
    var planted = shop(language, times).planted();
    for (var fault : PlannedFault.ALL) {
      var checks = checks(fault, language);
      if (checks.isEmpty()) {
        continue;
      }
      var of = planted.stream().filter(each -> each.fault().equals(fault)).toList();
      Predicate<PlannedFault.Planted> our = each -> ours.contains(PlannedScore.key(each));
      Predicate<PlannedFault.Planted> their =
          each ->
              checks.stream()
                  .anyMatch(
                      check ->
                          theirs.contains(check + " " + each.address())
                              || each.others().stream()
                                  .anyMatch(other -> theirs.contains(check + " " + other)));
      System.out.println(
          "| %s | %s, `%s` | %s | %d | %d | %s | %s |"
              .formatted(
                  language,
                  fault.name(),
                  fault.control(),
                  String.join(", ", checks),
                  of.stream().filter(PlannedFault.Planted::real).count(),
                  of.stream().filter(each -> !each.real()).count(),
                  figures(of, our),
                  figures(of, their)));
    }
  }

  /// Found, missed, false alarms.
  private static String figures(
      List<PlannedFault.Planted> of, Predicate<PlannedFault.Planted> told) {
    return "%d, %d, %d"
        .formatted(
            of.stream().filter(each -> each.real() && told.test(each)).count(),
            of.stream().filter(each -> each.real() && !told.test(each)).count(),
            of.stream().filter(each -> !each.real() && told.test(each)).count());
  }

  /// Check and address of what failed in Checkov's JSON: an object, or a list of them.
  private static Set<String> theirs(Path file) throws IOException {
    var told = new TreeSet<String>();
    var root = JSON.readTree(file.toFile());
    for (var report : root.isArray() ? root : JSON.createArrayNode().add(root)) {
      for (var each : report.path("results").path("failed_checks")) {
        var address = each.path("resource").asText();
        told.add(each.path("check_id").asText() + " " + address);
        told.add(
            each.path("check_id").asText() + " " + address.substring(address.indexOf('.') + 1));
      }
    }
    return told;
  }
}
