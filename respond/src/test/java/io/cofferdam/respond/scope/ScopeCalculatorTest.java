package io.cofferdam.respond.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.ArtefactScope;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.reads.ReadCollector;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is listed, and what may have been taken of an artefact.
@Covers("R-05")
class ScopeCalculatorTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Window DAY = new Window(START, START.plusSeconds(86_400));
  private static final String OWN = "111122223333";
  private static final ResourceId WEIGHTS = ResourceId.bucket("shop-weights");

  @TempDir Path folder;
  private ReadCollector collector;
  private int number;

  @BeforeEach
  void open() {
    collector = new ReadCollector(folder);
  }

  @AfterEach
  void close() {
    collector.close();
  }

  private void listed(String key) {
    number++;
    collector.add(inventory(key));
  }

  private InventoryObject inventory(String key) {
    return new InventoryObject(
        new EventRef(1, number, ""), START, WEIGHTS, key, "", true, false, 100, "", "");
  }

  private void read(ResourceId store, String key, Caller caller) {
    number++;
    collector.add(
        new ObjectAccess(
            new EventRef(2, number, "event-" + number),
            START.plusSeconds(3600 + number),
            AccessLog.S3_SERVER_ACCESS,
            AccessOperation.READ,
            "REST.GET.OBJECT",
            caller,
            store,
            key,
            "",
            "",
            100,
            100,
            200,
            "",
            "R" + number,
            false,
            OWN,
            "eu-central-1"));
  }

  private static Caller nobody() {
    return new Caller(CallerKind.ANONYMOUS, "anonymous", "", "", "", "", "203.0.113.9", "", "");
  }

  private static Caller app() {
    return new Caller(
        CallerKind.USER,
        "arn:aws:iam::" + OWN + ":user/app",
        "",
        OWN,
        "AKIAEXAMPLE",
        "AIDAEXAMPLE",
        "10.1.2.3",
        "",
        "");
  }

  private static DataMap map(long objects) {
    var weights =
        new Store(
            "weights",
            WEIGHTS,
            "",
            StoreRole.WEIGHTS,
            List.of(),
            Ternary.FALSE,
            Map.of(),
            List.of(),
            List.of(),
            "weights",
            Ternary.FALSE,
            objects,
            List.of());
    return new DataMap(
        Organisation.unknown(),
        List.of(OWN),
        List.of("10.0.0.0/8"),
        List.of(weights),
        Optional.empty(),
        List.of());
  }

  private Scope scope(DataMap map, List<Exposure> exposures) {
    return scope(map, exposures, List.of());
  }

  private Scope scope(DataMap map, List<Exposure> exposures, List<SourceCoverage> coverage) {
    return ScopeCalculator.calculate(
        collector.resolve(
            new ReadQuestion(
                exposures, map, List.of(OWN), ReadQuestion.Named.NOBODY, DAY, coverage)));
  }

  private static Exposure opened() {
    return new Exposure(WEIGHTS, OWN, new Audience.Anyone(), DAY, ExposureState.OPEN, List.of());
  }

  @Test
  void aVersionIsTheFolderThatHoldsFilesAndEachFileCountsOnce() {
    for (var key :
        List.of("releases/v1/a", "releases/v1/b", "releases/v1/tokenizer/c", "releases/v2/a")) {
      listed(key);
    }
    read(WEIGHTS, "releases/v1/a", nobody());
    read(WEIGHTS, "releases/v1/tokenizer/c", nobody());
    var scope = scope(map(4), List.of(opened()));
    var first = artefact(scope, "releases/v1");
    assertThat(first.partsTaken().atLeast()).isEqualTo(2);
    assertThat(first.partsTotal()).isEqualTo(3);
    assertThat(artefact(scope, "releases/v2").partsTaken().atLeast()).isZero();
  }

  @Test
  void filesThatNoInventoryNamesMayBelongToAnyVersion() {
    listed("releases/v1/a");
    var scope = scope(map(4), List.of(opened()));
    assertThat(artefact(scope, "releases/v1").partsTaken()).isEqualTo(new Bounds(0, 0, 4));
    assertThat(artefact(scope, "releases/v1").partsTotal()).isEqualTo(-1);
    assertThat(artefact(scope, "in no inventory").partsTaken().atMost()).isEqualTo(3);
    assertThat(scope.stores().getFirst().bytes().bounded()).isFalse();
  }

  private static ArtefactScope artefact(Scope scope, String version) {
    return scope.artefacts().stream()
        .filter(a -> a.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void storesOutsideOfTheMapThatOnlyRightfulReadersUsedAreCountedAndNotListed() {
    for (int i = 0; i < 30; i++) {
      read(ResourceId.bucket("other-" + i), "a", app());
    }
    read(ResourceId.bucket("opened"), "a", nobody());
    var scope = scope(map(4), List.of());
    assertThat(scope.stores())
        .extracting(s -> s.store().shortName())
        .containsExactlyInAnyOrder("shop-weights", "opened");
    assertThat(scope.unknown()).anyMatch(u -> u.what().contains("what 30 stores hold"));
  }

  @Test
  void whereNothingIsKnownOfAnyStoreNothingLimitsTheNumbers() {
    var scope = scope(DataMap.empty(), List.of());
    assertThat(scope.objects()).isEqualTo(Bounds.unknown());
    assertThat(scope.people()).isEqualTo(Bounds.unknown());
    assertThat(scope.noEvidenceOfAccess()).isFalse();
    assertThat(scope.unknown()).anyMatch(u -> u.what().equals("whether anything was read"));
  }

  @Test
  void anEdgeThatIsNotKnownToBeClosedDoesNotExplainTheCase() {
    listed("releases/v1/a");
    var possible = scope(map(1), List.of(open(300, ExposureState.UNKNOWN))).stores().getFirst();
    assertThat(possible.because())
        .anyMatch(r -> r.text().contains("nothing proves the logs complete for " + START));
  }

  @Test
  void anOpeningOfWhichAllIsLoggedDoesNotExcludeAMisusedCredentialBeforeAndAfter() {
    listed("releases/v1/a");
    listed("releases/v1/b");
    read(WEIGHTS, "releases/v1/a", nobody());
    var hours = new Window(START, START.plusSeconds(7200));
    var logged =
        new SourceCoverage(
            "CloudTrail data events", WEIGHTS.id(), hours, Coverage.COMPLETE, List.of());
    var opening = open(7200, ExposureState.OPEN);
    assertThat(scope(map(2), List.of(opening), List.of(logged)).objects())
        .isEqualTo(new Bounds(1, 1, 2));
    var elsewhere =
        new SourceCoverage(
            "CloudTrail data events", OWN + "/eu-west-1", DAY, Coverage.COMPLETE, List.of());
    assertThat(scope(map(2), List.of(opening), List.of(elsewhere)).objects().atMost()).isEqualTo(2);
  }

  private static Exposure open(long seconds, ExposureState state) {
    var window = new Window(START, START.plusSeconds(seconds));
    return new Exposure(WEIGHTS, OWN, new Audience.Anyone(), window, state, List.of());
  }
}
