package io.cofferdam.app.scan.variant;

import io.cofferdam.app.scan.variant.Variant.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// `docs/precision.md`: what was planted for each control, and what was told of it.
final class PrecisionPage {
  /// Controls of which a kind of variant cannot be planted, with why.
  static final Map<String, String> NOT_PLANTED =
      Map.of(
          "aws.s3.object-acl-public",
          "no fault and nothing that is met: a scan reads no objects and no lists of theirs, so"
              + " that where lists count the control is undetermined",
          "aws.resp.readiness",
          "nothing that is met or does not apply: whether containment was tried stands in no answer"
              + " of AWS");

  private final Map<String, Map<Truth, Integer>> planted = new TreeMap<>();
  private final Map<String, Integer> found = new TreeMap<>();
  private final Map<String, Integer> alarms = new TreeMap<>();
  private final Map<String, Integer> withheld = new TreeMap<>();

  /// Counts one variant.
  ///
  /// @param outcome the word of what was told
  /// @param calls how many answers were withheld from it, one at a time
  void add(Variant variant, String outcome, int calls) {
    planted
        .computeIfAbsent(variant.control(), _ -> new EnumMap<>(Truth.class))
        .merge(variant.truth(), 1, Integer::sum);
    withheld.merge(variant.control(), calls, Integer::sum);
    if (outcome.equals("Violated")) {
      (variant.truth() == Truth.FAULT ? found : alarms).merge(variant.control(), 1, Integer::sum);
    }
  }

  String text() throws IOException {
    var lines = new ArrayList<String>();
    lines.add(resource("precision-head.md").formatted(count(), planted.size()).strip());
    lines.add("");
    lines.add(
        "| control | faults | found | missed | look-alikes | false alarms | undetermined, as is"
            + " right | answers withheld | precision | recall |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    planted.keySet().forEach(control -> lines.add(row(control, List.of(control))));
    lines.add(row("all", List.copyOf(planted.keySet())));
    lines.add("");
    lines.add("What is not planted:");
    lines.add("");
    new TreeMap<>(NOT_PLANTED).forEach((control, why) -> lines.add("- `" + control + "`: " + why));
    lines.add("");
    lines.add(resource("precision-live.md").strip());
    return String.join("\n", lines) + "\n";
  }

  private String row(String name, List<String> controls) {
    var faults = sum(controls, Truth.FAULT);
    var told = controls.stream().mapToInt(each -> found.getOrDefault(each, 0)).sum();
    var falsely = controls.stream().mapToInt(each -> alarms.getOrDefault(each, 0)).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %d | %s | %s |",
        name.equals("all") ? name : "`" + name + "`",
        faults,
        told,
        faults - told,
        sum(controls, Truth.QUIET) + sum(controls, Truth.OUTSIDE),
        falsely,
        sum(controls, Truth.OPEN),
        controls.stream().mapToInt(each -> withheld.getOrDefault(each, 0)).sum(),
        share(told, told + falsely),
        share(told, faults));
  }

  private int sum(List<String> controls, Truth truth) {
    return controls.stream()
        .mapToInt(each -> planted.getOrDefault(each, Map.of()).getOrDefault(truth, 0))
        .sum();
  }

  private int count() {
    return planted.values().stream()
        .flatMap(each -> each.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static String share(int of, int all) {
    return all == 0 ? "-" : String.format(Locale.ROOT, "%.3f", of / (double) all);
  }

  private static String resource(String name) throws IOException {
    try (var stream = Objects.requireNonNull(PrecisionPage.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
