package io.cofferdam.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is asked by day: which part of a day, and what becomes of events that mean harm.
@Covers("P-01")
class DayQueryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final AskedTime ALL = asked("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");

  private static AskedTime asked(String since, String until) {
    return new AskedTime(
        Instant.parse(since), Instant.parse(until), Instant.parse("2026-03-20T00:00:00Z"));
  }

  private static LogUnit unit(String kind) {
    var source =
        new LogSource(kind, "111122223333", "eu-central-1", "/shop/flow", "", Optional.empty());
    return new LogUnit(source, DAY, "", "", -1);
  }

  private static String written(String kind, LogCloud cloud) throws IOException {
    var out = new ByteArrayOutputStream();
    new DayQuery(cloud, ALL).write(unit(kind), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static LogCloud cloud(String answer) throws IOException {
    var body = JSON.readTree(answer);
    return new LogCloud(request -> CallAnswer.answered(body, "r", 1), "111122223333");
  }

  @Test
  void anEventThatIsNoJsonIsToldAndTheOthersAreKept() throws IOException {
    var answer =
        "{\"Events\":[{\"CloudTrailEvent\":\"{\\\"eventID\\\":\\\"1\\\"}\"},{},"
            + "{\"CloudTrailEvent\":\"]}\"},{\"CloudTrailEvent\":\"{\\\"eventID\\\":\\\"2\\\"}\"}]}";
    var cloud = cloud(answer);
    assertThat(written("event-history", cloud))
        .isEqualTo("{\"Records\":[{\"eventID\":\"1\"},{\"eventID\":\"2\"}]}\n");
    assertThat(cloud.ends())
        .singleElement()
        .satisfies(end -> assertThat(end.words()).contains("2 events came in a form"));
  }

  @Test
  void oneEventOfALogGroupIsOneLine() throws IOException {
    var answer = "{\"events\":[{\"message\":\"first\\n2 forged line\\r\\nx\\n\"}]}";
    assertThat(written("log-group", cloud(answer))).isEqualTo("first 2 forged line x\n");
  }

  @Test
  void findingsOfOtherTimesAreLeftOut() throws IOException {
    var answer =
        "{\"Findings\":[{\"Id\":\"in\",\"UpdatedAt\":\"2026-03-10T00:00:00.123Z\",\"CreatedAt\":\"2026-03-01T00:00:00Z\"},"
            + "{\"Id\":\"before\",\"UpdatedAt\":\"2026-03-09T23:59:59.999Z\"},"
            + "{\"Id\":\"after\",\"CreatedAt\":\"2026-03-11T00:00:00Z\"},{\"Id\":\"untold\"}]}";
    assertThat(written("securityhub", cloud(answer)))
        .contains("\"in\"", "\"untold\"")
        .doesNotContain("before", "after");
  }

  @Test
  void aPartOfADayIsNotTakenForTheDay() {
    var noon = "2026-03-10T12:00:00Z";
    var morning = asked("2026-03-10T00:00:00Z", noon);
    var evening = asked(noon, "2026-03-11T00:00:00Z");
    assertThat(ALL.part(DAY)).isEmpty();
    assertThat(morning.part(DAY)).isNotEmpty().isNotEqualTo(evening.part(DAY));
    assertThat(evening.part(DAY)).isNotEmpty();
    assertThat(ALL.suffix(DAY)).isEmpty();
    assertThat(morning.suffix(DAY)).isNotEqualTo(evening.suffix(DAY)).isNotEmpty();
    assertThat(evening.suffix(DAY)).isNotEmpty();
  }

  @Test
  void aDayThatIsNotOverIsAskedForAgain() {
    var now = Instant.parse("2026-03-10T12:00:00Z");
    var today = new AskedTime(Instant.parse("2026-03-10T00:00:00Z"), now, now);
    var later = new AskedTime(today.since(), now.plusSeconds(600), now.plusSeconds(600));
    assertThat(today.part(DAY)).isNotEmpty().isNotEqualTo(later.part(DAY));
    assertThat(today.suffix(DAY)).isEqualTo(later.suffix(DAY)).isEmpty();
  }

  @Test
  void whatASourceIsCalledCannotMoveTheCursor() {
    var end = new SourceEnd("of \u001b[2J\u202e", CallOutcome.DENIED, "a\nb");
    assertThat(end.words()).isEqualTo("of ?[2J?: denied (a?b)");
  }
}
