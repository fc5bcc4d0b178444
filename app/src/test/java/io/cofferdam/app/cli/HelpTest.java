package io.cofferdam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.docs.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `--help` says of every command.
class HelpTest {
  @TempDir Path folder;

  @Test
  void everyCommandSaysWhatItDoes() throws IOException {
    var text = new StringBuilder();
    for (var command :
        List.of(
            "",
            "demo",
            "investigate",
            "verify",
            "case",
            "case open",
            "case list",
            "case show",
            "case key",
            "case enrol",
            "case remove",
            "case raci",
            "case contact",
            "case task",
            "case task add",
            "case task assign",
            "case task done",
            "case note",
            "case state",
            "case link",
            "case approve",
            "case reject",
            "case capture",
            "case custody",
            "case custody hand",
            "case custody receive",
            "case custody store",
            "case custody read",
            "case custody show",
            "drill",
            "drill list",
            "drill generate",
            "drill score",
            "access",
            "access decide",
            "access public",
            "access compare",
            "access prove",
            "access explain",
            "scan",
            "scan aws",
            "scan snapshot",
            "permissions",
            "permissions aws")) {
      var line = (command + " --help").strip();
      var ran = Ran.program(folder, line.split(" "));
      assertThat(ran.code()).as(line).isZero();
      assertThat(ran.err()).as(line).isEmpty();
      text.append("$ cofferdam ").append(line).append('\n').append(ran.out()).append('\n');
    }
    assertThat(text.toString().lines()).allMatch(each -> each.length() <= 80);
    GeneratedFile.check("app/src/test/resources/golden/cli/help.txt", text.toString());
  }

  @Test
  void theProgramAloneShowsItsHelp() {
    assertThat(Ran.program(folder).out()).isEqualTo(Ran.program(folder, "--help").out());
    assertThat(Ran.program(folder).code()).isZero();
  }

  @Test
  void theVersionIsTold() {
    var ran = Ran.program(folder, "--version");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("cofferdam ").contains("Apache-2.0");
  }

  @Test
  void theScenariosAreOneALine() {
    var ran = Ran.program(folder, "drill", "list");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .contains("public-training-bucket", "stolen-endpoint-role", "quiet")
        .allMatch(line -> line.matches("[a-z-]+"));
  }
}
