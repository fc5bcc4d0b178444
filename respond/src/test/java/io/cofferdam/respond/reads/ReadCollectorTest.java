package io.cofferdam.respond.reads;

import static io.cofferdam.respond.reads.Accesses.BUCKET;
import static io.cofferdam.respond.reads.Accesses.OWN;
import static io.cofferdam.respond.reads.Accesses.anonymous;
import static io.cofferdam.respond.reads.Accesses.map;
import static io.cofferdam.respond.reads.Accesses.question;
import static io.cofferdam.respond.reads.Accesses.session;
import static io.cofferdam.respond.reads.Accesses.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.reads.ReadQuestion.Named;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("R-05")
class ReadCollectorTest {
  private static final String OUT = "203.0.113.9";
  private static final String HOME = "10.1.2.3";

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

  private List<ReaderReads> readers(DataMap map, Named named) {
    return collector.resolve(question(map, named)).readers();
  }

  private List<ReaderReads> readers() {
    return readers(map(List.of("10.0.0.0/8"), List.of()), Named.NOBODY);
  }

  /// A second look with other exposures may therefore take over the findings of the first.
  @Test
  void whoReadDoesNotDependOnWhenTheStoreStoodOpen() {
    collector.add(
        accesses.access(AccessLog.CLOUDTRAIL_DATA, anonymous(OUT), "a", 40, -1, 0, "", "R1"));
    var closed = question(DataMap.empty(), Named.NOBODY);
    var whole =
        new Exposure(
            BUCKET, OWN, new Audience.Anyone(), closed.window(), ExposureState.OPEN, List.of());
    var open =
        new ReadQuestion(
            List.of(whole),
            closed.dataMap(),
            closed.ownAccounts(),
            closed.named(),
            closed.window(),
            closed.coverage());
    var first = collector.resolve(closed);
    var again = collector.resolve(open);
    assertThat(again.readers()).isEqualTo(first.readers());
    assertThat(again.stores()).isEqualTo(first.stores());
    assertThat(again.unknown()).isEqualTo(first.unknown());
    assertThat(first.askedWith(open).question()).isEqualTo(open);
    assertThat(first.askedWith(open).readers()).isEqualTo(again.readers());
  }

  @Test
  void oneReadToldByTwoLogsCountsOnceWithTheFactsOfBoth() {
    var caller = anonymous(OUT);
    collector.add(accesses.access(AccessLog.CLOUDTRAIL_DATA, caller, "a", 40, -1, 0, "", "SAME"));
    collector.add(
        accesses.access(AccessLog.S3_SERVER_ACCESS, caller, "a", 40, 100, 206, "", "SAME"));
    var findings = collector.resolve(question(DataMap.empty(), Named.NOBODY));
    assertThat(findings.joined()).isEqualTo(1);
    var reads = findings.readers().getFirst();
    assertThat(reads.reads()).isEqualTo(1);
    assertThat(reads.partialObjects()).isEqualTo(1);
    assertThat(reads.bytes()).isEqualTo(40);
    assertThat(reads.events()).hasSize(2);
  }

  @Test
  void aLineDeliveredTwiceIsCountedOnceAndAsDuplicate() {
    var access = accesses.get(anonymous(OUT), "a");
    collector.add(access);
    collector.add(access);
    var findings = collector.resolve(question(DataMap.empty(), Named.NOBODY));
    assertThat(findings.duplicates()).isEqualTo(1);
    assertThat(findings.readers().getFirst().reads()).isEqualTo(1);
  }

  @Test
  void failedReadsAreAttemptsAndNoReads() {
    collector.add(
        accesses.access(
            AccessLog.CLOUDTRAIL_DATA, anonymous(OUT), "a", 0, -1, 0, "AccessDenied", "X"));
    var findings = collector.resolve(question(DataMap.empty(), Named.NOBODY));
    assertThat(findings.readers()).isEmpty();
    assertThat(findings.stores().get(BUCKET).attempts()).isEqualTo(1);
  }

  @Test
  void readsOfOneObjectAgainAreOneObject() {
    collector.add(accesses.get(anonymous(OUT), "a"));
    collector.add(accesses.get(anonymous(OUT), "a"));
    assertThat(readers().getFirst().objects()).isEqualTo(1);
    assertThat(readers().getFirst().reads()).isEqualTo(2);
  }

  @Test
  void aForeignAccountIsAReaderAndADeclaredForeignReaderIsNot() {
    var partner = session("999988887777", "partner", "s", "ASIAONE", OUT);
    collector.add(accesses.get(partner, "a"));
    assertThat(readers())
        .extracting(r -> r.reader().kind())
        .containsExactly(ReaderKind.FOREIGN_ACCOUNT);
    assertThat(
            readers(
                map(List.of("10.0.0.0/8"), List.of("arn:aws:iam::999988887777:role/partner")),
                Named.NOBODY))
        .isEmpty();
  }

  @Test
  void anInstanceCredentialUsedOutsideTheNetworksIsOutsideHome() {
    collector.add(accesses.get(session(OWN, "loader", "i-0abc12345678", "ASIAONE", HOME), "a"));
    collector.add(accesses.get(session(OWN, "loader", "i-0abc12345678", "ASIATWO", OUT), "b"));
    var reader = readers().getFirst();
    assertThat(reader.reader().kind()).isEqualTo(ReaderKind.OUTSIDE_HOME);
    assertThat(reader.objects()).isEqualTo(1);
    assertThat(reader.sample()).containsExactly("b");
  }

