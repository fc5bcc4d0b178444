package io.cofferdam.notify.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.time.Window;
import io.cofferdam.notify.duty.Awareness;
import io.cofferdam.notify.duty.CatalogueFiles;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.duty.DutyEngine;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.Quantity;
import io.cofferdam.notify.rule.RuleCatalogue;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The drafts against their golden files, and what they must never do.
@Covers("N-01")
class DraftsTest {
  private static final Instant AWARE = Instant.parse("2026-12-18T15:20:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void knownCaseInTime() {
    golden("known", Drafts.of(known(AWARE.plusSeconds(3600), "A. Example")));
  }

  @Test
  void unknownCase() {
    golden("unknown", Drafts.of(unknown()));
  }

  @Test
  void reasonsForTheDelayAppearByThemselvesAfterSeventyTwoHours() {
    var inTime = text(known(AWARE.plusSeconds(72 * 3600), "A. Example"), "authority-letter.md");
    var late = text(known(AWARE.plusSeconds(72 * 3600 + 1), "A. Example"), "authority-letter.md");
    assertThat(inTime).doesNotContain("Reasons for the delay");
    assertThat(late).contains("Reasons for the delay", "[TO BE DETERMINED: reasons for the delay]");
    var record = BreachRecord.of(known(AWARE.plusSeconds(72 * 3600 + 1), "A. Example"));
    assertThat(record.late()).isTrue();
    assertThat(record.field("late-reasons").status()).isEqualTo(FieldStatus.TO_BE_DETERMINED);
  }

  @Test
  void withoutANamedPersonNothingIsLateAndAwarenessIsToBeDetermined() {
    var letter = text(known(AWARE.plusSeconds(100 * 3600), ""), "authority-letter.md");
    assertThat(letter).doesNotContain("Reasons for the delay").contains("72 hours from awareness");
    assertThat(letter).contains("[TO BE DETERMINED: when the controller became aware]");
  }

  @Test
  void everyDraftSaysThatItIsNotSentAndTheRecordClaimsNoConformity() {
    for (var draft : Drafts.of(known(AWARE, "A. Example"))) {
      assertThat(draft.text()).as(draft.fileName()).containsIgnoringCase("draft, not sent");
    }
    assertThat(text(known(AWARE, "A. Example"), "breach-record.json"))
        .contains("claims no conformity");
    assertThat(text(known(AWARE, "A. Example"), "authority-letter.md"))
        .contains("claims no conformity");
  }

  @Test
  void whatOnlyAwaitsVerificationIsNotDrafted() {
    var it = known(AWARE, "A. Example");
    assertThat(it.duties())
        .filteredOn(d -> d.ruleId().equals("uk-gdpr-33-1"))
        .singleElement()
        .matches(Duty::awaitsOnlyVerification)
        .matches(d -> d.state().mayBeOwed());
    assertThat(Drafts.of(it)).extracting(Draft::fileName).doesNotContain("authority-uk-letter.md");
    assertThat(Drafts.of(unknown())).extracting(Draft::fileName).contains("authority-uk-letter.md");
  }

  @Test
  void boundsMapToTheStatusOfTheField() {
    assertThat(FieldStatus.of(Bounds.exactly(0))).isEqualTo(FieldStatus.EXACT);
    assertThat(FieldStatus.of(new Bounds(1, 2, 3))).isEqualTo(FieldStatus.APPROXIMATE);
    assertThat(FieldStatus.of(new Bounds(7, 9, Bounds.UNBOUNDED)))
        .isEqualTo(FieldStatus.TO_BE_DETERMINED);
    assertThat(
            BreachField.number("people", "number of people", "", new Bounds(7, 9, Bounds.UNBOUNDED))
                .shown())
        .isEqualTo("[TO BE DETERMINED: number of people; so far at least 7]");
  }

  @Test
  void recordKeepsToItsSchemaAndCoversEveryPointOfArticle33Paragraph3() throws IOException {
    try (var in = BreachRecord.class.getResourceAsStream("breach-record.schema.json")) {
      var schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      for (var it : List.of(known(AWARE.plusSeconds(300_000), "A. Example"), unknown())) {
        var json = new ObjectMapper().readTree(text(it, "breach-record.json"));
        assertThat(schema.validate(json)).isEmpty();
        for (var point : List.of("33(3)(a)", "33(3)(b)", "33(3)(c)", "33(3)(d)")) {
          assertThat(json.get("fields").findValuesAsText("gdpr")).contains(point);
        }
      }
    }
  }

