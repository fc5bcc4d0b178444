package io.cofferdam.posture.predicate.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

/// Fronts that look open and ask, and fronts that look as if they asked and do not.
@Covers("P-01")
class FrontsTest {
  private static final String FUNCTION =
      "arn:aws:lambda:eu-central-1:111122223333:function:llm-chat";
  private static final String URI =
      "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/"
          + FUNCTION
          + "/invocations";

  private static MadeEstate model() {
    return new MadeEstate()
        .add(
            "lambda-function",
            FUNCTION,
            MadeEstate.HERE,
            "{'FunctionName':'llm-chat','Layers':[{'Arn':'arn:aws:lambda:eu-central-1:111122223333:layer:vllm:1'}]}");
  }

  private static Outcome asked(MadeEstate estate, String type) {
    return EdgePredicates.all()
        .get("edge-callers-asked")
        .evaluate(estate.the(type), estate.scene());
  }

  private static MadeEstate rest(String auth, boolean key, String types) {
    return model()
        .add(
            "rest-api",
            "arn:aws:apigateway:eu-central-1::/restapis/abc123",
            MadeEstate.HERE,
            """
            {'endpointConfiguration':{'types':['%s']},'resources':{'items':[{'path':'/chat','resourceMethods':
            {'POST':{'authorizationType':'%s','apiKeyRequired':%s,'methodIntegration':{'type':'AWS_PROXY','uri':'%s'}}}}]}}"""
                .formatted(types, auth, key, URI));
  }

