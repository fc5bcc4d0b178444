package io.cofferdam.respond.act.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Claim.Entries.Entry;
import io.cofferdam.respond.spi.Claim.Traffic.Rule;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers("R-03")
class ProverTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SELF = "arn:aws:iam::111122223333:role/cofferdam-contain";
  private static final String PUBLIC =
      policy(
          "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::shop/*'");
  private static final String PARTNER =
      policy(
          "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::444455556666:root'},"
              + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop/*'");
  private static final String ROOT =
      "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'kms:*',"
          + "'Resource':'*'";
  private static final String BLOCK =
      "'block':{'BlockPublicAcls':true,'IgnorePublicAcls':true,'BlockPublicPolicy':true,"
          + "'RestrictPublicBuckets':true}";

  private static String policy(String statement) {
    return "{'Version':'2012-10-17','Statement':[{" + statement + "}]}";
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException bad) {
      throw new AssertionError(text, bad);
    }
  }

  private static String bucket(String policy, String more) {
    return "{'policy':'"
        + policy.replace("'", "\\\"")
        + "'"
        + (more.isEmpty() ? "" : "," + more)
        + ",'ownership':'BucketOwnerEnforced','acl':{'Grants':[]}}";
  }

  private static Judgement judge(Claim claim) {
    return judge(claim, Optional.of(SELF));
  }

  private static Judgement judge(Claim claim, Optional<String> self) {
    return new Prover(Instant.parse("2026-11-22T03:00:00Z"), self)
        .judge(List.of(claim))
        .judgements()
        .getFirst();
  }

  private static Claim.Bucket change(String before, String after) {
    return new Claim.Bucket("bucket shop", "shop", "111122223333", json(before), json(after));
  }

  @Test
  void aBlockOverAPublicPolicyCloses() {
    var judgement = judge(change(bucket(PUBLIC, ""), bucket(PUBLIC, BLOCK)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(judgement.cuts()).contains("anyone could read objects");
  }

  @Test
  void aBlockThatIsNotWholeLeavesItOpen() {
    var half = BLOCK.replace("'RestrictPublicBuckets':true", "'RestrictPublicBuckets':false");
    var judgement = judge(change(bucket(PUBLIC, ""), bucket(PUBLIC, half)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.STILL_OPEN);
    assertThat(judgement.words()).isEqualTo("anyone can read objects");
  }

  @Test
  void aPolicyThatNamesAnotherAccountOpens() {
    var other = PARTNER.replace("444455556666", "777788889999");
    assertThat(judge(change(bucket(PARTNER, BLOCK), bucket(other, BLOCK))).verdict())
        .isEqualTo(Verdict.OPENS);
  }

  @Test
  void aPolicyThatNewlyLetsItsPartnerWriteOpens() {
    var write = PARTNER.replace("s3:GetObject", "s3:*Object");
    assertThat(judge(change(bucket(PARTNER, BLOCK), bucket(write, BLOCK))).verdict())
        .isEqualTo(Verdict.OPENS);
  }

  @Test
  void liftingTheBlockOpens() {
    assertThat(judge(change(bucket(PUBLIC, BLOCK), bucket(PUBLIC, ""))).verdict())
        .isEqualTo(Verdict.OPENS);
  }

  @Test
  void aListThatCannotBeReadIsNotProved() {
    var before = bucket(PARTNER, "").replace("'ownership':'BucketOwnerEnforced',", "");
    var after = before.replace("{'Grants':[]}", "{'Grants':[{'Grantee':{'Type':'?'}}]}");
    assertThat(judge(change(before, after)).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  /// Lists of single objects are not read: without the block they may open what the bucket shuts.
  @Test
  void closedIsNotClaimedWhereListsOfSingleObjectsCount() {
    var lists = "{'acl':{'Grants':[]}}";
    assertThat(judge(change(lists, lists)).verdict()).isEqualTo(Verdict.UNKNOWN);
    var closed = judge(change(lists, "{'acl':{'Grants':[]}," + BLOCK + "}"));
    assertThat(closed.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(closed.words()).endsWith("whether somebody could is not known");
  }

  @Test
  void accountsThatWereNotAskedAboutAreCounted() {
    var named = new StringBuilder();
    for (var i = 0; i < 52; i++) {
      named
          .append(i == 0 ? "" : ",")
          .append("'arn:aws:iam::4444555566")
          .append(10 + i)
          .append(":root'");
    }
    var many = PARTNER.replace("'arn:aws:iam::444455556666:root'", "[" + named + "]");
    assertThat(judge(change(bucket(many, BLOCK), bucket(many, BLOCK))).cuts())
        .containsExactly("2 further accounts that the policy names were not asked about");
  }

  @Test
  void sharesMayOnlyBecomeFewer() {
    assertThat(judge(new Claim.Shares("copy", Set.of("1", "2"), Set.of("1"), "all")).verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(judge(new Claim.Shares("copy", Set.of("1"), Set.of("2"), "all")).verdict())
        .isEqualTo(Verdict.OPENS);
    assertThat(judge(new Claim.Shares("copy", Set.of("1"), Set.of("all"), "all")).verdict())
        .isEqualTo(Verdict.OPENS);
    assertThat(judge(new Claim.Shares("copy", Set.of(), Set.of(), "all")).verdict())
        .isEqualTo(Verdict.UNCHANGED);
  }

  @Test
  void aDenialMayNotAllowAnything() {
    var deny =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    assertThat(judge(new Claim.Denial("p", Optional.empty(), Optional.of(deny), "x")).verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(
            judge(
                    new Claim.Denial(
                        "p", Optional.empty(), Optional.of(deny.replace("Deny", "Allow")), "x"))
                .verdict())
        .isEqualTo(Verdict.OPENS);
    assertThat(judge(new Claim.Denial("p", Optional.of(deny), Optional.empty(), "x")).verdict())
        .isEqualTo(Verdict.OPENS);
  }

  @Test
  void stoppingTheRoleThatActsLocksOut() {
    assertThat(judge(new Claim.Self("role", SELF)).verdict()).isEqualTo(Verdict.LOCKS_OUT);
    assertThat(judge(new Claim.Self("role", SELF + "-2")).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(
            judge(new Claim.Self("role", "arn:aws:iam::111122223333:role/ops/cofferdam-contain"))
                .verdict())
        .as("names of roles are unique in an account, whatever the path")
        .isEqualTo(Verdict.LOCKS_OUT);
    assertThat(
            judge(new Claim.Self("role", "arn:aws:iam::444455556666:role/cofferdam-contain"))
                .verdict())
        .isEqualTo(Verdict.UNCHANGED);
    assertThat(judge(new Claim.Self("role", SELF), Optional.empty()).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aDenialOfTheWayBackLocksOut() {
    var needed = List.of(new Permission("s3:PutBucketPolicy", "arn:aws:s3:::shop"));
    var all =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
            + "\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::shop\"}]}";
    assertThat(judge(new Claim.WayIn("bucket", all, needed)).verdict())
        .isEqualTo(Verdict.LOCKS_OUT);
    assertThat(judge(new Claim.WayIn("bucket", all.replace("s3:*", "s3:Get*"), needed)).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void trafficMayOnlyBecomeLess() {
    var web = new Rule(true, "tcp", 443, 443, "0.0.0.0/0");
    var office = new Rule(true, "tcp", 443, 443, "203.0.113.0/24");
    var ssh = new Rule(true, "tcp", 22, 22, "203.0.113.0/24");
    var peer = new Rule(true, "tcp", 443, 443, "sg-1");
    var out = new Rule(false, "-1", 0, 65_535, "0.0.0.0/0");
    assertThat(traffic(List.of(web, out), List.of()).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(traffic(List.of(web), List.of(office)).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(traffic(List.of(office), List.of(web)).verdict()).isEqualTo(Verdict.OPENS);
    assertThat(traffic(List.of(office), List.of(office, ssh)).verdict()).isEqualTo(Verdict.OPENS);
    assertThat(traffic(List.of(office), List.of(peer)).verdict()).isEqualTo(Verdict.OPENS);
    assertThat(traffic(List.of(web), List.of(web)).verdict()).isEqualTo(Verdict.UNCHANGED);
    var any = new Rule(true, "-1", 0, 65_535, "203.0.113.0/24");
    assertThat(traffic(List.of(any), List.of(ssh)).verdict()).isEqualTo(Verdict.PROVED);
    var six = new Rule(true, "tcp", 443, 443, "::/0");
    assertThat(traffic(List.of(web), List.of(web, six)).verdict()).isEqualTo(Verdict.OPENS);
  }

  @Test
  void whatIsKeptMayOnlyBecomeMore() {
    assertThat(judge(new Claim.Kept("log", Set.of("a"), Set.of("a", "b"), "b too")).verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(judge(new Claim.Kept("log", Set.of("a"), Set.of("b", "c"), "b")).verdict())
        .isEqualTo(Verdict.LOSES);
    assertThat(judge(new Claim.Kept("log", Set.of("a"), Set.of("a"), "")).verdict())
        .isEqualTo(Verdict.UNCHANGED);
  }

  @Test
  void theFirstEntryThatMatchesDecides() {
    var web = new Entry(true, 100, true, "6", 443, 443, false, "0.0.0.0/0");
    var deny = new Entry(true, 90, false, "-1", 0, 65_535, false, "203.0.113.0/24");
    var late = new Entry(true, 110, false, "-1", 0, 65_535, false, "203.0.113.0/24");
    assertThat(entries(List.of(web), List.of(deny, web)).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(entries(List.of(deny, web), List.of(web)).verdict()).isEqualTo(Verdict.OPENS);
    assertThat(entries(List.of(web), List.of(web, late)).verdict()).isEqualTo(Verdict.UNCHANGED);
    var all = new Entry(true, 100, true, "-1", 0, 65_535, false, "0.0.0.0/0");
    assertThat(entries(List.of(web), List.of(all)).verdict()).isEqualTo(Verdict.OPENS);
    var out = new Entry(false, 100, true, "6", 443, 443, false, "0.0.0.0/0");
    assertThat(entries(List.of(web), List.of(out)).verdict()).isEqualTo(Verdict.OPENS);
    var six = new Entry(true, 90, false, "-1", 0, 65_535, false, "::/0");
    assertThat(entries(List.of(web), List.of(six, web)).verdict()).isEqualTo(Verdict.UNCHANGED);
    var code = new Entry(true, 80, false, "1", 3, 3, true, "0.0.0.0/0");
    assertThat(entries(List.of(web), List.of(code, web)).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static Judgement entries(List<Entry> before, List<Entry> after) {
    return judge(new Claim.Entries("ACL", before, after));
  }

  @Test
  void whoeverThePolicyLetInMustStillGetIn() {
    var root = "arn:aws:iam::111122223333:root";
    var needed = List.of(new Permission("kms:PutKeyPolicy", "arn:aws:kms:eu-central-1:1:key/k"));
    var before = Optional.of(policy(ROOT).replace('\'', '"'));
    var deny = "'Effect':'Deny','Principal':'*','Action':'kms:Put*','Resource':'*'";
    var denied = Optional.of(policy(ROOT + "},{" + deny).replace('\'', '"'));
    var dropped = Optional.of(policy(deny.replace("Put*", "Get*")).replace('\'', '"'));
    for (var after : List.of(denied, dropped)) {
      assertThat(judge(new Claim.Keeps("key", Optional.of(root), before, after, needed)).verdict())
          .isEqualTo(Verdict.LOCKS_OUT);
    }
    assertThat(judge(new Claim.Keeps("key", Optional.of(root), before, before, needed)).verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(judge(new Claim.Keeps("key", Optional.empty(), before, denied, needed)).verdict())
        .isEqualTo(Verdict.LOCKS_OUT);
    assertThat(
            judge(
                    new Claim.Keeps("key", Optional.empty(), before, denied, needed),
                    Optional.empty())
                .verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  private static Judgement traffic(List<Rule> before, List<Rule> after) {
    return judge(new Claim.Traffic("interface", before, after));
  }
}