  @Test
  void aValueCannotBreakOutOfItsLine() {
    var hostile = new Page().item("a\n# Heading\u0007 of another").markdown();
    assertThat(hostile.lines()).hasSize(1);
  }

  private static void golden(String folder, List<Draft> drafts) {
    var root =
        CatalogueFiles.checkout().resolve("notify/src/test/resources/golden/drafts/" + folder);
    for (var draft : drafts) {
      Golden.matches(root.resolve(draft.fileName()), draft.text());
    }
    assertThat(root.toFile().list())
        .containsExactlyInAnyOrderElementsOf(drafts.stream().map(Draft::fileName).toList());
  }

  private static String text(DraftCase it, String fileName) {
    return Drafts.of(it).stream()
        .filter(d -> d.fileName().equals(fileName))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static DraftCase known(Instant now, String by) {
    var facts =
        Facts.none()
            .withEstablishments(List.of("DE"))
            .with(Fact.CONTROLLER, Ternary.TRUE)
            .with(Fact.ESTABLISHED_IN_EEA, Ternary.TRUE)
            .with(Fact.ESTABLISHED_IN_UK, Ternary.FALSE)
            .with(Fact.TARGETS_UK_PEOPLE, Ternary.FALSE)
            .with(Fact.PERSONAL_DATA_INVOLVED, Ternary.TRUE)
            .with(Fact.CONFIDENTIALITY_LOST, Ternary.TRUE)
            .with(Fact.ONLINE_MARKETPLACE, Ternary.TRUE)
            .with(Fact.MEDIUM_OR_LARGER, Ternary.TRUE)
            .with(Fact.TRADE_SECRETS_TAKEN, Ternary.TRUE)
            .decided(Fact.HIGH_RISK_LIKELY, Ternary.TRUE, "A. Example", "order history and contact")
            .with(Quantity.PEOPLE_AFFECTED, new Bounds(480, 520, 610))
            .with(Quantity.RECORDS_AFFECTED, Bounds.exactly(1840))
            .withResidents(
                Map.of(
                    "DE",
                    new Bounds(400, 420, 500),
                    "FR",
                    Bounds.exactly(80),
                    "ZZ",
                    new Bounds(0, 20, 30)));
    var withClasses =
        new Facts(
            facts.answers(),
            facts.quantities(),
            facts.residents(),
            facts.establishments(),
            List.of("contact", "purchase-history"),
            List.of());
    var shop =
        new Organisation(
            "Example Shop GmbH",
            "DE",
            List.of("DE"),
            Ternary.TRUE,
            Ternary.TRUE,
            Ternary.TRUE,
            120_000,
            "Europe/Berlin",
            "Data protection officer",
            "dpo@shop.example");
    var awareness = Awareness.of(AWARE, by, "triage confirmed the reads");
    var window =
        new Window(Instant.parse("2026-12-10T08:00:00Z"), Instant.parse("2026-12-17T21:30:00Z"));
    var duties =
        new DutyEngine(RuleCatalogue.shipped()).evaluate(withClasses, awareness, BERLIN, now);
    return new DraftCase(
        "example-1",
        shop,
        withClasses,
        duties,
        awareness,
        Optional.of(window),
        List.of("training data"),
        List.of("arn:aws:s3:::shop-training"),
        List.of("unwanted messages that mention past orders"),
        List.of("public access blocked", "keys replaced"),
        "",
        now);
  }

  private static DraftCase unknown() {
    var now = Instant.parse("2026-12-18T16:00:00Z");
    var duties =
        new DutyEngine(RuleCatalogue.shipped())
            .evaluate(Facts.none(), Awareness.none(), BERLIN, now);
    return new DraftCase(
        "example-2",
        Organisation.unknown(),
        Facts.none(),
        duties,
        Awareness.none(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        now);
  }
}