  @Test
  void anApiKeyAsksNobody() {
    assertThat(asked(rest("NONE", true, "REGIONAL"), "rest-api"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, open -> assertThat(open.why()).contains("API key"));
    assertThat(asked(rest("CUSTOM", false, "REGIONAL"), "rest-api"))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void aPrivateApiIsNotForThePublic() {
    assertThat(asked(rest("NONE", false, "PRIVATE"), "rest-api"))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void anApiThatLeadsElsewhereIsQuiet() {
    var estate =
        new MadeEstate()
            .add(
                "http-api",
                "arn:aws:apigateway:eu-central-1::/apis/abc123",
                MadeEstate.HERE,
                """
                {'ProtocolType':'HTTP','routes':{'Items':[{'RouteKey':'GET /stock','AuthorizationType':'NONE','Target':'integrations/i1'}]},
                'integrations':{'Items':[{'IntegrationId':'i1','IntegrationUri':'arn:aws:lambda:eu-central-1:111122223333:function:stock'}]}}""");
    assertThat(asked(estate, "http-api")).isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void aRouteWithoutAnAuthoriserIsNamed() {
    var estate =
        model()
            .add(
                "http-api",
                "arn:aws:apigateway:eu-central-1::/apis/abc123",
                MadeEstate.HERE,
                """
                {'ProtocolType':'HTTP','routes':{'Items':[{'RouteKey':'POST /chat','AuthorizationType':'JWT','Target':'integrations/i1'},
                {'RouteKey':'POST /beta','AuthorizationType':'NONE','Target':'integrations/i1'}]},
                'integrations':{'Items':[{'IntegrationId':'i1','IntegrationUri':'%s'}]}}"""
                    .formatted(FUNCTION));
    assertThat(asked(estate, "http-api"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            open -> assertThat(open.why()).contains("POST /beta").doesNotContain("POST /chat"));
  }

  private static MadeEstate url(String auth, String policy) {
    return model()
        .add(
            "lambda-url",
            FUNCTION,
            MadeEstate.HERE,
            "{'FunctionUrl':'https://abc.lambda-url.eu-central-1.on.aws/','FunctionArn':'%s','AuthType':'%s'%s}"
                .formatted(FUNCTION, auth, policy));
  }

  @Test
  void aFunctionAddressIsOpenOnlyIfItsPolicyIs() {
    assertThat(asked(url("NONE", ""), "lambda-url")).isInstanceOf(Outcome.Met.class);
    assertThat(asked(url("AWS_IAM", ""), "lambda-url")).isInstanceOf(Outcome.Met.class);
    var open =
        """
        ,'policy':'{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"lambda:InvokeFunctionUrl\\",\\"Resource\\":\\"%s\\"}]}'"""
            .formatted(FUNCTION);
    assertThat(asked(url("NONE", open), "lambda-url")).isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void aDistributionThatSignsForEverybodyOpensASignedAddress() {
    var estate = url("AWS_IAM", "").with("cloudfront-distribution", "d1", distribution("E1", 0));
    assertThat(asked(estate, "cloudfront-distribution")).isInstanceOf(Outcome.Violated.class);
    var guarded = url("AWS_IAM", "").with("cloudfront-distribution", "d1", distribution("E1", 1));
    assertThat(asked(guarded, "cloudfront-distribution")).isInstanceOf(Outcome.Undetermined.class);
    var plain = url("AWS_IAM", "").with("cloudfront-distribution", "d1", distribution("", 0));
    assertThat(asked(plain, "cloudfront-distribution")).isInstanceOf(Outcome.Met.class);
  }

  private static String distribution(String control, int functions) {
    return """
        {'Enabled':true,'Origins':{'Items':[{'Id':'o1','DomainName':'abc.lambda-url.eu-central-1.on.aws','OriginAccessControlId':'%s'}]},
        'DefaultCacheBehavior':{'TargetOriginId':'o1','FunctionAssociations':{'Quantity':%d}}}"""
        .formatted(control, functions);
  }

  private static MadeEstate balanced(String actions) {
    return balanced(actions, "internet-facing");
  }

  private static MadeEstate balanced(String actions, String scheme) {
    var arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
    return model()
        .add(
            "load-balancer",
            arn + "loadbalancer/app/shop/1",
            MadeEstate.HERE,
            "{'Scheme':'%s','Type':'application','VpcId':'vpc-1','DNSName':'shop.example.org'}"
                .formatted(scheme))
        .add(
            "lb-listener",
            arn + "listener/app/shop/1/2",
            MadeEstate.HERE,
            "{'LoadBalancerArn':'%sloadbalancer/app/shop/1','Protocol':'HTTPS','Port':443,'DefaultActions':[%s{'Type':'forward','TargetGroupArn':'%stargetgroup/t/1'}]}"
                .formatted(arn, actions, arn))
        .add(
            "target-group",
            arn + "targetgroup/t/1",
            MadeEstate.HERE,
            "{'TargetType':'lambda','health':{'TargetHealthDescriptions':[{'Target':{'Id':'%s'}}]}}"
                .formatted(FUNCTION));
  }

  @Test
  void aBalancerThatAsksBeforeItForwardsIsMet() {
    assertThat(asked(balanced(""), "load-balancer")).isInstanceOf(Outcome.Violated.class);
    assertThat(asked(balanced("{'Type':'authenticate-oidc','Order':1},"), "load-balancer"))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void anInternalBalancerIsNoFrontUnlessSomethingLeadsToIt() {
    assertThat(asked(balanced("", "internal"), "load-balancer"))
        .isInstanceOf(Outcome.NotApplicable.class);
    var arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
    var before =
        balanced("", "internal")
            .add(
                "load-balancer",
                arn + "loadbalancer/net/edge/9",
                MadeEstate.HERE,
                "{'Scheme':'internet-facing','Type':'network','VpcId':'vpc-1'}")
            .add(
                "lb-listener",
                arn + "listener/net/edge/9/8",
                MadeEstate.HERE,
                "{'LoadBalancerArn':'%sloadbalancer/net/edge/9','Protocol':'TCP','Port':443,'DefaultActions':[{'Type':'forward','TargetGroupArn':'%stargetgroup/a/7'}]}"
                    .formatted(arn, arn))
            .add(
                "target-group",
                arn + "targetgroup/a/7",
                MadeEstate.HERE,
                "{'VpcId':'vpc-1','TargetType':'alb','Port':443,'health':{'TargetHealthDescriptions':[{'Target':{'Id':'%sloadbalancer/app/shop/1','Port':443}}]}}"
                    .formatted(arn));
    assertThat(asked(before, "load-balancer")).isInstanceOf(Outcome.Undetermined.class);
  }

  @Test
  void anInternalBalancerBehindGlobalAcceleratorIsNotPassedOver() {
    var estate =
        balanced("", "internal")
            .with(
                "network-interface",
                "eni-1",
                """
                {'NetworkInterfaceId':'eni-1','VpcId':'vpc-1','SubnetId':'subnet-1','InterfaceType':'interface',
                'Description':'ELB app/shop/1','PrivateIpAddresses':[{'PrivateIpAddress':'10.0.0.10'}],
                'Groups':[{'GroupId':'sg-1'}]}""")
            .with(
                "security-group",
                "sg-1",
                """
                {'GroupId':'sg-1','VpcId':'vpc-1','IpPermissionsEgress':[],'IpPermissions':
                [{'IpProtocol':'tcp','FromPort':443,'ToPort':443,'IpRanges':[{'CidrIp':'0.0.0.0/0'}]}]}""")
            .with(
                "network-interface",
                "eni-9",
                """
                {'NetworkInterfaceId':'eni-9','VpcId':'vpc-1','SubnetId':'subnet-1',
                'InterfaceType':'global_accelerator_managed','PrivateIpAddresses':[{'PrivateIpAddress':'10.0.0.99'}],
                'Groups':[]}""");
    assertThat(asked(estate, "load-balancer")).isInstanceOf(Outcome.Undetermined.class);
  }

  @Test
  void theUsualLimitOfAnAccountIsNoLimit() {
    var limited = EdgePredicates.all().get("edge-calls-limited");
    var estate = rest("CUSTOM", false, "REGIONAL");
    assertThat(limited.evaluate(estate.the("rest-api"), estate.scene()))
        .isInstanceOf(Outcome.Violated.class);
  }
}
