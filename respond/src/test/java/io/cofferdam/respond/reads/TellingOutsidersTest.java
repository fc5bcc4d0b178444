package io.cofferdam.respond.reads;

import static io.cofferdam.respond.reads.Accesses.BUCKET;
import static io.cofferdam.respond.reads.Accesses.OWN;
import static io.cofferdam.respond.reads.Accesses.byId;
import static io.cofferdam.respond.reads.Accesses.map;
import static io.cofferdam.respond.reads.Accesses.question;
import static io.cofferdam.respond.reads.Accesses.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.reads.ReadQuestion.Named;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody is called an outsider for certain on the strength of something that was not told.
@Covers("R-05")
class TellingOutsidersTest {
  private static final String SISTER = "444455556666";
  private static final String OUT = "203.0.113.9";
  private static final List<String> HOME = List.of("10.0.0.0/8");

  @TempDir Path folder;
  private final Accesses accesses = new Accesses();
  private ReadCollector collector;

  @BeforeEach
  void open() {
    collector = new ReadCollector(folder);
  }

  @AfterEach
  void close() {
    collector.close();
  }

  private ReadFindings findings(DataMap map) {
    return collector.resolve(question(map, Named.NOBODY));
  }

  private List<ReaderKind> kinds(DataMap map) {
    return findings(map).readers().stream().map(r -> r.reader().kind()).toList();
  }

  @Test
  void foreignAccountIsOnlySuspectedWhereTheCompanysAccountsWereNotTold() {
    collector.add(accesses.get(byId(SISTER, OUT), "a"));
    assertThat(kinds(DataMap.empty())).containsExactly(ReaderKind.SUSPECTED);
    assertThat(findings(DataMap.empty()).stores().get(BUCKET).credentials()).isZero();
    assertThat(kinds(map(HOME, List.of()))).containsExactly(ReaderKind.FOREIGN_ACCOUNT);
  }

  @Test
  void callerKnownByIdAloneMayBeTheDeclaredReaderOfItsAccount() {
    collector.add(accesses.get(byId(SISTER, OUT), "a"));
    var declared = map(HOME, List.of("arn:aws:iam::" + SISTER + ":role/migration"));
    assertThat(kinds(declared)).isEmpty();
    assertThat(findings(declared).stores().get(BUCKET).undecided()).isEqualTo(1);
    var other = map(HOME, List.of("arn:aws:iam::" + OWN + ":role/migration"));
    assertThat(kinds(other)).containsExactly(ReaderKind.FOREIGN_ACCOUNT);
  }

  @Test
  void roleFromAPublicAddressIsUndecidedWhereNoNetworksWereTold() {
    collector.add(accesses.get(session(OWN, "data-reader", "one", "ASIAONE", OUT), "a"));
    collector.add(accesses.get(session(OWN, "web", "two", "ASIATWO", "10.1.2.3"), "b"));
    var findings = findings(map(List.of(), List.of()));
    assertThat(findings.readers()).isEmpty();
    assertThat(findings.stores().get(BUCKET).undecided()).isEqualTo(1);
  }

  @Test
  void presignedReadFromWhereTheHolderWasSeenIsTheHolders() {
    var thief = session(OWN, "inference-endpoint", "i-0abc12345678", "ASIAONE", OUT);
    collector.add(Accesses.signed(accesses.get(thief, "a")));
    assertThat(kinds(map(HOME, List.of()))).containsExactly(ReaderKind.SUSPECTED);
    collector.add(accesses.get(thief, "b"));
    assertThat(kinds(map(HOME, List.of()))).containsExactly(ReaderKind.OUTSIDE_HOME);
  }

  @Test
  void databaseLogWithoutInstanceIsOfTheOneDatabaseOfThatName() {
    collector.add(statement());
    var told = new ResourceId(ResourceKind.DATABASE, "db:postgresql:orders-db/shop");
    assertThat(findings(databases(told)).readers().getFirst().resource()).isEqualTo(told);
    assertThat(findings(databases(told)).stores().get(told).bytes()).isZero();
  }

  @Test
  void databaseLogWithoutInstanceStaysApartWhereTwoFit() {
    collector.add(statement());
    var one = new ResourceId(ResourceKind.DATABASE, "db:postgresql:orders-db/shop");
    var two = new ResourceId(ResourceKind.DATABASE, "db:postgresql:test-db/shop");
    assertThat(findings(databases(one, two)).readers().getFirst().resource().id())
        .isEqualTo("db:postgresql:/shop");
  }

  private static DataMap databases(ResourceId... resources) {
    var model = map(HOME, List.of());
    var like = model.stores().getFirst();
    return new DataMap(
        model.organisation(),
        model.ownAccounts(),
        model.networks(),
        List.of(resources).stream()
            .map(
                r ->
                    new Store(
                        r.id(),
                        r,
                        "",
                        like.role(),
                        like.dataClasses(),
                        like.personalData(),
                        like.people(),
                        List.of(),
                        List.of(),
                        "",
                        like.encrypted(),
                        4,
                        List.of()))
            .toList(),
        model.subjects(),
        List.of());
  }

  private static DatabaseStatement statement() {
    return new DatabaseStatement(
        new EventRef(5, 1, ""),
        Accesses.NOON,
        "postgresql",
        "",
        "shop",
        "shop_export",
        OUT,
        "s1",
        "COPY",
        List.of("public.customers"),
        1,
        true,
        true);
  }
}
