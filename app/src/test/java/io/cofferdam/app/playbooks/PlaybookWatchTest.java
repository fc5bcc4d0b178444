package io.cofferdam.app.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gate that nobody answered escalates while somebody watches, without another command.
@Covers("R-01")
class PlaybookWatchTest {
  @TempDir Path folder;

  /// A clock that goes, and passes over hours a few seconds after it was made.
  private static final class Passing extends Clock {
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private final long began = System.nanoTime();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      var passed = Duration.ofNanos(System.nanoTime() - began);
      return Ran.NOW.plus(passed).plus(passed.compareTo(BEFORE) < 0 ? Duration.ZERO : hours());
    }

    private static Duration hours() {
      return Duration.ofMinutes(90);
    }
  }

  private Ran ran(Clock clock, String... words) {
    var ran = Ran.program(clock, folder, words);
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    return ran;
  }

  @Test
  @Tag("slow")
  void aGateThatNobodyAnsweredEscalates() {
    var before = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
    var opened = ran(before, "case", "open", "a leak", "--by", "mara").out();
    var id = opened.lines().findFirst().orElseThrow().replaceFirst(":.*", "").strip();
    ran(
        before,
        "playbook",
        "start",
        id,
        "contain-ec2",
        "--set",
        "account=111122223333",
        "--set",
        "region=eu-central-1",
        "--set",
        "instance=i-0a1b2c3d",
        "--by",
        "mara");
    assertThat(ran(before, "playbook", "done", id, "P1-T1", "secured", "--by", "mara").out())
        .contains("P1-A1");

    var watched = ran(new Passing(), "playbook", "watch", "--seconds", "9").out();
    assertThat(watched).contains(id + " P1: it waits", "P1-A1").containsPattern("gate +P1-A2");
    assertThat(ran(new Passing(), "case", "show", id).out()).contains("P1-A2");
  }

  @Test
  void itIsNotWatchedForNoTime() {
    Ran.program(folder, "case", "open", "a leak", "--by", "mara");
    var ran = Ran.program(folder, "playbook", "watch", "--seconds", "0");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("CFD-APP-0199");
  }
}
