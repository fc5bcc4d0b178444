package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// A plan of a case as files, by the commands a responder types.
@Covers("R-09")
class ExportCommandTest extends OnStandIn {
  @Test
  void aPlanIsExportedInEachFormAndChecked() throws IOException {
    try (var scene = scene().approved()) {
      for (var form : new String[] {"ssm", "asl", "lambda"}) {
        var out = scene.folder.resolve(form);
        var ran =
            scene.ran("contain", "export", scene.id, "C1", "--as", form, "--out", out.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).allMatch(line -> line.startsWith(out.toString()));
      }
      var document = scene.folder.resolve("ssm/act.ssm.json");
      assertThat(Files.readString(document)).contains(scene.bucket, "aws:approve");
      var checked = scene.ran("contain", "check-ssm", document.toString());
      assertThat(checked.code()).as(checked.out()).isZero();
      var withoutGate = Files.readString(document).replace("\"aws:approve\"", "\"aws:pause\"");
      Files.writeString(scene.folder.resolve("spoilt.json"), withoutGate);
      var spoilt =
          scene.ran("contain", "check-ssm", scene.folder.resolve("spoilt.json").toString());
      assertThat(spoilt.code()).isEqualTo(1);
      assertThat(spoilt.out()).contains("no-gate", "Step1_PutPublicAccessBlock");
    }
  }

  @Test
  void nothingIsWrittenOverAndFormsThatAreNoneAreTold() throws IOException {
    try (var scene = scene().approved()) {
      var out = scene.folder.resolve("there");
      Files.createDirectories(out);
      Files.writeString(out.resolve("template.json"), "mine");
      var over =
          scene.ran("contain", "export", scene.id, "--as", "lambda", "--out", out.toString());
      assertThat(over.code()).isEqualTo(2);
      assertThat(over.err()).contains("CFD-APP-0201", "template.json");
      assertThat(Files.readString(out.resolve("template.json"))).isEqualTo("mine");
      var form = scene.ran("contain", "export", scene.id, "--as", "cacao", "--out", out.toString());
      assertThat(form.code()).isEqualTo(2);
      assertThat(form.err()).contains("CFD-APP-0200", "ssm, asl or lambda");
    }
  }
}
