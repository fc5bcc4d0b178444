package io.cofferdam.evidence.ledger;

import static io.cofferdam.evidence.ledger.LedgerFolders.audited;
import static io.cofferdam.evidence.ledger.LedgerFolders.fact;
import static io.cofferdam.evidence.ledger.LedgerFolders.facts;
import static io.cofferdam.evidence.ledger.LedgerFolders.files;
import static io.cofferdam.evidence.ledger.LedgerFolders.open;
import static io.cofferdam.evidence.ledger.LedgerFolders.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The states that a crash in the midst of a batch can leave, made one by one: what was there
/// before, and of the batch's own files any part, cut off or filled with rubbish at any byte.
@Covers("E-01")
class TornWriteTest {
  private static final int BEFORE = 254;
  private static final int BATCH = 4;

  @TempDir Path folder;

  private Map<String, byte[]> before = Map.of();
  private final Map<String, byte[]> written = new TreeMap<>();

  private void batch() throws IOException {
    var made = folder.resolve("made");
    try (var ledger = open(made)) {
      ledger.appendAll(facts(0, BEFORE));
      before = files(made);
      ledger.appendAll(facts(BEFORE, BATCH));
    }
    for (var file : files(made).entrySet()) {
      if (!Arrays.equals(before.get(file.getKey()), file.getValue())) {
        written.put(file.getKey(), file.getValue());
      }
    }
    written.put("checkpoint.tmp", written.remove("checkpoint"));
  }

  private void recovers(Path state, int orphans, boolean goOn) throws IOException {
    try (var ledger = open(state)) {
      assertThat(ledger.checkpoint().size()).isEqualTo(BEFORE);
      assertThat(ledger.recovery().quarantined()).hasSize(orphans);
      assertThat(ledger.recovery().words()).contains(orphans == 0 ? "cleanly" : "quarantine");
      if (goOn) {
        ledger.appendAll(facts(BEFORE, BATCH));
      }
    }
    assertThat(audited(state)).hasSize(goOn ? BEFORE + BATCH : BEFORE);
  }

  private Path state(String name, List<String> whole, String torn, byte[] part) throws IOException {
    var state = folder.resolve(name);
    write(state, before);
    for (var each : whole) {
      write(state, Map.of(each, written.get(each)));
    }
    write(state, Map.of(torn, part));
    return state;
  }

  @Test
  void aBatchCutOffAtAnyByteOfAnyFileLosesNothingAcknowledged() throws IOException {
    cutOffEverywhere(19);
  }

  @Test
  @Tag("soak")
  void aBatchCutOffAtEveryByteOfItsTilesAndCheckpointLosesNothingAcknowledged() throws IOException {
    cutOffEverywhere(1);
  }

  /// Steps of large files, which are mostly copies of older bytes, are longer, unless each byte is
  /// asked for.
  private void cutOffEverywhere(int stride) throws IOException {
    batch();
    assertThat(written.keySet())
        .contains("checkpoint.tmp", "tile/0/000", "tile/entries/000", "tile/1/000.p/1");
    var order = List.copyOf(written.keySet());
    for (int i = 0; i < order.size(); i++) {
      var bytes = written.get(order.get(i));
      var step = step(bytes.length, stride);
      for (int length = 0; length <= bytes.length; length += step) {
        var name = i + "-" + length;
        var cut = Arrays.copyOf(bytes, length);
        var state = state(name, order.subList(0, i), order.get(i), cut);
        recovers(state, i + 1, length % 5 == 0);
      }
    }
  }

  /// Of the entry bundle, a copy of sixty thousand older bytes, not even the long run takes each.
  private static int step(int length, int stride) {
    if (length <= 300 || (stride == 1 && length <= 8192)) {
      return stride;
    }
    return stride == 1 ? 97 : length > 2000 ? 1999 : 67;
  }

  @Test
  void rubbishInAnyFileOfTheBatchIsSetAside() throws IOException {
    batch();
    var order = List.copyOf(written.keySet());
    for (int i = 0; i < order.size(); i++) {
      var rubbish = written.get(order.get(i)).clone();
      Arrays.fill(rubbish, rubbish.length / 2, rubbish.length, (byte) 0xA5);
      recovers(state("r" + i, order.subList(0, i), order.get(i), rubbish), i + 1, true);
      var zeros = new byte[rubbish.length];
      recovers(state("z" + i, order.subList(0, i), order.get(i), zeros), i + 1, true);
    }
  }

  @Test
  void aSecondCrashAfterARecoveryIsRecoveredToo() throws IOException {
    batch();
    var state = state("twice", List.of(), "tile/0/000", new byte[7]);
    recovers(state, 1, false);
    write(state, Map.of("tile/0/000", new byte[9]));
    recovers(state, 1, true);
    assertThat(state.resolve("quarantine/254-1/tile/0/000")).hasSize(7);
    assertThat(state.resolve("quarantine/254-2/tile/0/000")).hasSize(9);
  }

  /// Not a crash, but damage to what was acknowledged: it must never pass.
  @Test
  void damageToAnyByteOfTheLastCommittedBatchIsNoticed() throws IOException {
    var made = folder.resolve("damaged");
    try (var ledger = open(made)) {
      ledger.append(fact(0));
    }
    for (var name : List.of("checkpoint", "tile/0/000.p/1", "tile/entries/000.p/1")) {
      var file = made.resolve(name);
      var good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at++) {
        var bad = good.clone();
        bad[at] ^= 0x20;
        Files.write(file, bad);
        assertThatThrownBy(() -> open(made))
            .as("%s at byte %d", name, at)
            .isInstanceOf(CofferdamException.class);
        Files.write(file, Arrays.copyOf(good, at));
        assertThatThrownBy(() -> open(made))
            .as("%s cut at byte %d", name, at)
            .isInstanceOf(CofferdamException.class);
      }
      Files.write(file, good);
    }
    open(made).close();
  }
}
