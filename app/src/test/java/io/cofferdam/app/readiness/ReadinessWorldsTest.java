package io.cofferdam.app.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.readiness.Shops.Shop;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten shops of which each logs something else. What was said of their training data before a leak
/// is held against what `investigate` says after one, and after a quiet time.
@Covers("P-17")
class ReadinessWorldsTest {
  /// What each change is called by `investigate`, which asks for it as an input.
  private static final Map<String, String> ASKED_AS =
      Map.of(
          "data-events", "CloudTrail data events of",
          "server-access-logs", "S3 server access logs of",
          "digest-files", "CloudTrail digest files for",
          "inventory", "inventory of",
          "subject-index", "a subject index");

  @TempDir Path folder;

  static Stream<Arguments> shops() {
    return Stream.of(
        Arguments.of(101L, logs(false, false, false, false, true)),
        Arguments.of(102L, logs(false, false, true, true, true)),
        Arguments.of(103L, logs(true, false, true, true, true)),
        Arguments.of(104L, logs(true, false, true, false, true)),
        Arguments.of(105L, logs(false, true, true, false, true)),
        Arguments.of(106L, logs(false, true, false, true, true)),
        Arguments.of(107L, logs(true, true, true, true, true)),
        Arguments.of(108L, logs(true, true, true, true, false)),
        Arguments.of(109L, logs(false, false, true, true, false)),
        Arguments.of(110L, logs(true, false, false, true, true)));
  }

  private static Sources logs(
      boolean dataEvents,
      boolean serverAccessLogs,
      boolean inventory,
      boolean digests,
      boolean subjectIndex) {
    return new Sources(
        dataEvents, serverAccessLogs, inventory, true, digests, true, true, true, subjectIndex);
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("shops")
  void whatIsSaidBeforeIsWhatIsSaidAfterwards(long seed, Sources sources) {
    var shops = new Shops(folder);
    var leak = shops.of(plain(seed, sources));
    var before = training(leak);

    agrees(before.leak(), leak);
    var quiet = shops.of(DrillRequest.small("quiet", seed).withSources(sources));
    agrees(training(quiet).nothing(), quiet);
    var best = before.best();
    if (best.isEmpty()) {
      assertThat(objects(leak).exact()).isTrue();
      assertThat(leak.after().scope().people().exact()).isTrue();
      return;
    }
    var asked = ASKED_AS.get(best.get().id());
    if (!objects(leak).exact() || !leak.after().scope().people().exact()) {
      assertThat(leak.after().scope().narrow())
          .as("investigate asks for what readiness names: " + best.get().id())
          .anyMatch(each -> each.input().startsWith(asked) || each.input().contains(asked));
    }
    var mended = shops.of(plain(seed, with(sources, best.get().id())));
    agrees(best.get().leak(), mended);
    assertThat(mended.after().scope().people().width() + objects(mended).width())
        .isLessThanOrEqualTo(leak.after().scope().people().width() + objects(leak).width());
    agrees(training(mended).leak(), mended);
  }

  /// The next world from a seed on whose reads are of whole objects and whose people all have a
  /// known residence: an example leak is as plain.
  private static DrillRequest plain(long seed, Sources sources) {
    return DrillRequest.small("public-training-bucket", Plain.from(seed)).withSources(sources);
  }

  private static StoreReadiness training(Shop shop) {
    return shop.before().readiness().stream()
        .filter(store -> store.name().contains("training"))
        .findFirst()
        .orElseThrow();
  }

  private static Bounds objects(Shop shop) {
    var resource = training(shop).store();
    return shop.after().scope().stores().stream()
        .filter(store -> store.store().equals(resource))
        .findFirst()
        .orElseThrow()
        .objects();
  }

  /// Exact where it was said to be exact, and only there; seen where it was said to be seen; never
  /// wider than was said.
  private static void agrees(LeakAnswer said, Shop shop) {
    var objects = objects(shop);
    var people = shop.after().scope().people();
    assertThat(objects.exact())
        .as("objects: said %s, is %s", said, objects)
        .isEqualTo(said.exact());
    if (said.taken() > 0) {
      assertThat(objects.atLeast() > 0).isEqualTo(said.objects().atLeast() > 0);
      assertThat(people.atLeast() > 0)
          .as("people: said %s, is %s", said, people)
          .isEqualTo(said.people().atLeast() > 0);
    }
    assertThat(people.exact())
        .as("people: said %s, is %s", said, people)
        .isEqualTo(said.people().exact());
    if (!said.exact()) {
      assertThat(objects.atMost()).isLessThanOrEqualTo(said.objects().atMost());
    }
    if (!said.people().exact()) {
      assertThat(people.atMost()).isLessThanOrEqualTo(said.people().atMost());
    }
    assertThat(shop.after().scope().noEvidenceOfAccess()).isEqualTo(said.noEvidence());
  }

  private static Sources with(Sources now, String change) {
    return logs(
        now.dataEvents() || change.equals("data-events"),
        now.serverAccessLogs() || change.equals("server-access-logs"),
        now.inventory() || change.equals("inventory"),
        now.digests() || change.equals("digest-files") || change.equals("data-events"),
        now.subjectIndex() || change.equals("subject-index"));
  }
}
