package io.cofferdam.posture.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.iac.terraform.TerraformPlan;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
}
