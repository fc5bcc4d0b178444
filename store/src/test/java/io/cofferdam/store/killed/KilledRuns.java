package io.cofferdam.store.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.store.killed.RunningPlaybook.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Runs of playbooks whose processes are killed, each held against a run that nobody killed.
final class KilledRuns {
  private static final int LONGEST_MILLIS = 15;

  private final Path folder;
  private final UnaryOperator<String> stores;
  private final Random random;
  private final Launcher launcher;
  private final Map<String, Undisturbed> undisturbed = new HashMap<>();
  private final TreeSet<String> killedAt = new TreeSet<>();
  private final List<Duration> late = new ArrayList<>();
  private int number;
  private int kills;
  private int runs;
  private int again;

  /// @param folder where the runs are
  /// @param stores the address of an empty store for a name
  KilledRuns(Path folder, UnaryOperator<String> stores, long seed) throws IOException {
    this.folder = folder;
    this.stores = stores;
    this.random = new Random(seed);
    this.launcher = Launcher.in(folder.resolve("program"));
  }

  /// A run that nobody killed.
  ///
  /// @param places where it could have been
  private record Undisturbed(List<String> places, Kept kept) {}

  /// A run's own place.
  private record Place(String store, Path folder, String playbook, Course course, int turnAt) {
    Task task(boolean ring, String stopAt, boolean stays) {
      return new Task(store, folder, playbook, course, turnAt, ring, stopAt, stays);
    }

    String words() {
      return playbook + " " + course;
    }
  }

  /// Kills the processes of a run at about so many of its boundaries, evenly; with each pass at
  /// others.
  void atBoundaries(String playbook, Course course, int about, int pass)
      throws IOException, InterruptedException {
    var whole = undisturbed(playbook, course);
    int stride = Math.max(1, whole.places().size() / about);
    var place = place(playbook, course, turnAt(playbook, course));
    var last = "nowhere";
    for (int next = pass % stride; next < whole.places().size(); next += stride) {
      boolean stays = random.nextInt(5) > 0;
      var stopAt = whole.places().get(next);
      var ended =
          launcher.run(
              place.task(false, stopAt, stays), stays ? 0 : random.nextInt(LONGEST_MILLIS));
      if (ended.phase().isPresent() || ended.at().isEmpty()) {
        assertThat(stays).as("%s: %s is reached after %s", place, stopAt, last).isFalse();
        break;
      }
      kills++;
      last = ended.at().get();
      killedAt.add(playbook + " " + course + " " + last);
      int reached = whole.places().indexOf(last);
      while (next + stride <= reached) {
        next += stride;
      }
    }
    finish(place);
    Kept.of(place.store(), place.folder()).isAs(whole.kept(), place.words() + " until " + last);
    asked(place);
    delete(place.folder());
  }

  /// Kills the processes of a run at random boundaries, and lets the time of its next timer pass
  /// before the next process starts.
  void whileTimersComeDue(String playbook, int most) throws IOException, InterruptedException {
    var whole = undisturbed(playbook, Course.STRAIGHT);
    var place = place(playbook, Course.LATE, 0);
    boolean ring = false;
    for (int i = 0; i < most; i++) {
      var stopAt = "+" + (ring ? random.nextInt(12) : 10 + random.nextInt(50));
      var began = Instant.now();
      var ended = launcher.run(place.task(ring, stopAt, true), 0);
      ring = ring && !rung(place, began);
      if (ended.phase().isPresent()) {
        break;
      }
      kills++;
      ring |= passes(place);
    }
    var began = Instant.now();
    assertThat(launcher.run(place.task(ring, "-", false), 0).phase()).contains("ENDED");
    assertThat(ring && !rung(place, began)).as(place.words()).isFalse();
    runs++;
    var kept = Kept.of(place.store(), place.folder());
    kept.didAs(forward(whole.kept()), place.words());
    asked(place);
    delete(place.folder());
  }

  /// Lets the time of the next timer pass.
  private boolean passes(Place place) {
    var outside = Outside.in(place.folder());
    var due =
        outside
            .last("timer")
            .filter(at -> !at.equals(Outside.NO_TIMER))
            .map(Instant::parse)
            .filter(at -> !at.isBefore(outside.now()));
    due.ifPresent(outside::until);
    return due.isPresent();
  }

  /// Whether what rang carried the run on; how long after the restart it rang is noted.
  private boolean rung(Place place, Instant began) {
    var outside = Outside.in(place.folder());
    var up = outside.last("up").map(Instant::parse).filter(at -> at.isAfter(began));
    up.flatMap(
            from ->
                outside.lines("rung").stream()
                    .map(Instant::parse)
                    .filter(from::isBefore)
                    .findFirst()
                    .map(at -> Duration.between(from, at)))
        .ifPresent(late::add);
    return outside.lines("rang").size() >= outside.lines("jump").size();
  }

  private static Kept forward(Kept whole) {
    return new Kept(
        whole.events(),
        whole.settled(),
        whole.outside().stream().filter(line -> line.startsWith("effect ")).toList());
  }

  private void finish(Place place) throws IOException, InterruptedException {
    var ended = launcher.run(place.task(false, "-", false), 0);
    assertThat(ended.phase())
        .as(place.words())
        .contains(place.course() == Course.STRAIGHT ? "BACK" : "ENDED");
    runs++;
  }

  private Undisturbed undisturbed(String playbook, Course course)
      throws IOException, InterruptedException {
    var known = undisturbed.get(playbook + course);
    if (known != null) {
      return known;
    }
    var place = place(playbook, course, turnAt(playbook, course));
    var ended = launcher.run(place.task(false, "-", false), 0);
    var kept = Kept.of(place.store(), place.folder());
    assertThat(kept.settled()).isNotEmpty();
    if (course == Course.STRAIGHT) {
      assertThat(kept.settled()).doesNotHaveDuplicates();
    }
    var found = new Undisturbed(ended.passed(), kept);
    undisturbed.put(playbook + course, found);
    delete(place.folder());
    return found;
  }

  private int turnAt(String playbook, Course course) throws IOException, InterruptedException {
    return course == Course.TURNING
        ? undisturbed(playbook, Course.STRAIGHT).kept().settled().size() / 2
        : 0;
  }

  private Place place(String playbook, Course course, int turnAt) throws IOException {
    number++;
    var home = Files.createDirectories(folder.resolve("run-" + number));
    return new Place(stores.apply("run-" + number), home, playbook, course, turnAt);
  }

  /// How often an effect was asked for again under its key, because a process was killed between it
  /// and its record.
  private void asked(Place place) {
    var outside = Outside.in(place.folder());
    again +=
        outside.lines("asked").size()
            - outside.lines("effect").size()
            - outside.lines("undone").size();
  }

  private static void delete(Path run) {
    try (var files = Files.walk(run)) {
      for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int kills() {
    return kills;
  }

  /// How long after a restart timers rang that came due before it, the longest.
  Optional<Duration> latest() {
    return late.stream().max(Comparator.naturalOrder());
  }

  /// What was done, in a line.
  String tally() {
    var places = undisturbed.values().stream().mapToInt(each -> each.places().size()).sum();
    return "%d kills in %d runs at %d of %d boundaries; an effect asked for again %d times; %d timers rang, the latest %.1f s after a restart; nothing skipped, nothing doubled"
        .formatted(
            kills,
            runs,
            killedAt.size(),
            places,
            again,
            late.size(),
            latest().orElse(Duration.ZERO).toMillis() / 1000.0);
  }
}
