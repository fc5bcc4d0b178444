package io.cofferdam.evidence.ledger;

import static io.cofferdam.evidence.ledger.LedgerFolders.KEY;
import static io.cofferdam.evidence.ledger.LedgerFolders.START;
import static io.cofferdam.evidence.ledger.LedgerFolders.audited;
import static io.cofferdam.evidence.ledger.LedgerFolders.fact;
import static io.cofferdam.evidence.ledger.LedgerFolders.facts;
import static io.cofferdam.evidence.ledger.LedgerFolders.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.merkle.ReferenceTree;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("E-01")
class FileLedgerTest {
  @TempDir Path folder;

  @Test
  void anAcknowledgedEntryIsInTheCheckpointOnDisk() throws IOException {
    try (var ledger = open(folder)) {
      var receipt = ledger.append(fact(0));
      assertThat(receipt.index()).isZero();
      assertThat(receipt.size()).isEqualTo(1);
      assertThat(audited(folder)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 999, 1000, 1001, 2560})
  void aLedgerGrowsAcrossReopenings(int each) throws IOException {
    try (var ledger = open(folder)) {
      ledger.appendAll(facts(0, each));
    }
    try (var ledger = open(folder)) {
      assertThat(ledger.recovery().clean()).isTrue();
      ledger.appendAll(facts(each, each));
      ledger.append(fact(2 * each));
    }
    var entries = audited(folder);
    assertThat(entries).hasSize(2 * each + 1);
    assertThat(entries.get(each).subjects()).containsExactly("n:" + each);
    var head = open(folder).checkpoint();
    assertThat(head.root())
        .isEqualTo(ReferenceTree.root(entries.stream().map(LedgerEntry::canonicalBytes).toList()));
  }

  @Test
  void theTilesOfATreeOfSeventyThousandAreThoseOfTheSpecification() {
    var paths = TilePath.all(70_000);
    assertThat(paths.stream().filter(p -> p.level() == 0 && p.width() == 256)).hasSize(273);
    assertThat(paths.stream().map(TilePath::path).filter(p -> p.contains(".p/")))
        .containsExactlyInAnyOrder(
            "tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    assertThat(new TilePath(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(TilePath.parse("tile/0/x001/x234/067")).contains(new TilePath(0, 1_234_067, 256));
    assertThat(TilePath.parse("tile/0/x000/067")).isEmpty();
    assertThat(TilePath.parse("tile/0/067.p/256")).isEmpty();
  }

  @Test
  void threadsShareBatchesAndEachGetsItsOwnReceipt() throws Exception {
    var tasks = new ArrayList<Callable<Receipt>>();
    var indexes = new HashSet<Long>();
    try (var ledger = open(folder);
        var threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 400; i++) {
        var number = i;
        tasks.add(() -> ledger.append(fact(number)));
      }
      for (var done : threads.invokeAll(tasks)) {
        indexes.add(done.get().index());
      }
      assertThat(ledger.checkpoint().size()).isEqualTo(400);
    }
    assertThat(indexes).hasSize(400);
    assertThat(audited(folder)).hasSize(400);
    assertThat(new PayloadFolder(folder).files().size()).isLessThan(400);
  }

  @Test
  void aSecondWriterIsRefused() {
    try (var ledger = open(folder)) {
      assertThat(ledger.checkpoint().size()).isZero();
      assertThatThrownBy(() -> open(folder))
          .isInstanceOf(CofferdamException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void anotherKeyCannotContinueTheLedger() {
    open(folder).close();
    var other = SigningKey.generate(new SecureRandom());
    assertThatThrownBy(() -> FileLedger.open(folder, other, new SecureRandom()))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("not signed by");
    assertThat(open(folder).checkpoint().origin()).startsWith("cofferdam/ledger-");
    assertThat(KEY.verifier().name()).startsWith("cofferdam/key-");
  }

  @Test
  void aDamagedLedgerIsRefusedAndLeftAsItIs() throws IOException {
    try (var ledger = open(folder)) {
      ledger.appendAll(facts(0, 300));
    }
    var bundle = folder.resolve("tile/entries/001.p/44");
    var bytes = Files.readAllBytes(bundle);
    bytes[50] ^= 1;
    Files.write(bundle, bytes);
    var before = LedgerFolders.files(folder);
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("entry 256");
    assertThat(LedgerFolders.files(folder)).containsOnlyKeys(before.keySet());
  }

  @Test
  void aLedgerWhoseCheckpointIsGoneIsNotStartedAnew() throws IOException {
    try (var ledger = open(folder)) {
      ledger.append(fact(0));
    }
    Files.delete(folder.resolve("checkpoint"));
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("no checkpoint");
  }

  @Test
  void aFactThatCannotBeEncodedIsRefusedAloneAndTheLedgerGoesOn() throws IOException {
    var tooMany = new Fact("t", START, "a", List.of("x".repeat(70_000)), "{}");
    var broken = new Fact("t", START, "a", List.of(), "\ud800");
    try (var ledger = open(folder)) {
      assertThatThrownBy(() -> ledger.append(tooMany)).hasMessageContaining("65535");
      assertThatThrownBy(() -> ledger.append(broken)).hasMessageContaining("surrogate");
      assertThat(ledger.append(fact(0)).index()).isZero();
    }
    assertThat(audited(folder)).hasSize(1);
  }

  @Test
  void whenTheDiskRefusesTheActIsStoppedAndNothingMoreIsTaken() throws IOException {
    try (var ledger = open(folder)) {
      ledger.append(fact(0));
      Files.writeString(folder.resolve("payloads/000000000001.jsonl"), "in the way");
      assertThatThrownBy(() -> ledger.append(fact(1)))
          .isInstanceOf(CofferdamException.class)
          .hasMessageContaining("must not happen");
      assertThatThrownBy(() -> ledger.append(fact(2))).isInstanceOf(CofferdamException.class);
    }
    assertThat(audited(folder)).hasSize(1);
    try (var ledger = open(folder)) {
      assertThat(ledger.recovery().quarantined()).containsExactly("payloads/000000000001.jsonl");
      assertThat(ledger.append(fact(1)).index()).isEqualTo(1);
    }
  }

  @Test
  void aClosedLedgerTakesNothing() {
    var ledger = open(folder);
    ledger.close();
    assertThatThrownBy(() -> ledger.append(fact(0))).hasMessageContaining("closed");
  }

  @Test
  void anErasedPayloadIsGoneAndTheTreeStillVerifies() throws IOException {
    try (var ledger = open(folder)) {
      ledger.appendAll(facts(0, 5));
      new PayloadFolder(folder).erase(ledger, 2, START, "data-protection");
    }
    assertThat(audited(folder).get(5).subjects()).containsExactly("entry:2");
    var all = new StringBuilder();
    for (var file : new PayloadFolder(folder).files()) {
      all.append(Files.readString(file));
    }
    assertThat(all).doesNotContain("\"index\":2,").contains("\"index\":1,", "\"index\":3,");
  }

  @Test
  void equalPayloadsHaveDifferentCommitments() throws IOException {
    try (var ledger = open(folder)) {
      ledger.appendAll(List.of(fact(0), fact(0)));
    }
    var entries = audited(folder);
    assertThat(entries.get(0).payloadCommitment()).isNotEqualTo(entries.get(1).payloadCommitment());
  }
}
