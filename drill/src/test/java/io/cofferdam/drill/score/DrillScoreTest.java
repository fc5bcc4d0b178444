package io.cofferdam.drill.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.drill.DrillWorlds;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Covers("B-02")
class DrillScoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Truth truth =
      new DrillWorlds().inMemory(DrillRequest.small("public-training-bucket", 3)).truth();

  /// The report of an investigator who knows the truth.
  private ObjectNode perfect() {
    var report = JSON.createObjectNode();
    var exposures = report.putArray("exposures");
    for (var e : truth.exposures()) {
      exposures
          .addObject()
          .put("resource", e.resource())
          .put("from", e.from().toString())
          .put("until", e.until() == null ? truth.until().toString() : e.until().toString())
          .put("state", "OPEN");
    }
    var readers = report.putArray("readers");
    for (var r : truth.readers()) {
      var node = readers.addObject().put("principal", "anonymous").put("resource", r.resource());
      r.addresses().forEach(node.putArray("addresses")::add);
    }
    bounds(report.putObject("objects"), truth.objects(), truth.objects());
    var subjects = report.putArray("subjects");
    for (var s : truth.subjects()) {
      bounds(
          subjects.addObject().put("country", s.country()).put("dataClass", s.dataClass()),
          s.people(),
          s.people());
    }
    truth
        .unresolved()
        .forEach(
            (name, people) ->
                bounds(
                    subjects.addObject().put("country", "ZZ").put("dataClass", name),
                    people,
                    people));
    report.putObject("origin").put("answer", String.join(" + ", truth.origin()));
    var duties = report.putArray("duties");
    truth.duties().forEach(d -> duties.addObject().put("rule", d.rule()).put("state", d.state()));
    return report;
  }

  private static void bounds(ObjectNode node, long atLeast, long atMost) {
    node.put("atLeast", atLeast).put("estimate", atLeast).put("atMost", atMost);
  }

  @Test
  void reportOfTheTruthMatches() {
    var score = DrillScore.score(truth, perfect());
    assertThat(score.matches()).as(score.text()).isTrue();
    assertThat(score.text()).contains("the report matches the truth");
    assertThat(score.json().path("matches").asBoolean()).isTrue();
  }

  @Test
  void unboundedContainsTheTruth() {
    var report = perfect();
    ((ObjectNode) report.path("objects")).put("atLeast", 0).putNull("atMost");
    assertThat(part(DrillScore.score(truth, report), "objects").matches()).isTrue();
  }

  @Test
  void boundsThatExcludeTheTruthDiffer() {
    var report = perfect();
    ((ObjectNode) report.path("objects")).put("atMost", truth.objects() - 1).put("atLeast", 0);
    var score = DrillScore.score(truth, report);
    assertThat(part(score, "objects").matches()).isFalse();
    assertThat(score.matches()).isFalse();
  }

  @Test
  void openingThatNeverWasDiffers() {
    var report = perfect();
    report
        .withArray("exposures")
        .addObject()
        .put("resource", "arn:aws:s3:::another")
        .put("from", truth.from().toString())
        .put("until", truth.until().toString())
        .put("state", "OPEN");
    assertThat(part(DrillScore.score(truth, report), "windows").matches()).isFalse();
  }

  @Test
  void windowWithAHoleDiffers() {
    var report = perfect();
    var first = truth.exposures().getFirst();
    ((ObjectNode) report.path("exposures").get(0))
        .put("from", first.from().plusSeconds(600).toString());
    assertThat(part(DrillScore.score(truth, report), "windows").matches()).isFalse();
  }

  @Test
  void reportAnswersForItsOwnPeriodOnly() {
    var report = perfect();
    var opening = truth.exposures().getFirst();
    var last = (opening.until() == null ? truth.until() : opening.until()).minusSeconds(600);
    for (var node : report.path("exposures")) {
      if (Instant.parse(node.path("until").asText()).isAfter(last)) {
        ((ObjectNode) node).put("until", last.toString());
      }
    }
    assertThat(part(DrillScore.score(truth, report), "windows").matches()).isFalse();
    report.putObject("period").put("from", truth.from().toString()).put("until", last.toString());
    assertThat(part(DrillScore.score(truth, report), "windows").matches()).isTrue();
  }

  @Test
  void missedReaderDiffers() {
    var report = perfect();
    report.putArray("readers");
    var part = part(DrillScore.score(truth, report), "readers");
    assertThat(part.matches()).isFalse();
    assertThat(part.notes()).anyMatch(note -> note.startsWith("missed"));
  }

  @Test
  void readerWhoTookNothingDiffers() {
    var report = perfect();
    report
        .withArray("readers")
        .addObject()
        .put("principal", "arn:aws:iam::111122223333:role/innocent")
        .put("resource", truth.readers().getFirst().resource());
    assertThat(part(DrillScore.score(truth, report), "readers").matches()).isFalse();
  }

  @Test
  void missingOrExcludedCountryDiffers() {
    var report = perfect();
    report.putArray("subjects");
    assertThat(part(DrillScore.score(truth, report), "subjects").matches())
        .isEqualTo(truth.subjects().isEmpty());
  }

  @Test
  void wrongOriginDiffers() {
    var report = perfect();
    report.putObject("origin").put("answer", "weights");
    assertThat(part(DrillScore.score(truth, report), "origin").matches()).isFalse();
  }

  @Test
  void missedDutyDiffersAndUndeterminedDoesNot() {
    var report = perfect();
    var duties = report.putArray("duties");
    duties.addObject().put("rule", "eu-gdpr-33-1").put("state", "undetermined");
    assertThat(part(DrillScore.score(truth, report), "duties").matches()).isTrue();
    ((ObjectNode) duties.get(0)).put("state", "not-required");
    assertThat(part(DrillScore.score(truth, report), "duties").matches()).isFalse();
  }

  @Test
  void somethingElseThanAReportIsRefused() {
    assertThatThrownBy(() -> DrillScore.score(truth, JSON.createObjectNode()))
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-DRILL-0005"));
  }

  private static Score.Part part(Score score, String name) {
    return score.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}
