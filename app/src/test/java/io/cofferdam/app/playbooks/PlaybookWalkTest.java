package io.cofferdam.app.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run would do is told before it is begun.
@Covers("R-01")
class PlaybookWalkTest {
  @TempDir Path folder;

  private Ran ran(String... words) {
    return Ran.program(folder, words);
  }

  @Test
  void everyWayThatIsOpenIsWalked() {
    var out = ran("playbook", "dry-run", "mixed-customer-data").out();
    assertThat(out)
        .contains("Isolate the instance", "Keep outsiders from pulling the image", "otherwise:")
        .contains("form unknown until `Rebuild what happened")
        .contains("account unknown: tell it with --set")
        .contains("limit eu-gdpr-33-1: 72 hours from aware_at unknown");
    assertThat(Files.exists(folder.resolve("home"))).as("nothing is made").isFalse();
  }

  @Test
  void whatIsToldClosesWays() {
    var out =
        ran(
                "playbook",
                "dry-run",
                "mixed-customer-data",
                "--set",
                "form=ec2",
                "--set",
                "personal=no",
                "--set",
                "exposure=closed",
                "--set",
                "bucket=shop-training",
                "--set",
                "account=111122223333",
                "--set",
                "region=eu-central-1")
            .out();
    assertThat(out)
        .contains("as form is `ec2`:", "Isolate the instance", "not at all, as")
        .contains("plans aws.s3.close-bucket (")
        .contains("account 111122223333, region eu-central-1, bucket shop-training")
        .doesNotContain("Keep outsiders from pulling the image", "all of `notify`");
  }

  @Test
  void aMomentThatIsToldGivesTheEndOfALimit() {
    var out = ran("playbook", "dry-run", "notify", "--set", "aware_at=2026-03-01T10:00:00Z").out();
    assertThat(out).contains("72 hours from aware_at 2026-03-01T10:00:00Z, that is 2026-03-04T10");
    assertThat(ran("playbook", "dry-run", "notify", "--set", "aware_at=monday").out())
        .contains("no time: `monday`");
  }

  @Test
  void aValueThatNoPlaybookHasIsAMistake() {
    var ran = ran("playbook", "dry-run", "contain-ec2", "--set", "bucket=x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("CFD-APP-0196");
  }

  @Test
  void everyShippedPlaybookIsWalkedToItsEnd() {
    var shipped = ShippedPlaybooks.load();
    for (var playbook : shipped.all()) {
      var lines = PlaybookWalk.lines(shipped.withCalled(playbook), Map.of());
      long steps = lines.stream().filter(line -> line.matches(" *[0-9]+\\. .*")).count();
      assertThat(steps).as(playbook.slug()).isPositive();
      assertThat(lines).anyMatch(line -> line.startsWith(steps + " steps on all ways"));
    }
  }
}
