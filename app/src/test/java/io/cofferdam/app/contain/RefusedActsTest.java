package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For each act a change in its place, by the act's own steps or by hand, that the proof refuses.
@Covers("R-03")
class RefusedActsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final String SELF = "arn:aws:iam::111122223333:role/cofferdam-contain";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PUBLIC =
      "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\","
          + "\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"s3:GetObject\\\","
          + "\\\"Resource\\\":\\\"arn:aws:s3:::shop/*\\\"}]}";
  private static final String WHOLE =
      "'block':{'BlockPublicAcls':true,'IgnorePublicAcls':true,'BlockPublicPolicy':true,"
          + "'RestrictPublicBuckets':true}";
  private static final String DENY_ALL = "'ours':{'cofferdam-x':'" + statement("Deny") + "'}";
  private static final String ALLOW_ALL = "'ours':{'cofferdam-x':'" + statement("Allow") + "'}";

  private static String statement(String effect) {
    return "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\""
        + effect
        + "\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}";
  }

  /// A change that must be refused.
  ///
  /// @param names the target's, word and name in turn
  private record Change(
      String act, List<String> names, String before, String after, Verdict verdict) {
    @Override
    public String toString() {
      return act + " " + verdict;
    }
  }

  static Stream<Change> changes() {
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

  private static Change shares(String act, String word) {
    return change(act, word, "copy-1")
        .from("'shared':['444455556666']")
        .to("'shared':['777788889999']", Verdict.OPENS);
  }

  private static Change self(String act) {
    return change(act, "role", "cofferdam-contain")
        .from("'arn':'" + SELF + "'")
        .to("'arn':'" + SELF + "'," + DENY_ALL, Verdict.LOCKS_OUT);
  }

  private static Change allows(String act, String word) {
    var arn = "'arn':'arn:aws:iam::111122223333:" + word + "/ci'";
    return change(act, word, "ci").from(arn).to(arn + "," + ALLOW_ALL, Verdict.OPENS);
  }

  private static Change pulls(String act) {
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

  private static Change lockedOut(String act) {
    var all =
        statement("Deny")
            .replace(
                "\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"",
                "\\\"Action\\\":\\\"ecr:*\\\",\\\"Principal\\\":\\\"*\\\"");
    return change(act, "repository", "shop/model")
        .from("'arn':'arn'")
        .to("'arn':'arn','policy':'" + all + "'", Verdict.LOCKS_OUT);
  }

  private static Building change(String act, String... names) {
    return new Building(act, List.of(names), "");
  }

  private record Building(String act, List<String> names, String before) {
    Building from(String state) {
      return new Building(act, names, state);
    }

    Change to(String state, Verdict verdict) {
      return new Change(act, names, before, state, verdict);
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isRefused(Change change) {
    var proof = judge(change);
    assertThat(proof.judgements()).extracting(each -> each.verdict()).contains(change.verdict());
    assertThat(proof.allows()).isFalse();
    assertThat(proof.refusal()).isNotEmpty();
  }

  private static Proof judge(Change change) {
    var act = AwsActs.of(change.act(), NOW).orElseThrow();
    var names = new TreeMap<String, String>();
    for (var i = 0; i < change.names().size(); i += 2) {
      names.put(change.names().get(i), change.names().get(i + 1));
    }
    var target = new Target("111122223333", "eu-central-1", names);
    return new Prover(NOW, Optional.of(SELF))
        .judge(act.claims(target, state(change.before()), state(change.after())));
  }

  private static ActState state(String members) {
    try {
      return new ActState((ObjectNode) JSON.readTree("{" + members.replace('\'', '"') + "}"));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(members, bad);
    }
  }

  @Test
  void eachActHasSuchAChange() {
    assertThat(changes().map(Change::act))
        .containsAll(AwsActs.all(NOW).stream().map(Act::kind).map(kind -> kind.id()).toList());
  }
}
