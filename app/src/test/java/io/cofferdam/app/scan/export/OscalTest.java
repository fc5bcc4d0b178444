package io.cofferdam.app.scan.export;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.secauto.oscal.lib.OscalBindingContext;
import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OSCAL's own library reads our assessment results and finds its constraints kept.
@Covers("E-04")
class OscalTest {
  @TempDir Path folder;

  @Test
  void oscalsOwnLibraryFindsItsConstraintsKept() throws Exception {
    assertThat(problems(written())).isEmpty();
  }

  @Test
  void itFindsWhatIsBroken() throws Exception {
    assertThat(problems(written().replaceFirst("\"uuid\" : \"", "\"uuid\" : \"x"))).isNotEmpty();
    assertThat(problems(written().replace("\"not-satisfied\"", "\"ajar\""))).isNotEmpty();
  }

  @Test
  void whatCouldNotBeToldIsNotSatisfied() throws IOException {
    assertThat(written(MadeScan.on("a", "aws.s3.tls-only", MadeScan.DENIED)))
        .containsSubsequence("\"not-satisfied\"", "\"other\"", "could not be told");
    assertThat(written(MadeScan.on("a", "aws.s3.tls-only", MadeScan.MET)))
        .containsSubsequence("\"satisfied\"", "\"pass\"");
    assertThat(written(MadeScan.on("a", "aws.s3.tls-only", MadeScan.NOT_APPLICABLE)))
        .doesNotContain("satisfied")
        .contains("NotApplicable");
  }

  private List<String> problems(String text) throws Exception {
    var file = Files.writeString(folder.resolve("results.json"), text);
    try {
      return OscalBindingContext.instance()
          .validateWithConstraints(file.toUri(), null)
          .getFindings()
          .stream()
          .map(each -> each.getSeverity() + " " + each.getMessage())
          .toList();
    } catch (IOException unreadable) {
      return List.of(String.valueOf(unreadable.getMessage()));
    }
  }

  private String written(Finding... findings) throws IOException {
    var file = folder.resolve("written.json");
    var all = findings.length == 0 ? MadeScan.ofEachOutcome() : List.of(findings);
    Exports.toFile(new Oscal(), MadeScan.report(all, Beside.NOTHING), file);
    return Files.readString(file);
  }
}
