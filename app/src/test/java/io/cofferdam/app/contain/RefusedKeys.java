package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.RefusedChange.change;
import static io.cofferdam.app.contain.RefusedChange.policy;

import io.cofferdam.respond.act.proof.Judgement.Verdict;
import java.util.stream.Stream;

/// Changes to keys that must be refused.
final class RefusedKeys {
  private static final String ROOT =
      "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},"
          + "'Action':'kms:*','Resource':'*'}";
  private static final String PARTNER =
      "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:root'},"
          + "'Action':'kms:Decrypt','Resource':'*'}";
  private static final String CI = "arn:aws:iam::111122223333:role/ci-deploy";

  private RefusedKeys() {}

  static Stream<RefusedChange> all() {
    return Stream.of(
        decrypt(RefusedActsTest.SELF, policy(ROOT, deny(RefusedActsTest.SELF)), Verdict.LOCKS_OUT),
        decrypt(CI, policy(deny(CI)), Verdict.LOCKS_OUT),
        decrypt(
            CI,
            policy(ROOT, "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*'}"),
            Verdict.LOCKS_OUT),
        decrypt(CI, policy(ROOT, PARTNER, deny(CI)), Verdict.OPENS),
        decrypt(CI, policy(ROOT), Verdict.STILL_OPEN),
        change("aws.kms.revoke-grant", "key", "k", "grant", "g1")
            .from("'grants':{'g1':" + grant(CI) + "}")
            .to("'grants':{'g2':" + grant(CI) + "}", Verdict.OPENS),
        change("aws.kms.revoke-grant", "key", "k", "grant", "g1")
            .from("'grants':{'g1':" + grant(RefusedActsTest.SELF) + "}")
            .to("'grants':{}", Verdict.LOCKS_OUT),
        change("aws.kms.rotate-key", "key", "k")
            .from("'rotations':0,'policy':" + policy(ROOT))
            .to("'rotations':1,'policy':" + policy(ROOT, PARTNER), Verdict.OPENS),
        change(
                "aws.s3.reencrypt-version",
                "bucket",
                "shop",
                "key",
                "orders",
                "version",
                "1",
                "kms",
                "arn:new")
            .from("'newest':{'SSEKMSKeyId':'arn:old'},'policies':{'arn:old':" + policy(ROOT) + "}")
            .to(
                "'newest':{'SSEKMSKeyId':'arn:new'},'policies':{'arn:new':"
                    + policy(ROOT, PARTNER)
                    + "}",
                Verdict.OPENS));
  }

  private static RefusedChange decrypt(String principal, String after, Verdict verdict) {
    return change("aws.kms.deny-decrypt", "key", "k", "principal", principal)
        .from("'policy':" + policy(ROOT))
        .to("'policy':" + after, verdict);
  }

  private static String deny(String principal) {
    return "{'Effect':'Deny','Principal':{'AWS':'*'},'Action':'kms:Decrypt','Resource':'*',"
        + "'Condition':{'ArnEquals':{'aws:PrincipalArn':'"
        + principal
        + "'}}}";
  }

  private static String grant(String grantee) {
    return "{'GranteePrincipal':'" + grantee + "','Operations':['Decrypt']}";
  }
}
