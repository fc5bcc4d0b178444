package io.cofferdam.respond.export.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.export.Script;
import java.util.List;
import java.util.Optional;

/// Writes the state machine that asks people before it lets a function act or go back. The ARNs of
/// topic and function are put in by CloudFormation.
public final class AslConsent {
  private static final int WAIT_FOR_PEOPLE = 14_400;

  private AslConsent() {}

  /// The machine, in front of a function that takes `way` and `made`.
  public static ObjectNode before(Script script) {
    var machine = Asl.object();
    var plan = script.plan();
    machine.put("Comment", "Asks before it acts or goes back: " + script.title());
    machine.put("StartAt", "Ways");
    var states = machine.putObject("States");
    states.set(
        "Ways",
        Asl.choice(
            List.of(way("act").put("Next", "Ask"), way("back").put("Next", "Ask")),
            Optional.of("NoWay")));
    states.set("NoWay", Asl.fail("NoWay", "the input's `way` is neither act nor back"));
    var message =
        Asl.object()
            .put("kind", "consent")
            .put("way.$", "$.way")
            .put("what", script.title())
            .put("plan", plan.hash())
            .put("quorum", plan.approvals())
            .put("run.$", "$$.Execution.Name");
    var steps = message.putArray("steps");
    script.steps().forEach(step -> steps.add(step.words()));
    var ask = Asl.ask("", message, WAIT_FOR_PEOPLE, "$.consent");
    ((ObjectNode) ask.path("Parameters")).remove("TopicArn.$");
    ((ObjectNode) ask.path("Parameters")).put("TopicArn", "${ConsentTopicArn}");
    Asl.caught(ask, "States.ALL", "Stopped");
    states.set("Ask", ask.put("Next", "Consent"));
    states.set(
        "Consent",
        Asl.choice(List.of(Asl.consent(plan.approvals(), "Act")), Optional.of("Refused")));
    var act = Asl.object().put("Type", "Task").put("Resource", "arn:aws:states:::lambda:invoke");
    var parameters = act.putObject("Parameters").put("FunctionName", "${FunctionArn}");
    parameters.putObject("Payload").put("way.$", "$.way").put("made.$", "$.made");
    act.putObject("ResultSelector").put("made.$", "$.Payload.made");
    Asl.caught(act.put("ResultPath", "$.done"), "States.ALL", "Stopped");
    act.put("TimeoutSeconds", 330).put("End", true);
    states.set("Act", act);
    states.set("Refused", Asl.fail("Refused", "those who were asked did not consent"));
    states.set("Stopped", Asl.fail("Stopped", "nobody answered in time, or a call failed"));
    return machine;
  }

  private static ObjectNode way(String way) {
    return Asl.group(
        "And",
        List.of(
            Asl.present("$.way", true),
            Asl.object().put("Variable", "$.way").put("StringEquals", way),
            Asl.present("$.made", true)));
  }
}
