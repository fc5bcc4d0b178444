package io.cofferdam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.docs.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be mistyped, as the user sees it.
class ErrorMessagesTest {
  private static final String GOLDEN = "app/src/test/resources/golden/cli/errors.txt";

  /// Forty characters, as a secret access key has; not one.
  private static final String LIKE_A_SECRET = "notASecretNotASecretNotASecretNotASecret";

  private static final String DRILL = "public-training-bucket";

  @TempDir Path folder;

  @Test
  void everyMistakeIsToldWithValueExpectationAndHint() throws IOException {
    var log = Files.write(folder.resolve("log.json.gz"), Logs.gzip(Logs.reads(3))).toString();
    var junk = Files.writeString(folder.resolve("junk.txt"), "hello\n").toString();
    var full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("x"), "x");
    var keys = Files.createDirectories(folder.resolve("keys"));
    Files.writeString(keys.resolve("x.pem"), "no key");
    var template =
        Files.writeString(folder.resolve("t.yaml"), "Resources: {T: {Type: 'AWS::SNS::Topic'}}\n")
            .toString();
    var state =
        Files.writeString(
                folder.resolve("state.json"), "{\"format_version\":\"1.0\",\"values\":{}}\n")
            .toString();
    var text = new StringBuilder();
    for (var arguments :
        List.of(
            List.of("investigat", "logs"),
            List.of("frobnicate"),
            List.of("--frob"),
            List.of("help", "frob"),
            List.of("investigate"),
            List.of("investigate", log, "--principl", "x"),
            List.of("investigate", log, "--out", "a", "--out", "b"),
            List.of("investigate", folder + "/nothing-here"),
            List.of("investigate", log, "--out", full.toString()),
            List.of("investigate", log, "--since", "yesterday"),
            List.of("investigate", log, "--aware", "2026-02-30", "--aware-by", "Example Person"),
            List.of("investigate", log, "--since", "2026-03-02", "--until", "2026-03-01"),
            List.of("investigate", log, "--aware-by", "Example Person"),
            List.of("investigate", log, "--ip", "300.1.1.1/99"),
            List.of("investigate", log, "--ip", "example"),
            List.of("investigate", log, "--principal", ""),
            List.of("investigate", log, "--access-key", LIKE_A_SECRET),
            List.of("investigate", log, "--snapshot", folder + "/no-snapshot"),
            List.of("investigate", log, "--data-map", folder + "/no.yaml"),
            List.of("investigate", log, "--data-map", junk),
            List.of("investigate", log, "--digest-keys", folder + "/no-keys"),
            List.of("investigate", log, "--digest-keys", keys.toString()),
            List.of("investigate", log, "--signing-key", folder + "/no.pem"),
            List.of("investigate", log, "--signing-key", keys.toString()),
            List.of("investigate", log, "--leaked", folder + "/no-leak"),
            List.of("investigate", log, "--tsa", "example"),
            List.of("verify"),
            List.of("verify", folder + "/no-pack"),
            List.of("verify", junk),
            List.of("verify", full.toString(), "--key", junk),
            List.of("verify", full.toString(), "--tsa-cert", junk),
            List.of("case", "opn"),
            List.of("case", "open"),
            List.of("case", "open", "x", "--report", folder + "/no-report"),
            List.of("case", "open", "x", "--report", junk),
            List.of("case", "open", "x", "--by", "Mara Lind"),
            List.of("case", "open", "x", "--format", "xml"),
            List.of("case", "list", "--store", "mysql://db.example/cases"),
            List.of("case", "list", "--store", "postgresql://mara:hush@db.example/cases"),
            List.of("case", "show", "0a1b2c3d"),
            List.of("case", "state", "0a1b2c3d", "contaning", "--why", "x"),
            List.of("case", "enrol", "0a1b2c3d", "mara", "--role", "boss"),
            List.of(
                "case", "enrol", "0a1b2c3d", "mara", "--role", "forensics", "--public-key", junk),
            List.of("case", "approve", "0a1b2c3d", "A1", "--sign-with", folder + "/no.pem"),
            List.of("case", "capture", "0a1b2c3d"),
            List.of("case", "custody", "hnd"),
            List.of("case", "custody", "hand", "0a1b2c3d", "E1"),
            List.of("drill", "frobnicate"),
            List.of("drill", "generate", "no-such-leak", "--out", folder + "/d"),
            List.of("drill", "generate", DRILL),
            List.of("drill", "generate", DRILL, "--seed", "abc", "--out", folder + "/d"),
            List.of("drill", "generate", DRILL, "--events", "-5", "--out", folder + "/d"),
            List.of("drill", "generate", DRILL, "--loss", "2", "--out", folder + "/d"),
            List.of("drill", "generate", DRILL, "--out", full.toString()),
            List.of("drill", "score", folder + "/no.json", folder + "/no.json"),
            List.of("drill", "score", junk, junk),
            List.of("drill", "score", junk, junk, "--format", "xml"),
            List.of("drill", "list", "surplus"),
            List.of("scan", "azur"),
            List.of("scan", "snapshot"),
            List.of("scan", "snapshot", folder + "/nothing-here"),
            List.of("scan", "snapshot", full.toString()),
            List.of("scan", "snapshot", full.toString(), "--format", "sarfi"),
            List.of("scan", "terraform"),
            List.of("scan", "terraform", folder + "/no-plan.json"),
            List.of("scan", "terraform", full.toString()),
            List.of("scan", "terraform", junk),
            List.of("scan", "terraform", template),
            List.of("scan", "terraform", state),
            List.of("scan", "terraform", state, "--account", "12"),
            List.of("scan", "terraform", state, "--region", "Frankfurt"),
            List.of("scan", "cloudformation", folder + "/no-template.yaml"),
            List.of("scan", "cloudformation", junk),
            List.of("scan", "cloudformation", log),
            List.of("scan", "cloudformation", state),
            List.of("scan", "cloudformation", template, "--parameters", junk),
            List.of("scan", "cloudformation", template, "--parameters", state),
            List.of("scan", "aws", "--format", "pdf"),
            List.of("scan", "aws", "--baseline", junk),
            List.of("scan", "aws", "--suppressions", folder + "/no.yaml"),
            List.of("scan", "aws", "--suppressions", junk),
            List.of("scan", "aws", "--framework", "gdrp"),
            List.of("scan", "aws", "--import", junk),
            List.of("scan", "aws", "--region", "Frankfurt"),
            List.of("scan", "aws", "--endpoint-url", "localhost:5000"),
            List.of("permissions", "gcp"))) {
      section(text, arguments);
    }
    assertThat(folder.resolve("out")).doesNotExist();
    GeneratedFile.check(GOLDEN, text.toString());
  }

  private void section(StringBuilder text, List<String> arguments) {
    var all = new ArrayList<>(arguments);
    if (arguments.size() > 1
        && arguments.getFirst().equals("investigate")
        && !arguments.contains("--out")) {
      all.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    var ran = Ran.program(folder, all.toArray(String[]::new));
    assertThat(ran.code()).as("%s", arguments).isEqualTo(2);
    assertThat(ran.out()).as("%s", arguments).isEmpty();
    assertThat(ran.err())
        .as("%s", arguments)
        .startsWith("cofferdam: ")
        .contains("\nhint: ")
        .containsPattern("\\[CFD-[A-Z]+-\\d{4}]")
        .doesNotContain("Exception", "java.", "\tat ", LIKE_A_SECRET);
    text.append("$ cofferdam ")
        .append(String.join(" ", arguments).replace(LIKE_A_SECRET, "..."))
        .append('\n')
        .append(ran.err())
        .append('\n');
    var named = text.toString().replace(folder.toString(), "FOLDER");
    text.setLength(0);
    text.append(named);
  }
}
