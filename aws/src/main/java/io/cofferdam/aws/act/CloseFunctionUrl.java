package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;
import static io.cofferdam.aws.act.Calls.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;

/// Closes a function's URL to everybody who does not sign for it. Deleting the URL would lose its
/// address for good, and stopping the function would stop what else calls it, so the URL stays and
/// asks for signatures.
final class CloseFunctionUrl implements Act {
  private static final String OPEN = "NONE";
  private static final String SIGNED = "AWS_IAM";

  private static final ActKind KIND =
      new ActKind(
          "aws.lambda.close-url",
          "close a function's URL to callers who do not sign",
          List.of("function"),
          WayBack.WHOLE,
          List.of(
              "browsers and webhooks that call the URL are refused with 403",
              "accounts and roles that the function's policy names may call it signed: to stop them"
                  + " too, stop the function",
              "the address stays the same"),
          "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var url = looking.body(FunctionCalls.call(target, "GetFunctionUrlConfig", object()));
    keep(state, "url", url.path("FunctionUrl"));
    keep(state, "auth", url.path("AuthType"));
    keep(
        state,
        "policy",
        Calls.policy(
            looking.body(FunctionCalls.call(target, "GetPolicy", object())).path("Policy")));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var auth = state.at("/auth").asText("");
    if (auth.isEmpty()) {
      return new Proposal.Impossible("function " + target.name("function") + " has no URL");
    }
    if (auth.equals(SIGNED)) {
      return new Proposal.Already("its URL asks for signatures");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "ask for signatures at the URL of " + target.name("function"),
                FunctionCalls.call(
                    target, "UpdateFunctionUrlConfig", object().put("AuthType", SIGNED)),
                List.of(new Made("/auth", text(SIGNED))),
                Optional.of(
                    FunctionCalls.call(
                        target, "UpdateFunctionUrlConfig", object().put("AuthType", auth))))),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var what = "the URL of function " + target.name("function");
    return List.of(
        new Claim.Switch(what, open(before), open(after), "whoever calls it without signing"),
        new Claim.Policy(
            "the policy of function " + target.name("function"),
            Calls.given(before.at("/policy")),
            Calls.given(after.at("/policy")),
            false));
  }

  /// A statement for everybody that does not go by the URL's setting lets any account in that
  /// signs. What a condition says is not weighed here: any other condition counts as open.
  private static boolean open(ActState state) {
    if (state.at("/auth").asText("").equals(OPEN)) {
      return true;
    }
    if (state.at("/auth").isMissingNode()) {
      return false;
    }
    var policy = Calls.given(state.at("/policy")).map(Calls::tree);
    if (policy.isEmpty()) {
      return false;
    }
    for (var statement : policy.get().path("Statement")) {
      if (statement.path("Effect").asText().equals("Allow")
          && everybody(statement.path("Principal"))
          && !statement
              .at("/Condition/StringEquals/lambda:FunctionUrlAuthType")
              .asText("")
              .equals(OPEN)
          && !statement.path("Action").asText("").equals("lambda:InvokeFunction")) {
        return true;
      }
    }
    return false;
  }

  private static boolean everybody(JsonNode principal) {
    return principal.asText("").equals("*")
        || principal.path("AWS").asText("").equals("*")
        || principal.path("AWS").toString().contains("\"*\"");
  }
}
