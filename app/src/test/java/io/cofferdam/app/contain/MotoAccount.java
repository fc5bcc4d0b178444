package io.cofferdam.app.contain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import java.util.List;

/// An account of the stand-in that can be furnished by calls in their own words.
record MotoAccount(AwsActuator calls) {
  static final String REGION = "eu-central-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Lets everything be called, to furnish the account.
  private static final Permit FURNISH =
      new Permit() {
        @Override
        public boolean covers(ActCall call) {
          return true;
        }

        @Override
        public List<Permission> permissions() {
          return List.of();
        }
      };

  JsonNode call(String service, String operation, String parameters) {
    var region = service.equals("iam") ? "" : REGION;
    var call =
        new ActCall(service, operation, region, json(parameters), new Permission("test", "*"));
    return switch (calls.change(call, FURNISH)) {
      case CallResult.Answered(var body, _) -> body;
      case CallResult other -> throw new AssertionError(call.words() + ": " + other);
    };
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"').replace("@", MotoServer.ACCOUNT));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(text, bad);
    }
  }
}
