package io.cofferdam.aws.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Target;

/// Calls about a function of Lambda.
final class FunctionCalls {
  private FunctionCalls() {}

  static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "lambda",
        operation,
        target.region(),
        Calls.arn("lambda", target, "function:" + target.name("function")),
        parameters.put("FunctionName", target.name("function")));
  }
}
