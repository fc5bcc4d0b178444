package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.RefusedChange.change;
import static io.cofferdam.app.contain.RefusedChange.policy;

import io.cofferdam.respond.act.proof.Judgement.Verdict;
import java.util.stream.Stream;

/// Changes to models, functions and edges that must be refused.
final class RefusedModels {
  private RefusedModels() {}

  static Stream<RefusedChange> all() {
    return Stream.of(
        RefusedActsTest.allows("aws.bedrock.deny-invoke-user", "user"),
        RefusedActsTest.allows("aws.bedrock.deny-invoke-role", "role"),
        RefusedActsTest.self("aws.bedrock.deny-invoke-role"),
        RefusedActsTest.allows("aws.sagemaker.deny-invoke-user", "user"),
        RefusedActsTest.allows("aws.sagemaker.deny-invoke-role", "role"),
        RefusedActsTest.self("aws.sagemaker.deny-invoke-role"),
        change(
                "aws.sagemaker.quarantine-endpoint",
                "endpoint",
                "advice",
                "callers",
                "role/cofferdam-contain")
            .from("'callers':{'role:cofferdam-contain':{'arn':'" + RefusedActsTest.SELF + "'}}")
            .to(
                "'callers':{'role:cofferdam-contain':{'arn':'"
                    + RefusedActsTest.SELF
                    + "',"
                    + RefusedActsTest.DENY_ALL
                    + "}}",
                Verdict.LOCKS_OUT),
        change("aws.lambda.close-url", "function", "search")
            .from("'auth':'NONE','policy':" + anybody())
            .to("'auth':'AWS_IAM','policy':" + anybody(), Verdict.STILL_OPEN),
        change("aws.lambda.close-url", "function", "search")
            .from("'auth':'NONE'")
            .to("'auth':'AWS_IAM','policy':" + anybody(), Verdict.OPENS),
        change("aws.lambda.stop-function", "function", "search")
            .from("'found':true,'places':0")
            .to("'found':true", Verdict.OPENS),
        change("aws.ec2.block-at-network-acl", "acl", "acl-1", "peer", "all")
            .from("'entries':{'in-100':" + entry(true, "203.0.113.0/24") + "}")
            .to("'entries':{'in-100':" + entry(true, "203.0.112.0/23") + "}", Verdict.OPENS),
        change("aws.ec2.block-at-network-acl", "acl", "acl-1", "peer", "all")
            .from(
                "'entries':{'in-90':"
                    + entry(false, "::/0")
                    + ",'in-100':"
                    + entry(true, "::/0")
                    + "}")
            .to("'entries':{'in-100':" + entry(true, "::/0") + "}", Verdict.OPENS),
        addresses("'203.0.113.7/32'", true, "", true, Verdict.LOSES),
        addresses("", true, "'198.51.100.0/24'", false, Verdict.OPENS));
  }

  private static String anybody() {
    return policy(
        "{'Effect':'Allow','Principal':'*','Action':'lambda:InvokeFunctionUrl','Resource':"
            + "'arn:aws:lambda:eu-central-1:111122223333:function:search'}");
  }

  private static String entry(boolean allow, String peer) {
    return "{'allow':"
        + allow
        + ",'protocol':'6','from':443,'to':443,'part':false,'peer':'"
        + peer
        + "'}";
  }

  private static RefusedChange addresses(
      String before, boolean blocked, String after, boolean blocks, Verdict verdict) {
    return change("aws.waf.block-addresses", "acl", "acl-1", "set", "set-1", "addresses", "x")
        .from("'addresses':[" + before + "],'uses':[" + use(blocked) + "]")
        .to("'addresses':[" + after + "],'uses':[" + use(blocks) + "]", verdict);
  }

  private static String use(boolean blocks) {
    return "{'of':'acl-1','rule':'blocked','blocks':" + blocks + ",'earlier':[]}";
  }
}
