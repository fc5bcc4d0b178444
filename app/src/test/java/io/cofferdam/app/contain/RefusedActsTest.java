package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.RefusedChange.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.azure.act.AzureActs;
import io.cofferdam.kubernetes.act.KubernetesActs;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.gateway.StopRoute;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For each act a change in its place, by the act's own steps or by hand, that the proof refuses.
@Covers("R-03")
class RefusedActsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  static final String SELF = "arn:aws:iam::111122223333:role/cofferdam-contain";
  private static final String PUBLIC =
      "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\","
          + "\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"s3:GetObject\\\","
          + "\\\"Resource\\\":\\\"arn:aws:s3:::shop/*\\\"}]}";
  private static final String WHOLE =
      "'block':{'BlockPublicAcls':true,'IgnorePublicAcls':true,'BlockPublicPolicy':true,"
          + "'RestrictPublicBuckets':true}";
  static final String DENY_ALL = "'ours':{'cofferdam-x':'" + statement("Deny") + "'}";
  private static final String ALLOW_ALL = "'ours':{'cofferdam-x':'" + statement("Allow") + "'}";

  private static String statement(String effect) {
    return "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\""
        + effect
        + "\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}";
  }

  static Stream<RefusedChange> changes() {
    return Stream.of(
            first(),
            RefusedModels.all(),
            RefusedKeys.all(),
            RefusedLogs.all(),
            RefusedPods.all(),
            RefusedStorage.all(),
            Stream.of(
                change("gateway.stop-route", "route", "chat")
                    .from("'serving':false")
                    .to("'serving':true", Verdict.OPENS)))
        .flatMap(each -> each);
  }

  private static Stream<RefusedChange> first() {
    return Stream.of(
        change("aws.s3.close-bucket", "bucket", "shop")
            .from("'acl':{'Grants':[]},'policy':'" + PUBLIC + "'," + WHOLE)
            .to("'acl':{'Grants':[]},'policy':'" + PUBLIC + "'", Verdict.OPENS),
        change("aws.s3.close-bucket", "bucket", "shop")
            .from("'acl':{'Grants':[]},'policy':'" + PUBLIC + "'")
            .to(
                "'acl':{'Grants':[]},'policy':'"
                    + PUBLIC
                    + "',"
                    + WHOLE.replace(
                        "'RestrictPublicBuckets':true", "'RestrictPublicBuckets':false"),
                Verdict.STILL_OPEN),
        shares("aws.ec2.unshare-snapshot", "snapshot"),
        shares("aws.ec2.unshare-image", "image"),
        shares("aws.rds.unshare-snapshot", "snapshot"),
        shares("aws.rds.unshare-cluster-snapshot", "snapshot"),
        self("aws.iam.revoke-sessions"),
        self("aws.iam.quarantine-role"),
        allows("aws.iam.revoke-sessions", "role"),
        allows("aws.iam.quarantine-role", "role"),
        allows("aws.iam.quarantine-user", "user"),
        change("aws.iam.disable-key", "user", "exporter", "key", "AKIAEXAMPLE")
            .from("'arn':'arn:aws:iam::111122223333:user/exporter','status':'Inactive'")
            .to("'arn':'arn:aws:iam::111122223333:user/exporter','status':'Active'", Verdict.OPENS),
        pulls("aws.ecr.deny-foreign-pulls"),
        pulls("aws.ecr.deny-pulls"),
        lockedOut("aws.ecr.deny-pulls"),
        lockedOut("aws.ecr.deny-foreign-pulls"),
        change("aws.ec2.isolate-instance", "instance", "i-1")
            .from("'interfaces':{'eni-1':{'groups':['sg-1']}},'rules':{'sg-1':[]}")
            .to(
                "'interfaces':{'eni-1':{'groups':['sg-2']}},'group':{'id':'sg-2','rules':["
                    + "{'inward':true,'protocol':'-1','from':0,'to':65535,'peer':'0.0.0.0/0'}]}",
                Verdict.OPENS));
  }

  private static RefusedChange shares(String act, String word) {
    return change(act, word, "copy-1")
        .from("'shared':['444455556666']")
        .to("'shared':['777788889999']", Verdict.OPENS);
  }

  static RefusedChange self(String act) {
    return change(act, "role", "cofferdam-contain")
        .from("'arn':'" + SELF + "'")
        .to("'arn':'" + SELF + "'," + DENY_ALL, Verdict.LOCKS_OUT);
  }

  static RefusedChange allows(String act, String word) {
    var arn = "'arn':'arn:aws:iam::111122223333:" + word + "/ci'";
    return change(act, word, "ci").from(arn).to(arn + "," + ALLOW_ALL, Verdict.OPENS);
  }

  private static RefusedChange pulls(String act) {
    var partner =
        statement("Allow")
            .replace(
                "\\\"Action\\\":\\\"*\\\"",
                "\\\"Action\\\":\\\"ecr:*\\\",\\\"Principal\\\":\\\"*\\\"");
    return change(act, "repository", "shop/model")
        .from("'arn':'arn'")
        .to(
            "'arn':'arn','policy':'" + partner.replace(",\\\"Resource\\\":\\\"*\\\"", "") + "'",
            Verdict.OPENS);
  }

  private static RefusedChange lockedOut(String act) {
    var all =
        statement("Deny")
            .replace(
                "\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"",
                "\\\"Action\\\":\\\"ecr:*\\\",\\\"Principal\\\":\\\"*\\\"");
    return change(act, "repository", "shop/model")
        .from("'arn':'arn'")
        .to("'arn':'arn','policy':'" + all + "'", Verdict.LOCKS_OUT);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isRefused(RefusedChange change) {
    var proof = change.judged();
    assertThat(proof.judgements()).extracting(each -> each.verdict()).contains(change.verdict());
    assertThat(proof.allows()).isFalse();
    assertThat(proof.refusal()).isNotEmpty();
  }

  @Test
  void eachActHasSuchAChange() {
    assertThat(changes().map(RefusedChange::act))
        .containsAll(
            Stream.of(
                    AwsActs.all(NOW),
                    KubernetesActs.all(),
                    AzureActs.all(),
                    List.<Act>of(new StopRoute()))
                .flatMap(List::stream)
                .map(Act::kind)
                .map(ActKind::id)
                .toList());
  }
}
