package io.cofferdam.respond.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.playbook.Books;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import io.cofferdam.testkit.Covers;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A process killed at any boundary of any playbook: the next one goes on, skips nothing and does
/// nothing twice.
@Covers({"R-01", "R-02"})
class KilledRunTest {
  private static final Set<String> ONCE =
      Set.of("settled", "asked", "begun", "gate-asked", "decided", "delayed", "planned", "ended");

  static Stream<List<Playbook>> playbooks() {
    var shipped = ShippedPlaybooks.load();
    return Stream.concat(
        Stream.of(List.of(Books.read("whole.yaml"), Books.read("part.yaml"))),
        shipped.all().stream().map(shipped::withCalled));
  }

  @ParameterizedTest
  @MethodSource("playbooks")
  void killedAtABoundaryItSkipsAndDoublesNothing(List<Playbook> books) {
    everyBoundary(books, 23);
  }

  @ParameterizedTest
  @MethodSource("playbooks")
  @Tag("soak")
  void killedAtEveryBoundaryItSkipsAndDoublesNothing(List<Playbook> books) {
    everyBoundary(books, 1);
  }

  private static void everyBoundary(List<Playbook> books, int stride) {
    var whole = new MadeRun(books);
    assertThat(whole.toTheEnd()).as("%s", books.getFirst().slug()).isEqualTo(RunPhase.ENDED);
    assertThat(whole.settled()).isNotEmpty().doesNotHaveDuplicates();
    for (int kill = 0; kill < whole.boundary; kill += stride) {
      var run = new MadeRun(books);
      run.killAt = kill;
      assertThat(run.toTheEnd()).isEqualTo(RunPhase.ENDED);
      assertThat(run.recorded(ONCE)).as("boundary %s", kill).doesNotHaveDuplicates();
      assertThat(run.recorded(ONCE))
          .as("boundary %s", kill)
          .containsExactlyInAnyOrderElementsOf(whole.recorded(ONCE));
      assertThat(run.effects).isEqualTo(whole.effects);
      assertThat(run.effects.values()).allMatch(times -> times == 1);
    }
  }

  /// Kills again and again, and people who turn the run back and on at any time.
  @Property(tries = 300)
  void anyHistoryEndsWithEachEffectOnceOrUndone(@ForAll long seed) {
    var random = new Random(seed);
    var run = new MadeRun(List.of(Books.read("whole.yaml"), Books.read("part.yaml")));
    run.byHand = random.nextInt(4) == 0;
    var mara = Actor.person("mara.lind");
    for (int i = 0; i < 40; i++) {
      try {
        run.killAt = random.nextInt(3) == 0 ? run.boundary + random.nextInt(12) : -1;
        var report = run.file.playbooks().isEmpty() ? run.start() : move(run, random, mara);
        assertThat(report.refused()).isEmpty();
        if (random.nextBoolean()) {
          run.answer(report.stands());
        }
      } catch (MadeRun.Killed killed) {
        run.killAt = -1;
      }
    }
    run.killAt = -1;
    boolean back = random.nextBoolean();
    if (back) {
      assertThat(run.drive(turning(run, mara))).isEqualTo(RunPhase.BACK);
      run.effects.forEach((key, times) -> assertThat(run.undone.get(key)).as(key).isEqualTo(times));
    } else {
      run.runner().goOn(MadeRun.ID, "P1", run.told(), mara);
      assertThat(run.toTheEnd()).isEqualTo(RunPhase.ENDED);
      var standing =
          run.effects.entrySet().stream()
              .filter(each -> each.getValue() > run.undone.getOrDefault(each.getKey(), 0))
              .toList();
      assertThat(standing).hasSize(run.byHand ? 0 : 1);
      assertThat(standing).allMatch(each -> each.getValue() == 1 + undone(run, each.getKey()));
    }
    assertThat(new HashSet<>(run.file.tasks().keySet())).hasSameSizeAs(run.file.tasks().keySet());
    assertThat(run.file.openTasks()).isEmpty();
  }

  private static int undone(MadeRun run, String key) {
    return run.undone.getOrDefault(key, 0);
  }

  private static java.util.function.Supplier<PlaybookRunner.Report> turning(MadeRun run, Actor by) {
    var first = new boolean[] {true};
    return () -> {
      if (first[0]) {
        first[0] = false;
        return run.runner().back(MadeRun.ID, "P1", "enough", by);
      }
      return run.runner().go(MadeRun.ID, "P1");
    };
  }

  private static PlaybookRunner.Report move(MadeRun run, Random random, Actor by) {
    return switch (random.nextInt(8)) {
      case 0 -> run.runner().back(MadeRun.ID, "P1", "wrong", by);
      case 1 -> run.runner().goOn(MadeRun.ID, "P1", run.told(), by);
      default -> run.runner().go(MadeRun.ID, "P1");
    };
  }
}
