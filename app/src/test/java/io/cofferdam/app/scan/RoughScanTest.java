package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.RoughProxy.Asked;
import io.cofferdam.app.scan.RoughProxy.Fault;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A scan over a bad connection to a real stand-in: what passes is waited for, what does not is
/// told.
@Covers("P-01")
class RoughScanTest {
  @TempDir static Path folder;

  private static MotoServer moto;
  private static Ran calm;

  @BeforeAll
  static void calmScan() throws Exception {
    moto = MotoServer.start(folder);
    SeededShop.in(moto.endpoint());
    ScanRuns.credentials("test", "test");
    calm = ScanRuns.scan(folder, moto.endpoint());
    assertThat(calm.code()).isEqualTo(1);
  }

  @AfterAll
  static void stop() {
    ScanRuns.noCredentials();
    if (moto != null) {
      moto.close();
    }
  }

  private static Ran through(Function<Asked, Fault> faults) throws Exception {
    try (var proxy = new RoughProxy(moto.endpoint(), faults)) {
      return ScanRuns.scan(folder, proxy.endpoint(), "--call-timeout", "4");
    }
  }

  /// Outcomes without their reasons, which tell how often a call was tried.
  private static Map<String, String> words(Ran ran) {
    var words = new TreeMap<String, String>();
    ScanRuns.outcomes(ran)
        .forEach((what, outcome) -> words.put(what, outcome.substring(0, outcome.indexOf(':'))));
    return words;
  }

  /// Outcomes with reasons where the calm scan said another word, or nothing.
  private static Map<String, String> changed(Ran ran) {
    var changed = new TreeMap<>(ScanRuns.outcomes(ran));
    var before = words(calm);
    changed
        .entrySet()
        .removeIf(
            each -> each.getValue().startsWith(before.getOrDefault(each.getKey(), "?") + ":"));
    before.keySet().stream()
        .filter(what -> !words(ran).containsKey(what))
        .forEach(what -> changed.put(what, "not judged"));
    return changed;
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TOO_MANY",
        "THROTTLING",
        "SLOW_DOWN",
        "UNAVAILABLE",
        "CUT",
        "TRUNCATED",
        "GARBLED",
        "EMPTY",
        "WEB_PAGE"
      })
  void whatPassesChangesNothing(Fault fault) throws Exception {
    Set<String> met = ConcurrentHashMap.newKeySet();
    var ran =
        through(
            asked ->
                asked.number() % 5 == 0 && met.add(asked.region() + asked.text())
                    ? fault
                    : Fault.NONE);
    var changed = changed(ran);
    // The text of a policy comes as it is: a spoiled one cannot be told from a bad one.
    changed.values().removeIf(outcome -> outcome.contains("not valid JSON"));
    assertThat(changed).isEmpty();
    assertThat(ScanRuns.notes(ran)).anyMatch(note -> note.contains("calls had to be tried again"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NONE", "DENIED"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatDoesNotPassIsUndeterminedAndTheRestIsJudged(Fault fault) throws Exception {
    var ran = through(asked -> asked.service().equals("kms") ? fault : Fault.NONE);
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    var outcomes = ScanRuns.outcomes(ran);
    assertThat(outcomes)
        .anySatisfy(
            (what, outcome) -> {
              assertThat(what).startsWith("aws.kms.");
              assertThat(outcome).startsWith("Undetermined").contains("kms ListKeys");
            });
    var before = words(calm);
    words(ran)
        .forEach(
            (what, word) -> {
              if (!word.equals("Undetermined")) {
                assertThat(word).as(what).isEqualTo(before.get(what));
              }
            });
    assertThat(ScanShape.problems(ran.out())).isEmpty();
  }

  @Test
  void aRegionThatIsNotThereEndsQuicklyAndIsNamed() throws Exception {
    try (var proxy =
        new RoughProxy(
            moto.endpoint(),
            asked -> asked.region().equals("ap-east-1") ? Fault.CUT : Fault.NONE)) {
      var ran =
          ScanRuns.scan(folder, proxy.endpoint(), "--region", "ap-east-1", "--call-timeout", "2");
      assertThat(changed(ran))
          .allSatisfy(
              (what, outcome) ->
                  assertThat(what.endsWith("ap-east-1") || outcome.startsWith("Undetermined"))
                      .as(what + " " + outcome)
                      .isTrue());
      assertThat(ran.out()).contains("ap-east-1");
    }
  }

  @Test
  void nothingAtAllIsToldInWordsAndNotJudged() throws Exception {
    var ran = through(asked -> Fault.UNAVAILABLE);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("AWS did not say whose credentials these are", "CFD-AWS-0001");
    assertThat(ran.out()).isEmpty();
  }
}
