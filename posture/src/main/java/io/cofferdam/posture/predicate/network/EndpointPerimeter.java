package io.cofferdam.posture.predicate.network;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.question.DecideQuestion;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.TrustZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The policy of an endpoint admits only own callers, and only to own resources.
///
/// A request that gets through shows that it does not. That it does is proved by the form of its
/// statements alone ([PerimeterForm]); a policy that keeps the perimeter in another form is left
/// open.
final class EndpointPerimeter implements Predicate {
  private static final String FOREIGN = "999988887777";
  private static final String FOREIGN_ORGANISATION = "o-outsideorg1";

  /// A call by which data leaves or comes in, by the last word of the service's name.
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("s3", "s3:PutObject arn:aws:s3:::%s-bucket/key"),
          Map.entry("kms", "kms:Encrypt arn:aws:kms:eu-central-1:%s:key/1"),
          Map.entry("sts", "sts:AssumeRole arn:aws:iam::%s:role/any"),
          Map.entry("logs", "logs:PutLogEvents arn:aws:logs:eu-central-1:%s:log-group:any"),
          Map.entry("dynamodb", "dynamodb:PutItem arn:aws:dynamodb:eu-central-1:%s:table/any"),
          Map.entry("sqs", "sqs:SendMessage arn:aws:sqs:eu-central-1:%s:any"),
          Map.entry("sns", "sns:Publish arn:aws:sns:eu-central-1:%s:any"),
          Map.entry(
              "secretsmanager",
              "secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-central-1:%s:secret:any"),
          Map.entry("api", "ecr:BatchGetImage arn:aws:ecr:eu-central-1:%s:repository/any"),
          Map.entry("dkr", "ecr:BatchGetImage arn:aws:ecr:eu-central-1:%s:repository/any"),
          Map.entry(
              "runtime", "sagemaker:InvokeEndpoint arn:aws:sagemaker:eu-central-1:%s:endpoint/any"),
          Map.entry(
              "bedrock-runtime",
              "bedrock:InvokeModel arn:aws:bedrock:eu-central-1:%s:custom-model/any"));

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    if (!resource.fact("PolicyDocument").isTextual()) {
      return resource.fact("VpcEndpointType").asText("").equals("GatewayLoadBalancer")
          ? new Outcome.NotApplicable("endpoints of Gateway Load Balancers have no policy")
          : new Outcome.Undetermined(List.of("ec2:DescribeVpcEndpoints: the policy document"));
    }
    var policy = resource.fact("PolicyDocument").asText();
    var zone = scene.zone();
    if (PerimeterForm.holds(policy, zone)) {
      return new Outcome.Met(
          List.of("every statement that allows, or one that denies, pins callers and resources"));
    }
    var service = resource.fact("ServiceName").asText("");
    var action = ACTIONS.get(service.substring(service.lastIndexOf('.') + 1));
    if (action == null) {
      return new Outcome.Undetermined(
          List.of("a proof: the policy of " + service + " is not of a form that proves itself"));
    }
    var open = new ArrayList<String>();
    for (var foreignResource : List.of(true, false)) {
      var question = question(action.split(" ", -1), policy, resource, zone, foreignResource);
      if (question instanceof QuestionReading.Refused<DecideQuestion> refused) {
        return new Outcome.Undetermined(
            List.of("a policy that can be read: " + refused.problems().getFirst().message()));
      }
      if (question instanceof QuestionReading.Read<DecideQuestion> read) {
        var asked = read.question();
        switch (Decider.decide(asked.request(), asked.policies())) {
          case Decision.Allowed allowed -> {
            return new Outcome.Violated(
                foreignResource
                    ? "own callers get through it to the resources of others"
                    : "callers of others get through it",
                List.of(Words.of(asked.request())));
          }
          case Decision.Unknown unknown ->
              unknown.residual().forEach(each -> open.add("condition: " + each));
          case Decision.ImplicitlyDenied denied -> {}
          case Decision.ExplicitlyDenied denied -> {}
        }
      }
    }
    return new Outcome.Undetermined(
        open.isEmpty() ? List.of("a proof: the policy is not of a form that proves itself") : open);
  }

  /// A request whose caller and target otherwise allow everything.
  private static QuestionReading<DecideQuestion> question(
      String[] action, String policy, Resource endpoint, TrustZone zone, boolean foreignResource) {
    var own = endpoint.account();
    var caller = foreignResource ? own : FOREIGN;
    var owner = foreignResource ? FOREIGN : own;
    var organisation = new TreeSet<>(zone.organisations()).stream().findFirst().orElse("");
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", endpoint.id());
    var request = line.putObject("request");
    request.put("principal", "arn:aws:iam::" + caller + ":role/any");
    request.put("action", action[0]);
    request.put("resource", action[1].formatted(owner));
    request.put("resourceAccount", owner);
    var context = request.putObject("context");
    context.put("aws:SourceVpce", endpoint.name());
    context.put("aws:SourceVpc", endpoint.fact("VpcId").asText(""));
    context.put("aws:SecureTransport", "true");
    context.put("aws:PrincipalIsAWSService", "false");
    if (!organisation.isEmpty()) {
      context.put("aws:PrincipalOrgID", foreignResource ? organisation : FOREIGN_ORGANISATION);
      context.put("aws:ResourceOrgID", foreignResource ? FOREIGN_ORGANISATION : organisation);
    }
    var everything =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",%s\"Action\":\"*\",\"Resource\":\"*\"}]}";
    line.putArray("identityPolicies").add(everything.formatted(""));
    line.put("resourcePolicy", everything.formatted("\"Principal\":{\"AWS\":\"*\"},"));
    line.putArray("endpointPolicies").add(policy);
    return DecideQuestion.read(line.toString());
  }
}
