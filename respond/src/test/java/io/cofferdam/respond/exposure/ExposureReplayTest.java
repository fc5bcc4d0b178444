package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.FOREIGN;
import static io.cofferdam.respond.made.Made.FOREIGN_READ;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.PUBLIC_READ;
import static io.cofferdam.respond.made.Made.REGION;
import static io.cofferdam.respond.made.Made.START;
import static io.cofferdam.respond.made.Made.accountBlock;
import static io.cofferdam.respond.made.Made.accountItem;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.block;
import static io.cofferdam.respond.made.Made.bucket;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.created;
import static io.cofferdam.respond.made.Made.item;
import static io.cofferdam.respond.made.Made.policy;
import static io.cofferdam.respond.made.Made.span;
import static io.cofferdam.respond.made.Made.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-05")
class ExposureReplayTest {
  private static final ResourceId STORE = ResourceId.bucket("shop-training");
  private static final Audience ANYONE = new Audience.Anyone();
  private static final EventRef READ = new EventRef(7, 7, "read");

  private final ExposureReplay replay = new ExposureReplay();

  private List<Exposure> rows(CoverageResult coverage, Audience audience) {
    return replay.resolve(DAY, List.of(OWN), List.of(STORE), coverage).exposures().stream()
        .filter(e -> e.audience().equals(audience))
        .toList();
  }

  private List<String> story(CoverageResult coverage, Audience audience) {
    return rows(coverage, audience).stream()
        .map(
            e ->
                e.state()
                    + " "
                    + START.until(e.window().from(), java.time.temporal.ChronoUnit.MINUTES))
        .toList();
  }

  private void privateAtTheStart() {
    replay.add(item(START, "", true));
    replay.add(accountItem(START, false));
  }

  @Test
  void anOpenedAndClosedBucketIsOpenBetweenTheEdges() {
    privateAtTheStart();
    replay.add(block(at(60), false));
    replay.add(policy(at(61), PUBLIC_READ));
    replay.add(bucket(at(600), "DeleteBucketPolicy"));

    assertThat(story(complete(span(-60, 1440)), ANYONE))
        .containsExactly("CLOSED 0", "UNKNOWN 61", "OPEN 66", "UNKNOWN 600", "CLOSED 605");
  }

  @Test
  void aPublicPolicyBehindTheAccountsBlockIsClosed() {
    replay.add(item(START, "", false));
    replay.add(accountBlock(at(10), true));
    replay.add(policy(at(61), PUBLIC_READ));

    assertThat(rows(complete(DAY), ANYONE).getLast().state()).isEqualTo(ExposureState.CLOSED);
  }

  @Test
  void aNamedForeignAccountIsAnAudienceOfItsOwn() {
    privateAtTheStart();
    replay.add(policy(at(61), FOREIGN_READ));
    var coverage = complete(DAY);

    assertThat(rows(coverage, new Audience.ForeignAccount(FOREIGN)).getLast().state())
        .isEqualTo(ExposureState.OPEN);
    assertThat(rows(coverage, ANYONE).getLast().state()).isEqualTo(ExposureState.CLOSED);
  }

