package io.cofferdam.app.scan.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.docs.GeneratedFile;
import io.cofferdam.app.scan.variant.Variant.Truth;
import io.cofferdam.app.scan.variant.VariantScan.Judged;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each planted variant is judged as it is, whatever its names are, and no answer that is withheld
/// turns a verdict into its opposite.
@Covers({"P-01", "P-03", "P-04", "P-05", "P-08", "P-12"})
class VariantsTest {
  private static final long SEED = 20261122;

  @TempDir static Path folder;

  private static VariantScan scan;
  private static List<Tried> tried;

  private record Tried(Variant variant, Judged judged) {
    boolean right() {
      return judged.word().equals(variant.truth().outcome());
    }
  }

  @BeforeAll
  static void judge() throws IOException {
    scan = new VariantScan(folder);
    tried =
        Variants.all(SEED).parallelStream()
            .map(each -> new Tried(each, scan.judge(each, Set.of())))
            .toList();
  }

  @Test
  void eachVariantIsJudgedAsItIs() {
    assertThat(tried)
        .filteredOn(each -> !each.right())
        .extracting(each -> each.variant() + " is told as " + each.judged().outcome())
        .isEmpty();
  }

  @Test
  void aWithheldAnswerNeverTurnsAVerdict() {
    var turned =
        tried.parallelStream()
            .filter(each -> each.variant().truth() != Truth.OPEN)
            .flatMap(
                each ->
                    each.judged().answered().stream().flatMap(call -> turned(each, call).stream()))
            .toList();
    assertThat(turned).isEmpty();
  }

  /// What is wrong without one answer: the opposite is said, or nothing is and not why.
  private static Optional<String> turned(Tried tried, String call) {
    var without = scan.judge(tried.variant(), Set.of(call));
    var told = without.word();
    var whyNot =
        without.others().stream()
            .anyMatch(each -> each.outcome().word().equals(Truth.OPEN.outcome()));
    return told.equals(Truth.OPEN.outcome())
            || told.equals(tried.judged().word())
            || (whyNot && !opposite(told, tried.variant().truth()))
        ? Optional.empty()
        : Optional.of(tried.variant() + " without " + call + ": " + without.outcome());
  }

  private static boolean opposite(String told, Truth truth) {
    return truth == Truth.FAULT
        ? told.equals(Truth.QUIET.outcome())
        : told.equals(Truth.FAULT.outcome());
  }

  @Test
  void eachControlHasFaultsLookAlikesAndWhatCannotBeJudged() {
    var counts = new HashMap<String, Map<Truth, Integer>>();
    tried.forEach(
        each ->
            counts
                .computeIfAbsent(each.variant().control(), _ -> new EnumMap<>(Truth.class))
                .merge(each.variant().truth(), 1, Integer::sum));
    var few = new TreeSet<String>();
    for (var control : scan.controls()) {
      var of = counts.getOrDefault(control, Map.of());
      var alike = of.getOrDefault(Truth.QUIET, 0) + of.getOrDefault(Truth.OUTSIDE, 0);
      if (of.getOrDefault(Truth.FAULT, 0) < 1 || alike < 1 || !of.containsKey(Truth.OPEN)) {
        few.add(control + " " + of);
      }
    }
    assertThat(few)
        .allMatch(
            each -> PrecisionPage.NOT_PLANTED.containsKey(each.substring(0, each.indexOf(" "))));
    assertThat(tried).hasSizeGreaterThan(900);
  }

  @Test
  void theDocumentTellsThem() throws IOException {
    var page = new PrecisionPage();
    tried.forEach(
        each ->
            page.add(
                each.variant(),
                each.judged().word(),
                each.variant().truth() == Truth.OPEN ? 0 : each.judged().answered().size()));
    GeneratedFile.check("docs/precision.md", page.text());
  }
}
