package io.cofferdam.respond.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.Canary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.origin.Origin;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.reads.ReadCollector;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.respond.reads.ReadQuestion.Named;
import io.cofferdam.respond.scope.ScopeCalculator;
import io.cofferdam.testkit.Covers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers({"R-06", "N-03"})
class OriginFinderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String CANARY = "order 4471 of Mx. Invented, Größe 42";

  @TempDir Path folder;

  @Test
  void aCanaryInTheMiddleOfLeakedTextNamesItsStore() throws Exception {
    var text = "und dann x" + CANARY + "y, und weiter \ud83d\ude00";
    var origin = find(List.of(), "retrieval", text);
    assertThat(origin.answers()).containsExactly(OriginAnswer.RETRIEVAL_STORE);
    assertThat(origin.because().getFirst().text()).contains("retrieval");
  }

  @Test
  void aCanaryOutweighsTheStoresThatWereRead() throws Exception {
    var origin = find(List.of("shop-training"), "retrieval", "note: " + CANARY);
    assertThat(origin.answers()).containsExactly(OriginAnswer.RETRIEVAL_STORE);
  }

  @Test
  void withoutCanaryTheStoresReadDecideAllOfThem() throws Exception {
    var origin = find(List.of("shop-training", "shop-weights"), "retrieval", "nothing of ours");
    assertThat(origin.answers())
        .containsExactlyInAnyOrder(OriginAnswer.TRAINING_DATA, OriginAnswer.WEIGHTS);
  }

  @Test
  void leakedTextThatMatchesNothingIsUndeterminedAndMayBeMadeUp() throws Exception {
    var origin = find(List.of(), "retrieval", "a name and a town that nobody knows");
    assertThat(origin.answers()).containsExactly(OriginAnswer.UNDETERMINED);
    assertThat(origin.because()).anyMatch(r -> r.text().contains("made up by a model"));
  }

  @Test
  void readsOfAStoreOutsideTheModelsChainDecideNothing() throws Exception {
    var origin = find(List.of("shop-other"), "retrieval", "");
    assertThat(origin.answers()).containsExactly(OriginAnswer.UNDETERMINED);
    assertThat(origin.because()).anyMatch(r -> r.text().contains("no part of the model's chain"));
  }

  @Test
  void missingLeakedTextIsRefusedWithAWordOnHowToMendIt() {
    assertThatThrownBy(() -> LeakedText.read(folder.resolve("missing")))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void canariesAreFoundAcrossAFolderWhateverTheirLengths() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "aaa first-canary-text bbb");
    Files.writeString(folder.resolve("b.txt"), "zweiterKanarienvogel");
    var scan =
        new CanaryScan(
            List.of(
                canary("first-canary-text", "a"),
                canary("zweiterKanarienvogel", "b"),
                canary("not there at all", "c")));
    var result = scan.scan(LeakedText.read(folder).texts());
    assertThat(result.whole()).isTrue();
    assertThat(result.found()).extracting(Canary::store).containsExactlyInAnyOrder("a", "b");
  }

  private Origin find(List<String> read, String canaryStore, String leaked) throws Exception {
    var file = folder.resolve("leaked.txt");
    Files.writeString(file, leaked);
    var map =
        new DataMap(
            Organisation.unknown(),
            List.of("111122223333"),
            List.of(),
            List.of(
                store("training", StoreRole.TRAINING_DATA),
                store("weights", StoreRole.WEIGHTS),
                store("retrieval", StoreRole.RETRIEVAL_STORE),
                store("other", StoreRole.OTHER)),
            Optional.empty(),
            List.of(canary(CANARY, canaryStore)));
    try (var collector = new ReadCollector(folder)) {
      var accesses = new ArrayList<>(read);
      for (int i = 0; i < accesses.size(); i++) {
        collector.add(anonymousRead(accesses.get(i), i));
      }
      var findings =
          collector.resolve(
              new ReadQuestion(
                  List.of(),
                  map,
                  List.of(),
                  Named.NOBODY,
                  new Window(NOON.minusSeconds(3600), NOON.plusSeconds(3600)),
                  List.of()));
      return OriginFinder.find(findings, ScopeCalculator.calculate(findings), Optional.of(file));
    }
  }

  private static Store store(String name, StoreRole role) {
    return new Store(
        name,
        ResourceId.bucket("shop-" + name),
        "",
        role,
        List.of(),
        Ternary.FALSE,
        Map.of(),
        List.of(),
        List.of(),
        "",
        Ternary.UNKNOWN,
        -1,
        List.of());
  }

  private static Canary canary(String text, String store) throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return new Canary(
        HexFormat.of().formatHex(hash), text.codePointCount(0, text.length()), store, NOON);
  }

  private static ObjectAccess anonymousRead(String bucket, int number) {
    return new ObjectAccess(
        new EventRef(1, number, "e" + number),
        NOON,
        AccessLog.CLOUDTRAIL_DATA,
        AccessOperation.READ,
        "GetObject",
        new Caller(CallerKind.ANONYMOUS, "anonymous", "", "", "", "", "203.0.113.9", "", ""),
        ResourceId.bucket(bucket),
        "file",
        "",
        "",
        10,
        10,
        200,
        "",
        "R" + number,
        false,
        "111122223333",
        "eu-central-1");
  }
}
