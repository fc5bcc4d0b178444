package io.cofferdam.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fetched logs are taken, handed over and received; whatever was tampered with is found.
@Covers("R-04")
class CustodyTest {
  @TempDir Path folder;

  private CustodyDesk desk;
  private MadeFetch fetch;

  @BeforeEach
  void opened() throws IOException {
    desk = new CustodyDesk(folder, Ran.NOW);
    fetch = new MadeFetch(folder.resolve("fetched")).ended();
  }

  private static void done(Ran ran) {
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
  }

  private static void refused(Ran ran, String... words) {
    assertThat(ran.code()).as(ran.out()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(words);
  }

  @Test
  void aFolderIsTakenHandedOverAndReceived() throws IOException {
    var taken = desk.capture("mara", fetch.folder());
    done(taken);
    assertThat(taken.out()).contains("E1 is in the custody of mara: 3 files, ", "root ");
    assertThat(desk.show().out())
        .contains("cloudtrail; 111122223333; eu-central-1; 2026-03-18 to 2026-03-18")
        .contains("held by mara since 2026-03-20T09:00:00Z", "safe 2");
    var copy = fetch.copiedTo(folder.resolve("copy"));
    done(desk.hand("mara", "tomas"));
    assertThat(desk.show().out())
        .contains("held by mara", "handed to tomas, who has not received it");
    desk.at(Ran.NOW.plus(Duration.ofHours(2)));
    done(desk.receive("tomas", copy.folder()));
    done(
        desk.ran(
            "ines", "case", "custody", "read", desk.id(), "E1", "--why", "who read the bucket"));
    var shown = desk.show().out();
    assertThat(shown)
        .contains("held by tomas since 2026-03-20T11:00:00Z")
        .containsPattern("2026-03-20T09:00:00Z +2026-03-20T11:00:00Z +mara +safe 2")
        .containsPattern("2026-03-20T11:00:00Z +to now +tomas +disk 7")
        .contains("read E1: who read the bucket (not signed)");
    assertThat(desk.ran("mara", "case", "show", desk.id()).out())
        .contains("tomas           received E1, the same files");
    var verified = desk.ran("mara", "case", "verify");
    done(verified);
    assertThat(verified.out()).contains("3 signed steps of custody follow one on the other");
  }

  @Test
  void theJsonHasTheShapeOfItsSchema() throws IOException {
    done(desk.capture("mara", fetch.folder()));
    done(desk.hand("mara", "tomas"));
    var told =
        new ObjectMapper()
            .readTree(
                desk.ran("mara", "case", "custody", "show", desk.id(), "--format", "json").out());
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schema/case.schema.json"));
    assertThat(schema.validate(told)).isEmpty();
    assertThat(told.at("/custody/0/waitsFor").asText()).isEqualTo("tomas");
  }

  @Test
  void whatIsMissingChangedOrExtraIsNamedAndNotTaken() throws IOException {
    Files.delete(fetch.file("a.json.gz"));
    Files.writeString(fetch.file("b.json.gz"), "events of B.json.gz\n");
    Files.writeString(fetch.folder().resolve("logs/more"), "x");
    refused(
        desk.capture("mara", fetch.folder()),
        "missing `" + MadeFetch.path("a.json.gz") + "`",
        "changed `" + MadeFetch.path("b.json.gz") + "`",
        "extra `logs/more`",
        "CFD-APP-0242");
  }

  @Test
  void aLinkInThePlaceOfAFileIsNotTaken() throws IOException {
    var outside = Files.write(folder.resolve("x"), Files.readAllBytes(fetch.file("a.json.gz")));
    Files.delete(fetch.file("a.json.gz"));
    Files.createSymbolicLink(fetch.file("a.json.gz"), outside);
    refused(
        desk.capture("mara", fetch.folder()),
        "missing `" + MadeFetch.path("a.json.gz") + "`",
        "extra `" + MadeFetch.path("a.json.gz") + "`");
  }

  @Test
  void aPathThatLeadsOutOfTheFolderIsMissing() throws IOException {
    Files.writeString(folder.resolve("outside"), "events");
    var journal = fetch.folder().resolve("fetched.jsonl");
    Files.writeString(
        journal,
        fetch.line("a.json.gz").replace(MadeFetch.path("a.json.gz"), "../outside") + "\n",
        StandardOpenOption.APPEND);
    refused(desk.capture("mara", fetch.folder()), "missing `../outside`");
  }

  @Test
  void aChangedJournalIsNotTaken() throws IOException {
    var journal = fetch.folder().resolve("fetched.jsonl");
    Files.writeString(journal, Files.readString(journal).replace("shop-trail-logs/a", "other/a"));
    refused(desk.capture("mara", fetch.folder()), "CFD-APP-0241");
    refused(desk.capture("mara", folder), "CFD-APP-0240");
  }

  @Test
  void aKeyThatIsNotTheirsTakesNothing() {
    var ran =
        desk.ran(
            "mara",
            "case",
            "capture",
            desk.id(),
            fetch.folder().toString(),
            "--sign-with",
            desk.key("tomas"));
    refused(ran, "the signature is not one of `mara`", "CFD-APP-0150");
    refused(desk.ran("mara", "case", "custody", "show", desk.id(), "E1"), "CFD-APP-0245");
  }

  /// Whoever forges a file may mend journal and manifest: the root is another.
  @Test
  void aForgedCopyIsNotReceivedAndItsFilesAreNamed() throws IOException {
    done(desk.capture("mara", fetch.folder()));
    done(desk.hand("mara", "tomas"));
    var copy = fetch.copiedTo(folder.resolve("copy"));
    copy.forge("b.json.gz", "nothing happened\n");
    refused(
        desk.receive("tomas", copy.folder()),
        "changed `" + MadeFetch.path("b.json.gz") + "`",
        "its holder is still `mara`",
        "CFD-APP-0244");
    assertThat(desk.show().out()).contains("held by mara");
    Files.delete(folder.resolve("home/cases-custody/" + desk.id() + "-E1.jsonl"));
    refused(desk.receive("tomas", copy.folder()), "the list of its files is not on this machine");
    copy.copiedTo(folder.resolve("again"));
    done(desk.receive("tomas", fetch.folder()));
  }

  @Test
  void aChangedEventOfTheChainIsFoundAtEveryReading() throws Exception {
    done(desk.capture("mara", fetch.folder()));
    done(desk.hand("mara", "tomas"));
    done(desk.hand("mara", "ines"));
    desk.change(
        "update cofferdam_case_event set body = replace(body, 'safe 2', 'safe 3')"
            + " where kind = 'evidence-captured'");
    var shown = desk.ran("mara", "case", "custody", "show", desk.id());
    assertThat(shown.code()).isEqualTo(3);
    assertThat(shown.err()).contains("signature", "CFD-RESPOND-0301");
    var verified = desk.ran("mara", "case", "verify");
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out())
        .contains("was changed in the store: the ledger holds another")
        .contains("event 5 of " + desk.id() + " cannot have happened after those before it");
  }

