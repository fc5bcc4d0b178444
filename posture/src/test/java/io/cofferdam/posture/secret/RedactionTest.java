package io.cofferdam.posture.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-01")
class RedactionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Invented, and put together here so that no scanner of sources takes one for real.
  private static final String PLANTED = "Zq3vXw9Kd2Lm7Pn4Rt6Yb8Hc1Jf5Gs0Ae2Ui9Wo";

  private static JsonNode redacted(String json, String... secret) throws Exception {
    var answer = JSON.readTree(json);
    Redaction.apply(answer, List.of(secret), Set.of("NextToken"));
    return answer;
  }

  @ParameterizedTest
  @CsvSource({
    "ghp_, GitHub token",
    "hf_, Hugging Face token",
    "sk-ant-, Anthropic API key",
    "sk-proj-, OpenAI API key",
    "glpat-, GitLab token",
    "sk_live_, Stripe key"
  })
  void aTokenAnywhereIsReplacedByItsKind(String prefix, String kind) throws Exception {
    var token = prefix + PLANTED.substring(0, 36);
    var clean = redacted("{\"Tags\":[{\"Key\":\"k\",\"Value\":\"set " + token + " here\"}]}");
    assertThat(clean.at("/Tags/0/Value").asText()).isEqualTo("set (not kept: " + kind + ") here");
  }

  @Test
  void aPasswordInAnAddressIsReplacedAndTheAddressStays() throws Exception {
    var clean = redacted("{\"Url\":\"postgres://shop:" + PLANTED + "@db.shop.example/orders\"}");
    assertThat(clean.path("Url").asText())
        .isEqualTo("postgres://shop:(not kept: password in an address)@db.shop.example/orders");
  }

  @Test
  void valuesThatMayBeSecretAreNeverKept() throws Exception {
    var clean =
        redacted(
            "{\"Variables\":{\"MODE\":\"live\",\"DB_PASSWORD\":\""
                + PLANTED
                + "\",\"N\":3,\"E\":\"\"}}",
            "Variables");
    assertThat(clean)
        .isEqualTo(
            JSON.readTree(
                """
                {"Variables":{"MODE":"(not kept: nothing known)",
                "DB_PASSWORD":"(not kept: named as a secret)","N":"(not kept: nothing known)","E":""}}\
                """));
  }

  @Test
  void userDataIsLookedIntoAndNotKept() throws Exception {
    var script =
        "#!/bin/sh\nexport PASSWORD='"
            + PLANTED
            + "'\ngit clone https://x:"
            + PLANTED
            + "@h.example/a";
    for (var bytes : List.of(script.getBytes(StandardCharsets.UTF_8), gzip(script))) {
      var clean =
          redacted(
              "{\"UserData\":{\"Value\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}}",
              "UserData.Value");
      assertThat(clean.at("/UserData/Value").asText())
          .isEqualTo("(not kept: password in an address, password)");
    }
  }

  @Test
  void aPrivateKeyInAPolicyIsReplacedAndThePolicyStaysJson() throws Exception {
    var policy =
        "{\\\"Statement\\\":[{\\\"Sid\\\":\\\"-----BEGIN RSA PRIVATE KEY-----\\\\nMIIB"
            + PLANTED
            + "\\\\n-----END RSA PRIVATE KEY-----\\\"}]}";
    var clean = redacted("{\"Policy\":\"" + policy + "\"}").path("Policy").asText();
    assertThat(clean).doesNotContain(PLANTED);
    assertThat(JSON.readTree(clean).at("/Statement/0/Sid").asText())
        .isEqualTo("(not kept: private key)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:ecs:eu-central-1:111122223333:task/shop-task-0123456789abcdef0123456789abcdef01",
        "arn:aws:iam::111122223333:role/disk-0123456789abcdef0123456789abcdef0123",
        "AKIAIOSFODNN7EXAMPLE",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "https://oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
        "password policy of the account"
      })
  void whatOnlyLooksAlikeStays(String text) throws Exception {
    assertThat(redacted("{\"A\":\"" + text + "\"}").path("A").asText()).isEqualTo(text);
  }

  @Test
  void theTokenOfTheNextPageStays() throws Exception {
    var token = "eyJ" + PLANTED + ".eyJ" + PLANTED + "." + PLANTED;
    var clean = redacted("{\"NextToken\":\"" + token + "\",\"Other\":\"" + token + "\"}");
    assertThat(clean.path("NextToken").asText()).isEqualTo(token);
    assertThat(clean.path("Other").asText()).isEqualTo("(not kept: JSON web token)");
  }

  @Test
  void aMemberDeepDownThatIsNamedAsThatTokenIsNoToken() throws Exception {
    var token = "hf_" + PLANTED.substring(0, 36);
    var clean = redacted("{\"Tags\":{\"NextToken\":\"" + token + "\"},\"NextToken\":\"n\"}");
    assertThat(clean.toString()).doesNotContain(token).contains("\"NextToken\":\"n\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Tags\":[{\"Key\":\"db-password\",\"Value\":\"Tulpe9Kahn\"}]}",
        "{\"TagSet\":[{\"Key\":\"API_KEY\",\"Value\":\"Tulpe9Kahn\"}]}",
        "{\"a\":{\"tags\":[{\"key\":\"client-secret\",\"value\":\"Tulpe9Kahn\"}]}}",
        "{\"Tags\":{\"token\":\"Tulpe9Kahn\"}}",
        "{\"Url\":\"redis://:Tulpe9Kahn@cache.shop.example:6379\"}",
        "{\"Description\":\"Password: Tulpe9Kahn for the time being\"}",
        "{\"Jdbc\":\"jdbc:postgresql://h.example/d?user=a&password=Tulpe9Kahn&ssl=true\"}",
        "{\"Note\":\"{\\\"password\\\":\\\"Tulpe9Kahn\\\"}\"}",
        "{\"Note\":\"{\\\"a\\\":\\\"{\\\\\\\"PASSWORD\\\\\\\":\\\\\\\"Tulpe9Kahn\\\\\\\"}\\\"}\"}"
      })
  void aSecretInATagADescriptionOrAnAddressIsReplaced(String answer) throws Exception {
    assertThat(redacted(answer).toString()).doesNotContain("Tulpe9Kahn").contains("(not kept: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Tags\":[{\"Key\":\"secret-rotation\",\"Value\":\"true\"}]}",
        "{\"Tags\":[{\"Key\":\"data-class\",\"Value\":\"customer-prompts\"}]}",
        "{\"Tags\":[{\"Key\":\"db-secret\",\"Value\":\"arn:aws:secretsmanager:eu-central-1:111122223333:secret:a\"}]}",
        "{\"Parameters\":[{\"ParameterName\":\"password_encryption\",\"ParameterValue\":\"scram-sha-256\"}]}",
        "{\"T\":\"password=${DB_PASSWORD}\"}",
        "{\"T\":\"password={{resolve:secretsmanager:db:SecretString:password}}\"}"
      })
  void aTagThatOnlySoundsSecretStays(String answer) throws Exception {
    assertThat(redacted(answer)).isEqualTo(JSON.readTree(answer));
  }

  @Test
  void aStepOfTwoStarsGoesAnyWayDown() throws Exception {
    var clean =
        redacted(
            "{\"Rules\":[{\"Statement\":{\"AndStatement\":{\"Statements\":[{\"ByteMatchStatement\":"
                + "{\"SearchString\":\"aGlkZGVu\",\"PositionalConstraint\":\"EXACTLY\"}}]}}}]}",
            "Rules.**.SearchString");
    assertThat(clean.toString()).doesNotContain("aGlkZGVu").contains("EXACTLY", "SearchString");
  }

  @Test
  void aHugeTextWithoutAnEndTakesNoTime() throws Exception {
    var text = "-----BEGIN PRIVATE KEY-----" + "a".repeat(2_000_000) + "://" + "b:".repeat(100_000);
    assertThat(redacted("{\"A\":\"" + text + "\"}", "A").path("A").asText())
        .startsWith("(not kept: private key");
    assertThat(redacted("{\"A\":\"" + text + "\"}").path("A").asText()).startsWith("(not kept");
  }

  private static byte[] gzip(String text) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
