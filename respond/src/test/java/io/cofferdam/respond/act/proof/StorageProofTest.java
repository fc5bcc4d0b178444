package io.cofferdam.respond.act.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Claim.Storage.Outsiders;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a change to a storage account of Azure comes to.
@Covers("R-03")
class StorageProofTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private static JsonNode json(String members) {
    try {
      return JSON.readTree("{" + members.replace('\'', '"') + "}");
    } catch (JsonProcessingException bad) {
      throw new AssertionError(members, bad);
    }
  }

  private static String account(String settings, String levels) {
    return "'account':{'id':'/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/"
        + "storageAccounts/shop','name':'shop','properties':{"
        + settings
        + "}},'containers':{"
        + levels
        + "}";
  }

  private static Judgement judged(Outsiders closes, String before, String after) {
    var claim = new Claim.Storage("account shop", closes, json(before), json(after));
    return new Prover(NOW, Optional.empty()).judge(List.of(claim)).judgements().getFirst();
  }

  private static Judgement settings(Outsiders closes, String before, String after) {
    var levels = "'training':{'publicAccess':'Container'}";
    return judged(closes, account(before, levels), account(after, levels));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ANONYMOUS | 'allowBlobPublicAccess':true | 'allowBlobPublicAccess':false | PROVED",
        "ANONYMOUS | 'a':1 | 'allowBlobPublicAccess':false | PROVED",
        "ANONYMOUS | 'allowBlobPublicAccess':false | 'allowBlobPublicAccess':false | UNCHANGED",
        "ANONYMOUS | 'allowBlobPublicAccess':false | 'a':1 | UNKNOWN",
        "ANONYMOUS | 'allowBlobPublicAccess':true | 'allowBlobPublicAccess':'perhaps' | UNKNOWN",
        "KEY_HOLDERS | 'a':1 | 'allowSharedKeyAccess':false | PROVED",
        "KEY_HOLDERS | 'allowSharedKeyAccess':true | 'a':1 | STILL_OPEN",
        "KEY_HOLDERS | 'allowSharedKeyAccess':false | 'a':1 | OPENS",
        "KEY_HOLDERS | 'a':1 | 'allowSharedKeyAccess':false,'allowBlobPublicAccess':true | PROVED",
        "PUBLIC_NETWORKS | 'a':1 | 'publicNetworkAccess':'Disabled' | PROVED",
        "PUBLIC_NETWORKS | 'a':1 | 'publicNetworkAccess':'SecuredByPerimeter' | UNKNOWN",
        "PUBLIC_NETWORKS | 'a':1 | 'networkAcls':{'defaultAction':'Deny'} | PROVED",
        "UNNAMED_NETWORKS | 'a':1 | 'networkAcls':{'defaultAction':'Deny'} | PROVED",
        "UNNAMED_NETWORKS | 'a':1 | 'networkAcls':{'defaultAction':'Allow'} | STILL_OPEN"
      })
  void aSettingShutsOutWhomItIsMeantFor(
      Outsiders closes, String before, String after, Verdict verdict) {
    assertThat(settings(closes, before, after).verdict()).isEqualTo(verdict);
  }

  @Test
  void whomItStopsIsTold() {
    var rules = "'ipRules':[{'value':'198.51.100.0/24'}],'virtualNetworkRules':[{'id':'/subnet'}]";
    var allow = "'networkAcls':{'defaultAction':'Allow'," + rules + "}";
    var deny = "'networkAcls':{'defaultAction':'Deny'," + rules + "}";
    assertThat(settings(Outsiders.UNNAMED_NETWORKS, allow, deny).cuts())
        .containsExactly("requests could come from networks that no rule names");
    assertThat(
            settings(Outsiders.PUBLIC_NETWORKS, deny, deny + ",'publicNetworkAccess':'Disabled'")
                .cuts())
        .containsExactly(
            "requests could come from the addresses from 198.51.100.0, which a rule names",
            "requests could come from subnet /subnet, which a rule names");
    assertThat(settings(Outsiders.KEY_HOLDERS, "'a':1", "'allowSharedKeyAccess':false").cuts())
        .hasSize(4)
        .allMatch(each -> each.startsWith("who has "));
  }

  @Test
  void rulesForTheNewAddressesAreNotJudged() {
    var deny = "'networkAcls':{'defaultAction':'Deny','ipv6Rules':[{'value':'2001:db8::/32'}]}";
    assertThat(settings(Outsiders.UNNAMED_NETWORKS, "'a':1", deny).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  private static String container(String level, String policies) {
    return "'containers':{'training':{'publicAccess':'"
        + level
        + "','policies':{"
        + policies
        + "}}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blob | '' | none | '' | PROVED",
        "container | '' | blob | '' | STILL_OPEN",
        "none | '' | none | '' | UNCHANGED",
        "none | '' | blob | '' | OPENS",
        "blob | '' | none | 'p':{'Permission':'r'} | OPENS",
        "blob | '' | none | 'p':{'Permission':'r','Start':'2027-01-01T00:00:00Z'} | OPENS",
        "blob | '' | none | 'p':{'Permission':'r','Expiry':'2020-01-01T00:00:00Z'} | PROVED",
        "blob | 'p':{'Permission':'r'} | none | 'p':{'Permission':'rl'} | OPENS",
        "blob | 'p':{'Permission':'r'} | none | 'p':{} | OPENS",
        "blob | 'p':{'Permission':'r'} | none | 'p':{'Permission':'r'} | PROVED",
        "blob | 'p':{'Permission':'r'} | none | '' | PROVED",
        "blob | '' | none | 'p':{'Permission':'r','Expiry':'next year'} | UNKNOWN",
        "blob | '' | all | '' | UNKNOWN"
      })
  void aContainerIsClosedAndItsPoliciesGiveNoMore(
      String before, String then, String after, String now, Verdict verdict) {
    var judgement =
        judged(
            Outsiders.ANONYMOUS,
            container(before, then.equals("''") ? "" : then),
            container(after, now.equals("''") ? "" : now));
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(verdict);
  }

  @Test
  void aKeyThatWasGivenUpIsRefused() {
    var members = account("'allowSharedKeyAccess':true", "");
    assertThat(
            judged(
                    Outsiders.OLD_KEY_HOLDERS,
                    members + ",'oldKey':true",
                    members + ",'oldKey':false")
                .verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(
            judged(
                    Outsiders.OLD_KEY_HOLDERS,
                    members + ",'oldKey':true",
                    members + ",'oldKey':true")
                .verdict())
        .isEqualTo(Verdict.STILL_OPEN);
  }

  @Test
  void whatIsNoAccountIsNotJudged() {
    assertThat(judged(Outsiders.ANONYMOUS, "'account':'shop'", "'account':[]").verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }
}