  @Test
  void aPersonsSessionFromOutsideIsNoWorkloadOutsideHome() {
    collector.add(
        accesses.get(
            session(OWN, "AWSReservedSSO_Admin_1", "dpo@shop.example", "ASIAONE", OUT), "a"));
    assertThat(readers()).isEmpty();
  }

  @Test
  void withoutNetworksASessionSeenInAndOutIsSuspectedOnly() {
    collector.add(accesses.get(session(OWN, "loader", "i-0abc12345678", "ASIAONE", HOME), "a"));
    collector.add(accesses.get(session(OWN, "loader", "i-0abc12345678", "ASIAONE", OUT), "b"));
    var reader = readers(map(List.of(), List.of()), Named.NOBODY).getFirst();
    assertThat(reader.reader().kind()).isEqualTo(ReaderKind.SUSPECTED);
  }

  @Test
  void withoutNetworksAWorkloadFromAPublicAddressIsUndecidedAndSaid() {
    collector.add(accesses.get(session(OWN, "loader", "i-0abc12345678", "ASIAONE", OUT), "b"));
    collector.add(accesses.get(session(OWN, "web", "i-0abc99999999", "ASIATWO", HOME), "b"));
    var findings = collector.resolve(question(map(List.of(), List.of()), Named.NOBODY));
    assertThat(findings.readers()).isEmpty();
    assertThat(findings.stores().get(BUCKET).undecided()).isEqualTo(1);
    assertThat(findings.unknown()).anyMatch(u -> u.why().contains("networks"));
  }

  @Test
  void anOwnPrincipalThatIsNotDeclaredIsUndeclared() {
    collector.add(accesses.get(session(OWN, "ci-copy", "build-7", "ASIAONE", HOME), "a"));
    collector.add(
        accesses.get(session(OWN, "training-eu", "i-0abc12345678", "ASIATWO", HOME), "b"));
    var readers =
        readers(
            map(List.of("10.0.0.0/8"), List.of("arn:aws:iam::111122223333:role/training-*")),
            Named.NOBODY);
    assertThat(readers).hasSize(1);
    assertThat(readers.getFirst().reader().kind()).isEqualTo(ReaderKind.UNDECLARED);
    assertThat(readers.getFirst().reader().name())
        .isEqualTo("arn:aws:iam::111122223333:role/ci-copy");
  }

  @Test
  void sessionsThatDescendFromANamedKeyAreNamedAndShowTheirChain() {
    var stolen = user(OWN, "deploy", "AKIAEXAMPLE", OUT);
    var first = session(OWN, "jump", "one", "ASIAONE", OUT);
    collector.add(accesses.assume(stolen, "jump", "one", "ASIAONE"));
    collector.add(accesses.assume(first, "loader", "two", "ASIATWO"));
    collector.add(accesses.get(session(OWN, "loader", "two", "ASIATWO", HOME), "a"));
    collector.add(accesses.get(session(OWN, "loader", "three", "ASIATHREE", HOME), "b"));
    var readers =
        readers(
            map(List.of("10.0.0.0/8"), List.of()),
            new Named(List.of(), List.of("AKIAEXAMPLE"), List.of()));
    assertThat(readers).hasSize(1);
    assertThat(readers.getFirst().sample()).containsExactly("a");
    assertThat(readers.getFirst().reader().chain())
        .hasSize(3)
        .first()
        .isEqualTo("arn:aws:iam::111122223333:user/deploy");
  }

  @Test
  void whoeverUsesANamedNetworkIsNamed() {
    collector.add(accesses.get(user(OWN, "someone", "AKIAEXAMPLE", "198.51.100.7"), "a"));
    var named = new Named(List.of(), List.of(), List.of("198.51.100.0/24"));
    assertThat(readers(DataMap.empty(), named))
        .extracting(r -> r.reader().kind())
        .containsExactly(ReaderKind.NAMED);
  }

  @Test
  void keysThatLookLikePersonalDataAreNotShown() {
    collector.add(accesses.get(anonymous(OUT), "mail/jane.doe@mail.example/4915112345678.json"));
    assertThat(readers().getFirst().sample().getFirst())
        .doesNotContain("jane")
        .doesNotContain("4915112345678");
  }

  @Test
  void aWholeTableReadFromOutsideTellsItsRelationAndRows() {
    collector.add(statement("orders", "dba", OUT, 1200));
    collector.add(statement("carts", "app", HOME, 3));
    var findings = collector.resolve(question(map(List.of("10.0.0.0/8"), List.of()), Named.NOBODY));
    var database =
        findings.stores().values().stream()
            .filter(s -> s.store().kind() == ResourceKind.DATABASE)
            .findFirst()
            .orElseThrow();
    assertThat(findings.readers()).hasSize(1);
    assertThat(findings.readers().getFirst().sample()).containsExactly("orders");
    assertThat(database.rows()).containsEntry("orders", 1200L);
  }

  @Test
  void wantsSessionsAndReadsAndNothingElse() {
    assertThat(ReadCollector.wants(Provider.AWS, "sts.amazonaws.com", "AssumeRole")).isTrue();
    assertThat(ReadCollector.wants(Provider.AWS, "secretsmanager.amazonaws.com", "GetSecretValue"))
        .isTrue();
    assertThat(ReadCollector.wants(Provider.AWS, "ec2.amazonaws.com", "DescribeTags")).isFalse();
  }

  private static DatabaseStatement statement(String table, String user, String from, long rows) {
    return new DatabaseStatement(
        new EventRef(5, rows, ""),
        Accesses.NOON,
        "postgresql",
        "orders-db",
        "shop",
        user,
        from,
        "s1",
        "SELECT",
        List.of(table),
        rows,
        true,
        true);
  }
}
