package io.cofferdam.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.spi.WayBack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Every form of every planned act, held against the tools of others.
public final class ExportedActs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  public ExportedActs(Path folder) {
    this.folder = folder;
  }

  /// Writes all forms, and has our own validator find nothing in them.
  public ExportedActs write(Collection<ActPlan> plans) throws IOException {
    for (var plan : plans) {
      for (var form : List.of("ssm", "asl", "lambda")) {
        var files = ActExport.files(plan, form);
        if (!form.equals("lambda")) {
          assertThat(files.keySet().stream().anyMatch(name -> name.startsWith("back")))
              .as("%s as %s has a way back", plan.kind().id(), form)
              .isEqualTo(plan.kind().way() == WayBack.WHOLE || hasUndo(plan));
        }
        ExportFiles.write(folder.resolve(plan.kind().id()).resolve(form), files);
      }
    }
    for (var document : named(".ssm.json")) {
      assertThat(SsmFile.flaws(document)).as("%s", document).isEmpty();
    }
    for (var file : named(".asl.json")) {
      var machine = JSON.readTree(file.toFile());
      for (var state : Ways.withoutConsent(machine)) {
        assertThat(machine.path("States").path(state).path("Resource").asText())
            .as("%s of %s", state, file)
            .doesNotContain("aws-sdk");
      }
    }
    return this;
  }

  private static boolean hasUndo(ActPlan plan) {
    return plan.steps().stream().anyMatch(step -> step.undo().isPresent());
  }

  private List<Path> named(String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(ending)).sorted().toList();
    }
  }

  public void fitTheModelsOfAws() throws IOException, InterruptedException {
    var files = new ArrayList<String>();
    named(".ssm.json").forEach(each -> files.add(each.toString()));
    var ran =
        StandInTool.python(folder, "fits_services.py", URI.create("http://127.0.0.1:1"), files);
    assertThat(ran.code()).as(ran.output()).isZero();
  }

  public void areTemplates() throws IOException, InterruptedException {
    var ran = StandInTool.cfnLint(named("template.json"));
    assertThat(ran.code()).as(ran.output()).isZero();
  }

  public void areStateMachines() throws IOException, InterruptedException {
    // The machines in front of the functions differ in their words alone.
    var inside = JSON.readTree(named("template.json").getFirst().toFile());
    Files.writeString(
        folder.resolve("consent.asl.json"),
        inside
            .at("/Resources/StateMachine/Properties/Definition")
            .toString()
            .replace("${ConsentTopicArn}", "arn:aws:sns:eu-central-1:111122223333:consent")
            .replace("${FunctionArn}", "arn:aws:lambda:eu-central-1:111122223333:function:act"));
    var ran = StandInTool.aslValidator(named(".asl.json"));
    assertThat(ran.code()).as(ran.output()).isZero();
  }
}