  @Test
  void openToAnAccountThatMayBeASisterIsNotKnownToBeOpenToAnOutsider() {
    privateAtTheStart();
    replay.add(policy(at(61), FOREIGN_READ));
    var last =
        replay.resolve(DAY, List.of(OWN), false, List.of(STORE), complete(DAY)).exposures().stream()
            .filter(e -> e.audience().equals(new Audience.ForeignAccount(FOREIGN)))
            .toList()
            .getLast();
    assertThat(last.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(last.because().getFirst().text()).contains("was not told");
  }

  @Test
  void failedCallsChangeNothing() {
    privateAtTheStart();
    replay.add(
        call(
            at(61),
            "s3",
            "PutBucketPolicy",
            "{\"bucketName\":\"shop-training\",\"bucketPolicy\":" + PUBLIC_READ + "}",
            REGION,
            "AccessDenied"));

    assertThat(story(complete(span(-60, 1440)), ANYONE)).containsExactly("CLOSED 0");
  }

  @Test
  void loggingThatStopsEndsWhatIsKnown() {
    privateAtTheStart();

    assertThat(story(complete(span(-60, 600)), ANYONE)).containsExactly("CLOSED 0", "UNKNOWN 600");
  }

  @Test
  void aStoreThatNoEventMentionsHasItsRows() {
    assertThat(story(complete(DAY), ANYONE)).containsExactly("UNKNOWN 0");
  }

  @Test
  void anOutsidersReadProvesItsSecond() {
    replay.addWitness(STORE, ANYONE, at(90), READ);

    assertThat(rows(unproved(), ANYONE))
        .extracting(e -> e.state() + " " + e.window().length().toSeconds())
        .containsExactly("UNKNOWN 5400", "OPEN 1", "UNKNOWN 80999");
    assertThat(rows(unproved(), ANYONE).get(1).because().getFirst().events()).containsExactly(READ);
  }

  @Test
  void anAnonymousReadProvesOpennessToEveryAccount() {
    replay.addWitness(STORE, ANYONE, at(90), READ);

    assertThat(rows(unproved(), new Audience.AnyAccount()))
        .anyMatch(e -> e.state() == ExposureState.OPEN);
  }

  @Test
  void aForeignReadProvesNothingForAnyone() {
    replay.addWitness(STORE, new Audience.ForeignAccount(FOREIGN), at(90), READ);

    assertThat(rows(unproved(), ANYONE)).noneMatch(e -> e.state() == ExposureState.OPEN);
    assertThat(rows(unproved(), new Audience.ForeignAccount(FOREIGN)))
        .anyMatch(e -> e.state() == ExposureState.OPEN);
  }

  @Test
  void aReadProvesTheWholeSpanWhereNothingCanHaveChanged() {
    replay.add(item(START, "", true));
    replay.add(block(at(60), false));
    replay.add(policy(at(61), PUBLIC_READ));
    replay.addWitness(STORE, ANYONE, at(90), READ);

    assertThat(story(complete(span(-60, 1440)), ANYONE))
        .containsExactly("CLOSED 0", "UNKNOWN 61", "OPEN 66");
  }

  @Test
  void aReadThoughTheReplaySaysClosedIsReported() {
    privateAtTheStart();
    replay.addWitness(STORE, ANYONE, at(90), READ);
    var result = replay.resolve(DAY, List.of(OWN), List.of(), complete(DAY));

    assertThat(result.unknowns()).anyMatch(u -> u.why().contains("though no change"));
    assertThat(result.exposures())
        .filteredOn(e -> e.audience().equals(ANYONE) && e.window().contains(at(90)))
        .extracting(Exposure::state)
        .containsExactly(ExposureState.OPEN);
  }

  @Test
  void beforeItsCreationABucketIsClosed() {
    replay.add(created(at(60)));
    replay.add(accountItem(START, false));
    replay.add(block(at(120), false));
    replay.add(policy(at(121), PUBLIC_READ));

    assertThat(story(complete(span(-60, 1440)), ANYONE))
        .containsExactly("CLOSED 0", "UNKNOWN 121", "OPEN 126");
  }

  @Test
  void aFindingThatContradictsTheChangesIsReportedAsALogGap() {
    privateAtTheStart();
    replay.add(item(at(600), PUBLIC_READ, false));
    var result = replay.resolve(DAY, List.of(OWN), List.of(), complete(span(-60, 1440)));

    assertThat(result.unknowns()).anyMatch(u -> u.why().contains("is missing from them"));
    assertThat(result.exposures())
        .filteredOn(e -> e.audience().equals(ANYONE) && e.window().contains(at(300)))
        .extracting(Exposure::state)
        .containsExactly(ExposureState.UNKNOWN);
  }

  @Test
  void everyAudiencesRowsCoverThePeriodInOrder() {
    privateAtTheStart();
    replay.add(policy(at(61), FOREIGN_READ));
    replay.add(block(at(62), false));
    replay.addWitness(STORE, ANYONE, at(500), READ);
    for (var audience :
        List.of(ANYONE, new Audience.AnyAccount(), new Audience.ForeignAccount(FOREIGN))) {
      var from = DAY.from();
      for (var row : rows(complete(DAY), audience)) {
        assertThat(row.window().from()).isEqualTo(from);
        from = row.window().until();
      }
      assertThat(from).isEqualTo(DAY.until());
    }
  }

  @Test
  void hostileRequestsAreUnknownAndDoNotFail() {
    for (var request :
        List.of(
            "", "{", "[]", "null", "{\"bucketName\":7}", "{\"bucketName\":\"shop-training\"}")) {
      for (var action :
          List.of(
              "PutBucketPolicy", "PutBucketAcl", "CreateBucket", "PutAccountPublicAccessBlock")) {
        replay.add(call(at(61), "s3", action, request));
      }
      replay.add(call(at(61), "ec2", "ModifySnapshotAttribute", request));
      replay.add(call(at(61), "rds", "ModifyDBSnapshotAttribute", request));
      replay.add(call(at(61), "cloudtrail", "PutEventSelectors", request));
    }
    replay.add(policy(java.time.Instant.MAX.minusSeconds(1), PUBLIC_READ));

    assertThat(rows(complete(DAY), ANYONE)).noneMatch(e -> e.state() == ExposureState.OPEN);
  }

  @Test
  void changesAreListedWithTheirEvents() {
    privateAtTheStart();
    replay.add(policy(at(61), PUBLIC_READ));

    assertThat(replay.resolve(DAY, List.of(OWN), List.of(), unproved()).changes())
        .extracting(c -> c.words() + " by " + c.principal())
        .containsExactly("bucket policy set by arn:aws:iam::111122223333:role/engineer");
  }

  @Test
  void aPeriodOfNoLengthDoesNotFail() {
    privateAtTheStart();

    assertThat(
            replay
                .resolve(new Window(START, START), List.of(OWN), List.of(STORE), complete(DAY))
                .exposures())
        .isNotEmpty();
  }
}
