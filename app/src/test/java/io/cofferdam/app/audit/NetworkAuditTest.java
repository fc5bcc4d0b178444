package io.cofferdam.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("P-07")
class NetworkAuditTest {
  @TempDir Path folder;

  private List<String> on(String day) {
    return NetworkAudit.beside(folder.resolve("snapshot"), LocalDate.parse(day));
  }

  private void file(String text) throws IOException {
    Files.writeString(folder.resolve(NetworkAudit.FILE), text);
  }

  @Test
  void whatWasNeverDoneIsOverdueTheDayAfterItBegan() throws IOException {
    file("owner: Greta Invented\nbegins: 2026-03-01\n");

    assertThat(on("2026-03-01"))
        .containsExactly("Network audit, owned by Greta Invented, is due 2026-03-01; never done.");
    assertThat(on("2026-03-02")).singleElement().asString().contains("OVERDUE by 1 day:");
  }

  @Test
  void theNextIsDueAMonthAfterTheLatest() throws IOException {
    file(
        """
        owner: Greta Invented
        begins: 2026-01-01
        done:
          - {date: 2026-03-01, by: Karl Invented}
          - {date: 2026-02-01, by: Greta Invented}
        """);

    assertThat(on("2026-03-20"))
        .containsExactly(
            "Network audit, owned by Greta Invented, is due 2026-03-31; last done 2026-03-01 by"
                + " Karl Invented.");
    assertThat(on("2026-04-10")).singleElement().asString().contains("OVERDUE by 10 days");
  }

  @Test
  void withoutAFileNothingIsSaid() {
    assertThat(on("2026-03-01")).isEmpty();
  }

  @Test
  void everyMistakeIsNamed() throws IOException {
    file("ownr: x\nbegins: soon\ndone: [{date: 2026-02-30}]\n");

    assertThatThrownBy(() -> on("2026-03-01"))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("unknown field `ownr`")
        .hasMessageContaining("`owner` is not there")
        .hasMessageContaining("`begins` is no day")
        .hasMessageContaining("lacks `by`")
        .hasMessageContaining("`date` is no day");
  }
}
