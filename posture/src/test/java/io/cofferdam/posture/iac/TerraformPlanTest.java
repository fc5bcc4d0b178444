package io.cofferdam.posture.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.iac.terraform.TerraformPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-01")
class TerraformPlanTest {
  private static final Optional<String> OWN = Optional.of("111122223333");
  private static final String ASSETS = "module.web[\"eu\"].aws_s3_bucket.assets[0]";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "aws.s3.bpa-bucket,           aws_s3_bucket.training, Met",
    "aws.s3.acl-disabled,         aws_s3_bucket.training, Met",
    "aws.s3.sse-cmk,              aws_s3_bucket.training, Met",
    "aws.s3.public-read-effective,aws_s3_bucket.training, Undetermined",
    "aws.s3.tls-only,             aws_s3_bucket.training, Undetermined",
    "aws.s3.data-events,          aws_s3_bucket.training, Undetermined",
    "aws.kms.rotation,            aws_kms_key.training,   Violated",
    "aws.kms.external-access,     aws_kms_key.training,   Met",
  })
  void resourcesOfAPlanAreJudgedAsLiveOnes(String control, String address, String outcome)
      throws IOException {
    assertThat(plan(OWN).outcome(control, address)).isEqualTo(outcome);
  }

  @Test
  void partsInAModuleWithCountFindEachOther() throws IOException {
    var judged = plan(OWN);
    assertThat(judged.outcome("aws.s3.bpa-bucket", ASSETS)).isEqualTo("Violated");
    assertThat(judged.outcome("aws.s3.public-read-effective", ASSETS)).isEqualTo("Met");
  }

  @Test
  void whatIsKnownOnlyAfterApplyIsNamed() throws IOException {
    assertThat(plan(OWN).finding("aws.s3.tls-only", "aws_s3_bucket.training").outcome())
        .isEqualTo(new Outcome.Undetermined(java.util.List.of("`policy`: known only after apply")));
  }

  @Test
  void aSensitiveValueIsNeverShownAndDecidesNothing() throws IOException {
    var text = Files.readString(Judged.sample("plan.json", folder));
    var file = folder.resolve("sensitive.json");
    Files.writeString(
        file,
        text.replace(
            "\"values\":{\"enable_key_rotation\":false,\"is_enabled\":true},\"sensitive_values\":{}",
            "\"values\":{\"enable_key_rotation\":false,\"is_enabled\":true},\"sensitive_values\":"
                + "{\"enable_key_rotation\":true}"));
    assertThat(Judged.terraform(file, OWN).outcome("aws.kms.rotation", "aws_kms_key.training"))
        .isEqualTo("Undetermined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"format_version\":\"1.2\"",
        "{\"format_version\":\"2.0\",\"planned_values\":{\"root_module\":{}}}",
        "{\"format_version\":\"1.0\",\"values\":{}}",
        "{\"format_version\":\"1.0\",\"planned_values\":[]}",
        "{\"format_version\":\"1.0\",\"format_version\":\"1.0\",\"planned_values\":{\"root_module\":{}}}",
        "not json"
      })
  void whatIsNoPlanIsRefusedWithItsPlace(String text) throws IOException {
    var file = folder.resolve("bad.json");
    Files.writeString(file, text);
    assertThatThrownBy(() -> TerraformPlan.read(file))
        .isInstanceOf(CofferdamException.class)
        .hasMessageMatching("(?s).*bad\\.json:\\d+:\\d+: .*");
  }

  @Test
  void nestingWithoutEndIsRefused() throws IOException {
    var file = folder.resolve("deep.json");
    Files.write(file, "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> TerraformPlan.read(file)).isInstanceOf(CofferdamException.class);
  }

  @Test
  void everyBeginningOfAPlanIsRefusedOrRead() throws IOException {
    var text = Files.readString(Judged.sample("plan.json", folder));
    var file = folder.resolve("cut.json");
    for (var end = 0; end < text.length() - 2; end += 97) {
      Files.writeString(file, text.substring(0, end));
      assertThatThrownBy(() -> TerraformPlan.read(file)).isInstanceOf(CofferdamException.class);
    }
  }

  private Judged plan(Optional<String> account) throws IOException {
    return Judged.terraform(Judged.sample("plan.json", folder), account);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"aws_s3_bucket\",\"values\":{}}",
        "{\"address\":\"aws_s3_bucket.a\",\"values\":{}}",
        "{\"address\":\"aws_s3_bucket.a\",\"type\":\"aws_s3_bucket\",\"values\":7}",
        "{\"address\":\"aws_s3_bucket.a\",\"type\":\"aws_s3_bucket\"},{\"address\":\"aws_s3_bucket.a\",\"type\":\"aws_s3_bucket\"}",
        "5"
      })
  void aResourceWithoutItsPartsIsNotLeftOutInSilence(String resources) throws IOException {
    var file = written(resources, "");
    assertThatThrownBy(() -> TerraformPlan.read(file)).isInstanceOf(CofferdamException.class);
  }

  @Test
  void whatIsLeftOfAReplacedBucketDoesNotSpeakForTheNewOne() throws IOException {
    var judged =
        Judged.terraform(
            written(
                BUCKET,
                CREATED.formatted("\"after_unknown\":{\"policy\":true}")
                    + ",{\"address\":\"aws_s3_bucket.a\",\"deposed\":\"0a1b\",\"change\":{\"actions\":[\"delete\"]}}"),
            OWN);
    assertThat(judged.outcome("aws.s3.tls-only", "aws_s3_bucket.a")).isEqualTo("Undetermined");
    assertThat(judged.outcome("aws.s3.bpa-bucket", "aws_s3_bucket.a")).isEqualTo("Met");
  }

  /// All of a resource, one member, or one that only the change marks; 777788889999 looks like an
  /// account.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"after_sensitive\":true",
        "\"after_sensitive\":{\"bucket\":true,\"tags\":true}",
        "\"after_sensitive\":{\"bucket\":true,\"tags\":{\"data-class\":true,\"of\":true}}",
      })
  void whatTheChangeMarksAsSensitiveIsNotShownEither(String mark) throws IOException {
    var judged = Judged.terraform(written(BUCKET, CREATED.formatted(mark)), Optional.empty());
    assertThat(judged.result().toString())
        .doesNotContain("shop-hidden", "hidden-class", "777788889999");
    assertThat(judged.outcome("aws.s3.classification-tag", "aws_s3_bucket.a"))
        .isEqualTo("Undetermined");
  }

  @Test
  void whereAllIsSensitiveNoDefaultIsTakenForGranted() throws IOException {
    var file = written(BUCKET, CREATED.formatted("\"after_sensitive\":true"));
    assertThat(Judged.terraform(file, OWN).outcome("aws.s3.bpa-bucket", "aws_s3_bucket.a"))
        .isEqualTo("Undetermined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void aPlanWithAByteOrderMarkIsRead(String charset) throws IOException {
    var file = folder.resolve("marked.json");
    var text = "\ufeff" + Files.readString(written(BUCKET, ""));
    Files.write(file, text.getBytes(java.nio.charset.Charset.forName(charset)));
    assertThat(TerraformPlan.read(file).planned("", "").resources()).hasSize(1);
  }

  @Test
  void aSavedPlanAndACompressedOneAreToldByWhatTheyAre() throws IOException {
    var file = folder.resolve("PLAN");
    Files.write(file, new byte[] {'P', 'K', 3, 4, (byte) 0x80});
    assertThatThrownBy(() -> TerraformPlan.read(file)).hasMessageContaining("zip");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> TerraformPlan.read(file)).hasMessageContaining("gzip");
  }

  /// 20,000 buckets with a part each took minutes when each looked through all of the others.
  @Test
  @Timeout(60)
  void manyResourcesAreReadInTimeThatGrowsWithThem() throws IOException {
    var resources = new StringBuilder();
    var configured = new StringBuilder();
    var changes = new StringBuilder();
    for (var at = 0; at < 20_000; at++) {
      var comma = at == 0 ? "" : ",";
      resources.append(
          (comma
                  + "{'address':'aws_s3_bucket.b%1$d','type':'aws_s3_bucket','values':{'bucket':'shop-%1$d'}},"
                  + "{'address':'aws_s3_bucket_policy.b%1$d','type':'aws_s3_bucket_policy'}")
              .formatted(at));
      configured.append(
          (comma
                  + "{'address':'aws_s3_bucket.b%1$d','expressions':{}},"
                  + "{'address':'aws_s3_bucket_policy.b%1$d','expressions':{'bucket':{'references':['aws_s3_bucket.b%1$d.id']}}}")
              .formatted(at));
      changes.append(
          (comma
                  + "{'address':'aws_s3_bucket_policy.b%1$d','change':{'actions':['create'],'after_unknown':{'bucket':true,'policy':true}}}")
              .formatted(at));
    }
    var file = folder.resolve("many.json");
    Files.writeString(
        file,
        ("{'format_version':'1.2','planned_values':{'root_module':{'resources':["
                + resources
                + "]}},'resource_changes':["
                + changes
                + "],'configuration':{'root_module':{'resources':["
                + configured
                + "]}}}")
            .replace('\'', '"'));
    var mappings = Mappings.shipped("terraform");
    var build =
        new PlannedInventory(
            TerraformPlan.read(file).planned("111122223333", "eu-central-1"),
            mappings,
            CollectPlan.shipped("aws"),
            "111122223333",
            "eu-central-1");
    assertThat(build.inventory().ofType("s3-bucket")).hasSize(20_000);
    assertThat(build.elsewhere()).isEmpty();
  }

  private static final String BUCKET =
      "{\"address\":\"aws_s3_bucket.a\",\"type\":\"aws_s3_bucket\",\"values\":{\"bucket\":\"shop-hidden\","
          + "\"tags\":{\"data-class\":\"hidden-class\",\"of\":\"777788889999\"}}}";
  private static final String CREATED =
      "{\"address\":\"aws_s3_bucket.a\",\"change\":{\"actions\":[\"create\"],%s}}";

  private Path written(String resources, String changes) throws IOException {
    return Files.writeString(
        folder.resolve("plan.json"),
        "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"resources\":["
            + resources
            + "]}},\"resource_changes\":["
            + changes
            + "]}");
  }
}
