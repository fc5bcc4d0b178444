package io.cofferdam.access.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.ProcessorTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyParserTest {
  private static PolicyReading parse(String text) {
    return PolicyParser.parse(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CFD-ACCESS-0001 | {'Version':",
        "CFD-ACCESS-0001 | {'Version':'2012-10-17','Version':'2012-10-17','Statement':[]}",
        "CFD-ACCESS-0001 | {} {}",
        "CFD-ACCESS-0002 | []",
        "CFD-ACCESS-0003 | {'Version':'2012-10-17'}",
        "CFD-ACCESS-0004 | {'Statement':'all'}",
        "CFD-ACCESS-0005 | {'Version':'2020-01-01','Statement':[]}",
        "CFD-ACCESS-0007 | {'Statement':{'Effect':'allow','Action':'s3:*','Resource':'*'}}",
        "CFD-ACCESS-0008 | {'Statement':{'Effect':'Allow','Action':'GetObject','Resource':'*'}}",
        "CFD-ACCESS-0009 | {'Statement':{'Effect':'Allow','Actions':'s3:*','Resource':'*'}}",
        "CFD-ACCESS-0010 | {'Statement':{'Effect':'Allow','Action':'s3:*','NotAction':'s3:*'}}",
        "CFD-ACCESS-0011 | {'Statement':{'Effect':'Allow','Resource':'*'}}",
        "CFD-ACCESS-0012 | {'Statement':{'Effect':'Allow','Action':[],'Resource':'*'}}",
        "CFD-ACCESS-0013 | {'Statement':{'Effect':'Allow','Action':{'a':1},'Resource':'*'}}",
        "CFD-ACCESS-0015 | {'Statement':{'Effect':'Allow','Principal':'me','Action':'s3:*'}}",
        "CFD-ACCESS-0016 | {'Statement':{'Effect':'Allow','Principal':{'Az':'x'},'Action':'s3:*'}}",
        "CFD-ACCESS-0017 |"
            + " {'Statement':{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/*'},"
            + "'Action':'s3:*'}}",
        "CFD-ACCESS-0018 | {'Statement':{'Effect':'Allow','Principal':{'AWS':'12'},'Action':'s3:*'}}",
        "CFD-ACCESS-0020 | {'Statement':{'Effect':'Allow','Action':'s3:*','Condition':{'Like':{}}}}",
        "CFD-ACCESS-0021 | {'Statement':{'Effect':'Allow','Action':'s3:*','Condition':{'Bool':1}}}",
        "CFD-ACCESS-0023 |"
            + " {'Statement':{'Effect':'Allow','Action':'s3:*','Condition':{'Bool':{'k':{}}}}}",
      })
  void mistakeIsRefusedByCode(String code, String text) {
    assertThat(parse(text))
        .isInstanceOfSatisfying(
            PolicyReading.Refused.class,
            refused ->
                assertThat(refused.problems()).extracting(PolicyProblem::code).contains(code));
  }

  @Test
  void mistakeTellsItsPlaceAndTheNearestName() {
    assertThat(parse("{'Statement':\n  {'Effect':'Allow',\n   'Actions':'s3:*'}}"))
        .isInstanceOfSatisfying(
            PolicyReading.Refused.class,
            refused ->
                assertThat(refused.problems().toString())
                    .contains("line 3, column 14")
                    .contains("did you mean `Action`"));
  }

  @Test
  void versionDecidesWhetherVariablesAreResolved() {
    assertThat(Template.of("${aws:username}", PolicyVersion.V2008_10_17).variables()).isEmpty();
    assertThat(Template.of("${aws:username}", PolicyVersion.V2012_10_17).variables())
        .containsExactly("aws:username");
    assertThat(parse("{'Statement':[]}").asOptional().orElseThrow().version())
        .isEqualTo(PolicyVersion.V2008_10_17);
  }

  @Test
  void deepNestingIsRefused() {
    String text = "{\"Statement\":" + "[".repeat(100_000);
    assertThat(PolicyParser.parse(text))
        .isInstanceOfSatisfying(
            PolicyReading.Refused.class,
            refused -> assertThat(refused.problems().get(0).message()).contains("deep"));
  }

  @Test
  void twentyMegabytesAreReadInSeconds() {
    String action = "\"s3:GetObject" + "x".repeat(1_000) + "\",";
    String text =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":["
            + action.repeat(20_000)
            + "\"s3:*\"],\"Resource\":\"*\"}}";
    ProcessorTime start = ProcessorTime.begin();
    assertThat(PolicyParser.parse(text)).isInstanceOf(PolicyReading.Read.class);
    assertThat(start.used()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void messagesDoNotRepeatLongOrControlText() {
    assertThat(
            parse("{'Statement':{'Effect':'Allow','" + "z".repeat(500) + "\\u0007':1}}").toString())
        .doesNotContain("z".repeat(100));
  }
}
