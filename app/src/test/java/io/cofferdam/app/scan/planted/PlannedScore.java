package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.planted.PlannedFault.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How our controls do on a planned shop.
///
/// @param planted how many resources have a fault
/// @param missed faults that were not told, with their variants
/// @param falseAlarms look-alikes that were told as faults
public record PlannedScore(int planted, List<String> missed, List<String> falseAlarms) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Plants a shop and scans it.
  ///
  /// @param language `terraform` or `cloudformation`
  public static PlannedScore of(String language, long seed, int times, Path folder)
      throws IOException {
    var shop =
        language.equals("terraform")
            ? PlannedShop.terraform(seed, times)
            : PlannedShop.template(seed, times);
    var file = Files.writeString(folder.resolve("shop.json"), shop.text());
    var told =
        told(
            Ran.program(
                    folder,
                    "--quiet",
                    "scan",
                    language,
                    file.toString(),
                    "--account",
                    "111122223333",
                    "--region",
                    "eu-central-1",
                    "--format",
                    "json")
                .out());
    return new PlannedScore(
        (int) shop.planted().stream().filter(Planted::real).count(),
        shop.planted().stream()
            .filter(p -> p.real() && !told.contains(key(p)))
            .map(Object::toString)
            .toList(),
        shop.planted().stream()
            .filter(p -> !p.real() && told.contains(key(p)))
            .map(Object::toString)
            .toList());
  }

  static String key(Planted planted) {
    return planted.fault().control() + " " + planted.address();
  }

  /// Control and address of each violation in our JSON.
  static Set<String> told(String json) throws IOException {
    var told = new TreeSet<String>();
    for (var each : JSON.readTree(json).path("outcomes")) {
      if (each.path("outcome").asText().equals("Violated")) {
        told.add(each.path("control").asText() + " " + each.path("resource").asText());
      }
    }
    return told;
  }
}
