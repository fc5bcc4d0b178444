package io.cofferdam.respond.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.export.asl.AslAct;
import io.cofferdam.respond.export.lambda.LambdaTemplate;
import io.cofferdam.respond.export.ssm.SsmExport;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.ServiceModel;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is refused rather than guessed.
@Covers("R-09")
class RefusedExportTest {
  private static final ServiceModel NOTHING_KNOWN =
      new ServiceModel() {
        @Override
        public Set<String> operations(String service) {
          return Set.of();
        }

        @Override
        public List<String> misfits(String service, String operation, JsonNode parameters) {
          return List.of();
        }
      };

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ActCall call(String operation, String name, String value) {
    return new ActCall(
        "ec2",
        operation,
        "eu-central-1",
        object().put(name, value),
        new Permission("ec2:" + operation, "*"));
  }

  private static ActPlan plan(String id, ActCall... calls) {
    return new ActPlan(
        new ActKind(id, "a title", List.of("thing"), WayBack.WHOLE, List.of(), "https://x"),
        new Target("111122223333", "eu-central-1", new TreeMap<>(Map.of("thing", "one"))),
        "case-7f3a",
        "",
        new ActState(object()),
        java.util.Arrays.stream(calls)
            .map(
                each ->
                    new Step(
                        "change " + each.operation(),
                        each,
                        List.of(new Made("/made/" + each.operation(), TextNode.valueOf("x"))),
                        Optional.of(call("Undo" + each.operation(), "Name", "one"))))
            .toList(),
        List.of(),
        Proof.NONE,
        List.of(new Permission("ec2:Change", "*")));
  }

  @Test
  void aPlanThatNeedsWhatNobodyCanReadIsRefused() {
    var plan = plan("aws.ec2.x", call("Change", "Id", "$state:/secret/id"));
    assertThatThrownBy(() -> new ScriptWriter().of(plan))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("/secret/id")
        .hasMessageContaining("change Change");
  }

  @Test
  void aTextThatAutomationWouldTakeForAReferenceIsRefusedThereAlone() {
    var script =
        new ScriptWriter().of(plan("aws.ec2.x", call("Change", "Id", "{{ global:DATE }}")));
    assertThatThrownBy(() -> new SsmExport(NOTHING_KNOWN).act(script))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("two braces");
    assertThat(AslAct.act(script).toString()).contains("{{ global:DATE }}");
    assertThat(LambdaTemplate.of(script).toString()).contains("{{ global:DATE }}");
  }

  @Test
  void anActThatIsNotOnAwsIsRefused() {
    assertThatThrownBy(() -> new ScriptWriter().of(plan("kubernetes.isolate-pod")))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("an act on AWS");
  }

  @Test
  void whatAPlanSaysStaysDataInTheFunction() {
    var hostile = "\"); import os; os.abort() #\n'''\\\u2028\ud83d\ude00 ${FunctionArn}";
    var code =
        LambdaTemplate.of(new ScriptWriter().of(plan("aws.ec2.x", call("Change", "Id", hostile))))
            .at("/Resources/Function/Properties/Code/ZipFile")
            .asText();
    assertThat(code.lines().filter(line -> line.contains("abort")))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("PLAN = json.loads(\"").endsWith("\")"));
    assertThat(code.chars()).allMatch(each -> each < 128);
  }

  @Test
  void aFailedCallUndoesThoseBeforeItTheLastFirst() {
    var plan =
        plan(
            "aws.ec2.x",
            call("One", "Name", "one"),
            call("Two", "Name", "one"),
            call("Three", "Name", "one"));
    var steps = new SsmExport(NOTHING_KNOWN).act(new ScriptWriter().of(plan)).path("mainSteps");
    assertThat(of(steps, "Step1_One").path("onFailure").asText()).isEqualTo("Abort");
    assertThat(of(steps, "Step3_Three").path("onFailure").asText()).isEqualTo("step:Undo2");
    assertThat(of(steps, "Undo2").path("nextStep").asText()).isEqualTo("Undo1");
    assertThat(of(steps, "Undo2").path("onFailure").asText()).isEqualTo("step:Undo1");
    assertThat(of(steps, "Undo1").path("isEnd").asBoolean()).isTrue();
    assertThat(steps.findValuesAsText("name")).doesNotContain("Undo3");
    assertThat(steps.findValuesAsText("name").indexOf("Approve"))
        .isLessThan(steps.findValuesAsText("name").indexOf("Step1_One"));
  }

  private static JsonNode of(JsonNode steps, String name) {
    for (var step : steps) {
      if (step.path("name").asText().equals(name)) {
        return step;
      }
    }
    throw new AssertionError(name);
  }
}
