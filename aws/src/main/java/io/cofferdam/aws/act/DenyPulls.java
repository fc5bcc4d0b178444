package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Denies pulls of images from a repository, by a statement beside those that its policy has.
///
/// @param foreign whether only accounts other than the repository's are denied
record DenyPulls(boolean foreign) implements Act {
  private static final String SID = "CofferdamDenyPulls";

  @Override
  public ActKind kind() {
    return new ActKind(
        foreign ? "aws.ecr.deny-foreign-pulls" : "aws.ecr.deny-pulls",
        foreign ? "deny pulls of images by other accounts" : "deny all pulls of images",
        List.of("repository"),
        WayBack.WHOLE,
        List.of(
            "images that were pulled before stay where they are",
            foreign
                ? "services of AWS that pull for the account itself are not denied"
                : "no new task, pod or endpoint of the shop starts from this repository"),
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html");
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var repositories =
        looking
            .body(
                call(
                    target,
                    "DescribeRepositories",
                    object()
                        .<ObjectNode>set(
                            "repositoryNames",
                            object().arrayNode().add(target.name("repository")))))
            .path("repositories");
    if (!repositories.isEmpty()) {
      state.set("arn", repositories.get(0).path("repositoryArn"));
      Calls.keep(
          state,
          "policy",
          Calls.policy(
              looking.body(call(target, "GetRepositoryPolicy", named(target))).path("policyText")));
    }
    return new ActState(state);
  }

  private static ObjectNode named(Target target) {
    return object().put("repositoryName", target.name("repository"));
  }

  private static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "ecr",
        operation,
        target.region(),
        arn(target),
        parameters.put("registryId", target.account()));
  }

  private static String arn(Target target) {
    return Calls.arn("ecr", target, "repository/" + target.name("repository"));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/arn").isMissingNode()) {
      return new Proposal.Impossible("there is no repository " + target.name("repository"));
    }
    var before = Calls.given(state.at("/policy"));
    if (Calls.hasStatement(before, SID)) {
      return new Proposal.Already("pulls are denied by statement " + SID);
    }
    var after = Calls.withStatement(before, statement(target));
    var undo =
        before.isPresent()
            ? set(target, before.get())
            : call(target, "DeleteRepositoryPolicy", named(target));
    return new Proposal.Steps(
        List.of(
            new Step(
                kind().title() + " from " + target.name("repository"),
                set(target, after),
                List.of(new Made("/policy", Calls.text(after))),
                Optional.of(undo))),
        List.of());
  }

  private static ActCall set(Target target, String document) {
    return call(target, "SetRepositoryPolicy", named(target).put("policyText", document));
  }

  private ObjectNode statement(Target target) {
    var statement = object().put("Sid", SID).put("Effect", "Deny").put("Principal", "*");
    statement.putArray("Action").add("ecr:BatchGetImage").add("ecr:GetDownloadUrlForLayer");
    if (foreign) {
      var condition = statement.putObject("Condition");
      condition.putObject("StringNotEquals").put("aws:PrincipalAccount", target.account());
      condition.putObject("BoolIfExists").put("aws:PrincipalIsAWSService", "false");
    }
    return statement;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var what = "repository " + target.name("repository");
    var then = Calls.given(before.at("/policy"));
    var now = Calls.given(after.at("/policy"));
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim.Policy(what, then, now, foreign));
    now.ifPresent(
        policy ->
            claims.add(
                new Claim.WayIn(
                    what,
                    policy,
                    List.of(
                        new Permission("ecr:SetRepositoryPolicy", arn(target)),
                        new Permission("ecr:DeleteRepositoryPolicy", arn(target))))));
    return claims;
  }
}
