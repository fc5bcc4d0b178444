package io.cofferdam.access.aws.estate.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.ShopOrganisation;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Covers("P-02")
class EstateReaderTest {
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";

  private static List<EstateProblem> refused(String json) {
    EstateReading reading = EstateReader.read(json.replace('\'', '"'));
    assertThat(reading).isInstanceOf(EstateReading.Refused.class);
    return ((EstateReading.Refused) reading).problems();
  }

  private static String withUserPolicy(String policy) {
    return "{\"organisation\":null,\"accounts\":[{\"id\":\"111122223333\",\"iam\":{\"UserDetailList\":[{"
        + "\"UserName\":\"u\",\"Arn\":\"arn:aws:iam::111122223333:user/u\",\"UserPolicyList\":[{"
        + "\"PolicyName\":\"p\",\"PolicyDocument\":"
        + policy
        + "}]}]}}]}";
  }

  private static EstatePrincipal user(String json) {
    Estate estate = EstateReader.read(json).asOptional().orElseThrow();
    return estate.principal("arn:aws:iam::111122223333:user/u").orElseThrow();
  }

  @Test
  void policiesMayBeObjectsTextOrUrlEncoded() {
    String text = POLICY.replace("\"", "\\\"");
    String encoded = URLEncoder.encode(POLICY, StandardCharsets.UTF_8).replace("+", "%20");
    EstatePrincipal asObject = user(withUserPolicy(POLICY));
    EstatePrincipal asText = user(withUserPolicy("\"" + text + "\""));
    EstatePrincipal asEncoded = user(withUserPolicy("\"" + encoded + "\""));
    assertThat(asText.policies().get(0).document().orElseThrow().statements()).hasSize(1);
    assertThat(asEncoded.policies()).isEqualTo(asText.policies());
    assertThat(asObject.policies().get(0).document()).isPresent();
  }

  @Test
  void aPolicyThatIsNotUnderstoodIsUnknownWithAWarning() {
    EstateReading reading = EstateReader.read(withUserPolicy("{\"Version\":\"2042-01-01\"}"));
    assertThat(reading).isInstanceOf(EstateReading.Read.class);
    List<EstateProblem> warnings = ((EstateReading.Read) reading).warnings();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).code()).isEqualTo("CFD-ACCESS-0406");
    assertThat(warnings.get(0).part())
        .isEqualTo("accounts[0].iam.UserDetailList[0].UserPolicyList[0].PolicyDocument");
    assertThat(
            reading
                .asOptional()
                .orElseThrow()
                .principals()
                .values()
                .iterator()
                .next()
                .policies()
                .get(0)
                .document())
        .isEmpty();
  }

  @Test
  void absentIsUnknownAndNullIsNone() {
    String json = "{'resources':[{'arn':'arn:aws:s3:::a','policy':null},{'arn':'arn:aws:s3:::b'}]}";
    Estate estate = EstateReader.read(json.replace('\'', '"')).asOptional().orElseThrow();
    assertThat(estate.resources().get("arn:aws:s3:::a").policy()).isInstanceOf(Part.Absent.class);
    assertThat(estate.resources().get("arn:aws:s3:::b").policy()).isInstanceOf(Part.Unknown.class);
    assertThat(estate.organisation()).isInstanceOf(Part.Unknown.class);
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() {
    List<EstateProblem> problems =
        refused(
            "{'accounts':[{'id':'12'},\n {'id':'111122223333','iam':{'UserDetailList':{}}}],\n"
                + "'resources':[{'arn':'nonsense','polici':{}}, 5]}");
    assertThat(problems)
        .extracting(EstateProblem::toString)
        .containsExactlyInAnyOrder(
            "CFD-ACCESS-0414 line 1, column 14, accounts[0]: `id` is not an account"
                + " [expected 12 digits]",
            "CFD-ACCESS-0402 line 2, column 47, accounts[1].iam.UserDetailList: an object"
                + " [expected an array]",
            "CFD-ACCESS-0412 line 3, column 14, resources[0]: `arn` is not an ARN"
                + " [expected six fields]",
            "CFD-ACCESS-0404 line 3, column 41, resources[0]: unknown member `polici`"
                + " [expected one of arn, account, policy, tags, runsAs]",
            "CFD-ACCESS-0402 line 3, column 46, resources[1]: a number [expected an object]");
  }

  @Test
  void duplicatesAndDanglingParentsAreRefused() {
    assertThat(refused("{'resources':[{'arn':'arn:aws:s3:::a'},{'arn':'arn:aws:s3:::a'}]}"))
        .extracting(EstateProblem::code)
        .containsExactly("CFD-ACCESS-0405");
    assertThat(refused("{'organisation':null,'accounts':[{'id':'111122223333','parent':'ou-x'}]}"))
        .extracting(EstateProblem::code)
        .containsExactly("CFD-ACCESS-0408");
  }

  @Test
  void cutAndScrambledTextNeverThrows() {
    String json = ShopOrganisation.json(3);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder(json);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setLength(at + 1);
          case 1 -> text.setCharAt(at, "{}[]\",:\u0000é9".charAt(random.nextInt(10)));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        }
        if (text.isEmpty()) {
          break;
        }
      }
      if (EstateReader.read(text.toString())
          instanceof EstateReading.Refused(List<EstateProblem> problems)) {
        assertThat(problems).as("%s", text).isNotEmpty();
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
      }
    }
    assertThat(EstateReader.read("[".repeat(100_000))).isInstanceOf(EstateReading.Refused.class);
    assertThat(EstateReader.read("7")).isInstanceOf(EstateReading.Refused.class);
  }

  @Test
  void schemaAcceptsWhatTheReaderAcceptsAndRefusesMisspelling() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream stream = EstateReader.class.getResourceAsStream("estate.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
      JsonNode good = mapper.readTree(ShopOrganisation.json(5));
      assertThat(schema.validate(good)).isEmpty();
      JsonNode bad =
          mapper.readTree("{\"accounts\":[{\"id\":\"12\"}],\"resources\":[{\"polici\":1}]}");
      assertThat(schema.validate(bad)).hasSizeGreaterThanOrEqualTo(2);
    }
  }
}
