package io.cofferdam.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `soak.seed` and `soak.kills` choose the long run.
@Covers("E-01")
class KilledWriterTest {
  private static final long SEED = Long.getLong("soak.seed", 20260301);

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void killedAtRandomMomentsLosesNoAcknowledgedEntry() throws Exception {
    var writer = new KilledWriter(folder, SEED);
    writer.kill(4);
    assertThat(writer.acknowledged()).isPositive();
  }

  @Test
  @Tag("soak")
  void killedAHundredTimesLosesNoAcknowledgedEntry() throws Exception {
    var kills = Integer.getInteger("soak.kills", 100);
    var writer = new KilledWriter(folder, SEED);
    writer.kill(kills);
    // read by scripts/soak.sh
    System.out.printf(
        "seed %d: %d kills, %d acknowledged entries, none lost, %d unacknowledged files set aside%n",
        SEED, kills, writer.acknowledged(), writer.quarantined());
  }
}
