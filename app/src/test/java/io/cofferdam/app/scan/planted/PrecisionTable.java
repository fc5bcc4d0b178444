package io.cofferdam.app.scan.planted;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Precision and recall of each control on a planted account, in Markdown: `PrecisionTable TRUTH
/// OURS`. For `bench/precision.sh`.
final class PrecisionTable {
  private PrecisionTable() {}

  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var plants = Scanned.truth(Path.of(args[0]));
    var undetermined = new TreeMap<String, Score>();
    Score.of(plants, Scanned.cofferdam(Path.of(args[1]), "Undetermined"))
        .forEach(each -> undetermined.put(each.control(), each));
    var scores = Score.of(plants, Scanned.cofferdam(Path.of(args[1]), "Violated"));
    out.println(
        "| control | faults | found | false alarms | of look-alikes | undetermined | precision |"
            + " recall |");
    out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
    for (var each : scores) {
      var open = undetermined.get(each.control());
      out.printf(
          "| `%s` | %d | %d | %d | %d | %d | %s | %s |%n",
          each.control(),
          each.faults(),
          each.found(),
          each.falseAlarms().size(),
          each.lookAlikes(),
          open == null ? 0 : open.found() + open.falseAlarms().size(),
          share(each.found(), each.found() + each.falseAlarms().size()),
          share(each.found(), each.faults()));
    }
    int found = scores.stream().mapToInt(Score::found).sum();
    int faults = scores.stream().mapToInt(Score::faults).sum();
    int alarms = scores.stream().mapToInt(each -> each.falseAlarms().size()).sum();
    out.printf(
        "| all | %d | %d | %d | %d | | %s | %s |%n",
        faults,
        found,
        alarms,
        scores.stream().mapToInt(Score::lookAlikes).sum(),
        share(found, found + alarms),
        share(found, faults));
    out.println();
    out.printf(
        "%d resources were planted in %d ways.%n",
        plants.size(), plants.stream().map(Plant::how).distinct().count());
    for (var each : scores) {
      told(out, "missed", each.control(), each.missed());
      told(out, "told falsely", each.control(), each.falseAlarms());
    }
  }

  private static void told(PrintStream out, String what, String control, List<String> words) {
    if (!words.isEmpty()) {
      out.println("- " + what + ", `" + control + "`: " + Score.kinds(words));
    }
  }

  private static String share(int of, int all) {
    return all == 0 ? "-" : String.format(Locale.ROOT, "%.3f", of / (double) all);
  }
}
