package io.cofferdam.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `access` as a user runs it.
@Covers("P-01")
class AccessCommandTest {
  private static final String READ =
      "{'Version':'2012-10-17','Statement':[{'Sid':'Read','Effect':'Allow',"
          + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop-training/*'}]}";

  @TempDir Path folder;

  private static String line(String id, String action) {
    return ("{'id':'"
            + id
            + "','request':{'principal':'arn:aws:iam::111122223333:role/ci','action':'"
            + action
            + "','resource':'arn:aws:s3:::shop-training/k'},'identityPolicies':["
            + READ
            + "]}")
        .replace('\'', '"');
  }

  private Ran decide(byte[] lines) throws IOException {
    var file = Files.write(folder.resolve("batch.jsonl"), lines);
    return Ran.program(folder, "access", "decide", "--batch", file.toString());
  }

  private static List<JsonNode> answers(Ran ran) throws IOException {
    var answers = new ArrayList<JsonNode>();
    for (var line : ran.out().lines().toList()) {
      answers.add(new ObjectMapper().readTree(line));
    }
    return answers;
  }

  @Test
  void eachLineHasItsAnswerInOrder() throws IOException {
    var ran =
        decide(
            (line("a", "s3:GetObject") + "\n" + line("b", "s3:PutObject") + "\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(ran.code()).isZero();
    var answers = answers(ran);
    assertThat(answers).extracting(a -> a.get("id").asText()).containsExactly("a", "b");
    assertThat(answers)
        .extracting(a -> a.get("decision").asText())
        .containsExactly("Allowed", "ImplicitlyDenied");
    assertThat(answers.getFirst().at("/because/0/text").asText()).contains("\"Read\"");
  }

  @Test
  void badLinesAreAnsweredByAnErrorAndTheRestStillRuns() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write((line("a", "s3:GetObject") + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.write("{\"id\":2,\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}', '\n'});
    bytes.write("{\"id\":5,\"request\":[]}\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(line("f", "s3:GetObject").getBytes(StandardCharsets.UTF_8));
    var ran = decide(bytes.toByteArray());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("4 of 6 lines were not answered");
    var answers = answers(ran);
    assertThat(answers).hasSize(6);
    for (int bad : new int[] {1, 2, 3, 4}) {
      assertThat(answers.get(bad).at("/error/line").asInt()).isEqualTo(bad + 1);
      assertThat(answers.get(bad).at("/error/column").asInt()).isPositive();
      assertThat(answers.get(bad).at("/error/code").asText()).startsWith("CFD-");
      assertThat(answers.get(bad).at("/error/message").asText()).isNotBlank();
    }
    assertThat(answers.get(4).get("id").asInt()).isEqualTo(5);
    assertThat(answers.get(5).get("decision").asText()).isEqualTo("Allowed");
  }

  @Test
  void aPublicBucketHasAWitnessThatDecideAllows() throws IOException {
    var policy =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*',"
            + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop-training/*'%s}]}";
    var lines =
        ("{'id':1,'resource':'arn:aws:s3:::shop-training','resourceAccount':'111122223333',"
                + "'policy':"
                + policy.formatted("")
                + "}\n{'id':2,'resource':'arn:aws:s3:::shop-training',"
                + "'resourceAccount':'111122223333','policy':"
                + policy.formatted(
                    ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}")
                + "}\n{'id':3,'resource':'arn:aws:s3:::shop-training'}\n")
            .replace('\'', '"');
    var file = Files.writeString(folder.resolve("public.jsonl"), lines);
    var ran = Ran.program(folder, "access", "public", "--batch", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    var answers = answers(ran);
    assertThat(answers.get(0).get("answer").asText()).isEqualTo("Public");
    assertThat(answers.get(1).get("answer").asText()).isEqualTo("NotPublic");
    assertThat(answers.get(1).get("external").asBoolean()).isTrue();
    assertThat(answers.get(1).get("proof")).isNotEmpty();
    assertThat(answers.get(2).at("/error/message").asText()).contains("resourceAccount");
    var again =
        "{\"id\":1,\"request\":"
            + answers.get(0).get("witness")
            + ",\"resourcePolicy\":"
            + policy.formatted("").replace('\'', '"')
            + "}";
    assertThat(
            answers(decide(again.getBytes(StandardCharsets.UTF_8)))
                .getFirst()
                .get("decision")
                .asText())
        .isEqualTo("Allowed");
  }

  @Test
  void aDroppedConditionIsShownByARequest() throws IOException {
    var policy =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*',"
            + "'Action':'s3:GetObject','Resource':'arn:aws:s3:::shop-training/*'%s}]}";
    var guarded =
        policy.formatted(",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}");
    var lines =
        ("{'id':'drop','before':"
                + guarded
                + ",'after':"
                + policy.formatted("")
                + "}\n{'id':'same','before':"
                + guarded
                + ",'after':"
                + guarded
                + "}\n{'id':'half','before':{}}\n")
            .replace('\'', '"');
    var file = Files.writeString(folder.resolve("compare.jsonl"), lines);
    var ran = Ran.program(folder, "access", "compare", "--batch", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    var answers = answers(ran);
    assertThat(answers.get(0).get("afterAllowsMore").asText()).isEqualTo("Yes");
    assertThat(answers.get(0).at("/witness/action").asText()).isEqualTo("s3:GetObject");
    assertThat(answers.get(0).get("afterDeniesMore").asText()).isEqualTo("No");
    assertThat(answers.get(1).get("afterAllowsMore").asText()).isEqualTo("No");
    assertThat(answers.get(2).get("error")).isNotNull();
  }

  @Test
  void aPromiseIsProvedOrBrokenByARequest() throws IOException {
    var policy =
        "{'Version':'2012-10-17','Statement':[{'Sid':'Tls13','Effect':'Deny','Principal':'*',"
            + "'Action':'s3:*','Resource':['arn:aws:s3:::shop-training',"
            + "'arn:aws:s3:::shop-training/*'],'Condition':{'NumericLessThan':"
            + "{'s3:TlsVersion':'1.3'}}},{'Effect':'Deny','Principal':'*','Action':'s3:*',"
            + "'Resource':['arn:aws:s3:::shop-training','arn:aws:s3:::shop-training/*'],"
            + "'Condition':{'Bool':{'aws:SecureTransport':'false'}}}]}";
    var about = ",'resource':'arn:aws:s3:::shop-training','resourceAccount':'111122223333'";
    var tls = "'property':{'name':'TlsAtLeast','version':1.3}";
    var lines =
        String.join(
                "\n",
                "{'id':'holds'," + tls + about + ",'policy':" + policy + "}",
                "{'id':'open'," + tls + about + "}",
                "{'id':'short'," + tls + about + ",'steps':20,'policy':" + policy + "}",
                "{'id':'name','property':{'name':'TlsAtMost','version':1.3}" + about + "}",
                "{'id':'version','property':{'name':'TlsAtLeast','version':'13'}" + about + "}",
                "{'id':'kind'," + tls + ",'resource':'arn:aws:sqs:eu-west-1:111122223333:jobs'}",
                "{'id':'steps'," + tls + about + ",'steps':0}",
                "")
            .replace('\'', '"');
    var file = Files.writeString(folder.resolve("prove.jsonl"), lines);
    var ran = Ran.program(folder, "access", "prove", "--batch", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    var answers = answers(ran);
    assertThat(answers.get(0).get("answer").asText()).isEqualTo("Proved");
    assertThat(answers.get(0).get("property").asText()).isEqualTo("no request below TLS 1.3");
    assertThat(answers.get(0).get("proof").toString()).contains("Tls13");
    assertThat(answers.get(1).get("answer").asText()).isEqualTo("CounterExample");
    assertThat(answers.get(2).get("answer").asText()).isEqualTo("Unknown");
    assertThat(answers.get(2).get("undecided")).isNotEmpty();
    assertThat(answers.subList(3, 7))
        .extracting(a -> a.at("/error/code").asText())
        .containsExactly(
            "CFD-ACCESS-0115", "CFD-ACCESS-0115", "CFD-ACCESS-0116", "CFD-ACCESS-0114");
    var again =
        "{\"id\":1,\"request\":"
            + answers.get(1).get("witness")
            + ",\"identityPolicies\":["
            + READ.replace("s3:GetObject", "s3:*")
                .replace("arn:aws:s3:::shop-training/*", "*")
                .replace('\'', '"')
            + "]}";
    assertThat(
            answers(decide(again.getBytes(StandardCharsets.UTF_8)))
                .getFirst()
                .get("decision")
                .asText())
        .isEqualTo("Allowed");
  }

  @Test
  void aDeepLineIsRefusedAndNothingBreaks() throws IOException {
    var deep = "{\"id\":1,\"request\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}\n";
    var ran = decide((deep + line("b", "s3:GetObject")).getBytes(StandardCharsets.UTF_8));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(answers(ran).get(0).at("/error/message").asText()).contains("nested too deeply");
    assertThat(answers(ran).get(1).get("decision").asText()).isEqualTo("Allowed");
  }

  @Test
  void oneRequestIsExplainedInWords() throws IOException {
    var policy = Files.writeString(folder.resolve("read.json"), READ.replace('\'', '"'));
    var ran =
        Ran.program(
            folder,
            "access",
            "explain",
            "--principal",
            "arn:aws:iam::111122223333:role/ci",
            "--action",
            "s3:GetObject",
            "--resource",
            "arn:aws:s3:::shop-training/k",
            "--identity-policy",
            policy.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("ALLOWED").contains("\"Read\"");
  }

  @Test
  void whatIsMissingIsNamed() {
    var ran = Ran.program(folder, "access", "explain", "--action", "s3:GetObject");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--principal").contains("CFD-APP-0064");
  }

  @Test
  void aPolicyFileThatIsNotThereIsNamed() {
    var ran =
        Ran.program(
            folder,
            "access",
            "explain",
            "--principal",
            "anonymous",
            "--action",
            "s3:GetObject",
            "--resource",
            "*",
            "--resource-policy",
            folder.resolve("nowhere.json").toString());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("nowhere.json").contains("is not there");
  }
}
