package io.cofferdam.app.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.aws.AwsServiceModel;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.export.Script;
import io.cofferdam.respond.export.ScriptWriter;
import io.cofferdam.respond.export.asl.AslAct;
import io.cofferdam.respond.export.lambda.LambdaTemplate;
import io.cofferdam.respond.export.ssm.SsmExport;
import java.util.LinkedHashMap;
import java.util.Map;

/// A planned act in the forms of AWS: SSM Automation, Step Functions, Lambda.
public final class ActExport {
  private ActExport() {}

  /// The files of a form, by name.
  ///
  /// @param form `ssm`, `asl` or `lambda`
  /// @throws CofferdamException CFD-APP-0200 where there is no such form, CFD-RESPOND-0352 to 0355
  ///     where the act cannot be exported so
  public static Map<String, String> files(ActPlan plan, String form) {
    var script = known(form, plan);
    var files = new LinkedHashMap<String, String>();
    var back = SsmExport.hasBack(script);
    switch (form) {
      case "ssm" -> {
        var ssm = new SsmExport(new AwsServiceModel());
        files.put("act.ssm.json", ssm.act(script).toPrettyString() + "\n");
        if (back) {
          files.put("back.ssm.json", ssm.back(script).toPrettyString() + "\n");
        }
        files.put("permissions.json", permissions(plan));
      }
      case "asl" -> {
        files.put("act.asl.json", AslAct.act(script).toPrettyString() + "\n");
        if (back) {
          files.put("back.asl.json", AslAct.back(script).toPrettyString() + "\n");
        }
        files.put("permissions.json", permissions(plan));
      }
      default -> files.put("template.json", LambdaTemplate.of(script).toPrettyString() + "\n");
    }
    return files;
  }

  private static Script known(String form, ActPlan plan) {
    if (!form.equals("ssm") && !form.equals("asl") && !form.equals("lambda")) {
      throw unknown(form, "ssm, asl or lambda");
    }
    return new ScriptWriter().of(plan);
  }

  static CofferdamException unknown(String form, String expected) {
    return new CofferdamException(
        "CFD-APP-0200",
        ErrorCategory.INVALID_INPUT,
        "`--as` is `" + form + "` [" + expected + "]",
        "docs/playbook-exports.md tells what each form holds and what it cannot hold");
  }

  /// What the role needs that makes the calls: the plan's permissions and no others.
  private static String permissions(ActPlan plan) {
    var policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
    var statements = policy.putArray("Statement");
    LambdaTemplate.statements(plan.permissions()).forEach(statements::add);
    return policy.toPrettyString() + "\n";
  }
}