  @Test
  void aRemovedEventOfTheChainIsFoundEvenWhereTheOthersAreRenumbered() throws Exception {
    done(desk.capture("mara", fetch.folder()));
    done(desk.hand("mara", "tomas"));
    done(desk.hand("mara", "ines"));
    desk.change("delete from cofferdam_case_event where version = 6");
    desk.change("update cofferdam_case_event set version = 6 where version = 7");
    assertThat(desk.ran("mara", "case", "verify").out())
        .contains("event 6 of " + desk.id() + " cannot have happened")
        .contains("the ledger tells of event 7");
  }

  @Test
  void whatIsNotCapturedIsToldWithWhenItIsDue() throws IOException {
    assertThat(desk.ran("mara", "case", "show", desk.id()).out())
        .contains("  nothing is captured; due 2026-03-21T09:00:00Z, 24 hours after")
        .contains("fetch aws --since TIME --out DIR, then case capture " + desk.id());
    desk.at(Ran.NOW.plus(Duration.ofHours(24)));
    assertThat(desk.ran("mara", "case", "show", desk.id()).out())
        .contains("OVERDUE: nothing is captured");
    desk.at(Ran.NOW);
    fetch.ended(
        "{\"what\":\"log group /shop/app\",\"outcome\":\"denied\",\"expires\":\"2026-03-21\"}",
        "{\"what\":\"trails in eu-west-1\",\"outcome\":\"failed\"}");
    var taken = desk.capture("mara", fetch.folder());
    assertThat(taken.out()).contains("2 sources could not be read");
    assertThat(desk.ran("mara", "case", "show", desk.id()).out())
        .contains(
            "log group /shop/app: denied (E1); due 2026-03-21T00:00:00Z, when it begins to expire")
        .contains("trails in eu-west-1: failed (E1); due 2026-03-21T09:00:00Z, 24 hours after");
  }

  @Test
  void aFetchThatDidNotEndIsTakenAndToldSo() throws IOException {
    Files.delete(fetch.folder().resolve("fetch.json"));
    assertThat(desk.capture("mara", fetch.folder()).out()).contains("its fetch did not end");
    assertThat(desk.show().out()).contains("what it has not reached is not known (E1)");
  }

  @Test
  void aWrongClockIsTold() throws IOException {
    desk.at(Ran.NOW.minus(Duration.ofHours(3)));
    assertThat(desk.capture("mara", fetch.folder()).out())
        .contains("after the time of this machine: one of the clocks is wrong");
  }
}
