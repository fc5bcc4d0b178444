package io.cofferdam.posture.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.iac.cloudformation.Template;
import io.cofferdam.posture.inventory.PlannedFacts;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-01")
class TemplateTest {
  private static final Optional<String> OWN = Optional.of("111122223333");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "aws.s3.public-read-effective, Open,   Violated",
    "aws.s3.public-read-effective, Closed, Met",
    "aws.s3.public-read-effective, Partly, Undetermined",
    "aws.s3.bpa-bucket,            Open,   Violated",
    "aws.s3.bpa-bucket,            Circle, Undetermined",
    "aws.s3.sse-cmk,               Closed, Met",
    "aws.s3.sse-cmk,               Open,   Violated",
    "aws.kms.rotation,             Key,    Undetermined",
    "aws.kms.external-access,      Key,    Met",
  })
  void resourcesOfATemplateAreJudgedAsLiveOnes(String control, String name, String outcome)
      throws IOException {
    assertThat(template().outcome(control, name)).isEqualTo(outcome);
  }

  @Test
  void aResourceWhoseConditionIsFalseIsNotMade() throws IOException {
    assertThat(template().result().findings()).noneMatch(f -> f.resource().id().equals("Gone"));
  }

  @Test
  void theLineOfAResourceIsTold() throws IOException {
    var resource = template().finding("aws.s3.bpa-bucket", "Open").resource();
    assertThat(PlannedFacts.where(resource).orElseThrow().line()).isEqualTo(16);
  }

  @Test
  void typesWithoutAMappingAreCounted() throws IOException {
    assertThat(template().result().notes())
        .anyMatch(note -> note.contains("AWS::Route53::HostedZone (1)"));
  }

  @Test
  void nothingHiddenIsShown() throws IOException {
    assertThat(template().result().toString()).doesNotContain("hidden-word");
  }

  @Test
  void whoIsOutsideDependsOnTheAccount() throws IOException {
    var file = folder.resolve("partner.yaml");
    Files.writeString(
        file,
        """
        Resources:
          B: {Type: 'AWS::S3::Bucket', Properties: {BucketName: shop-b}}
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref B
              PolicyDocument:
                Statement: {Effect: Allow, Principal: {AWS: 'arn:aws:iam::444455556666:root'}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop-b/*'}
        """);
    assertThat(Judged.template(file, OWN).outcome("aws.s3.external-access", "B"))
        .isEqualTo("Violated");
    assertThat(Judged.template(file, Optional.empty()).outcome("aws.s3.external-access", "B"))
        .isEqualTo("Undetermined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Resources: []",
        "Resources: {A: {}}",
        "Resources:\n  A: {Type: x}\n  A: {Type: y}",
        "Resources: &a {A: *a}",
        "{\"Resources\": {\"A\": {\"Type\": \"x\"}",
        "{\"Resources\": {\"A\": 1, \"A\": 2}}",
        "Resources: !!java.lang.Object {}\n  - : :",
        """
        a: &a [x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b]
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c]
        e: &e [*d,*d,*d,*d,*d,*d,*d,*d]
        f: &f [*e,*e,*e,*e,*e,*e,*e,*e]
        g: &g [*f,*f,*f,*f,*f,*f,*f,*f]
        Resources: {}
        """,
      })
  void whatIsNoTemplateIsRefusedWithItsPlace(String text) throws IOException {
    var file = folder.resolve("bad.yaml");
    Files.writeString(file, text);
    assertThatThrownBy(
            () ->
                Template.read(file, Optional.empty(), Mappings.shipped("cloudformation"))
                    .planned("111122223333", ""))
        .isInstanceOf(CofferdamException.class)
        .hasMessageMatching("(?s).*bad\\.yaml:\\d+:\\d+: .*");
  }

  @Test
  void valuesOfParametersAreTakenInTheShapesOfAws() throws IOException {
    var file = Judged.sample("template.yaml", folder);
    var mappings = Mappings.shipped("cloudformation");
    for (var text :
        new String[] {
          "[{\"ParameterKey\":\"Stage\",\"ParameterValue\":\"live\"}]",
          "{\"Parameters\":{\"Stage\":\"live\"}}",
          "Stage: live"
        }) {
      var parameters = folder.resolve("parameters");
      Files.writeString(parameters, text);
      assertThat(
              Template.read(file, Optional.of(parameters), mappings)
                  .planned("111122223333", "eu-central-1")
                  .resources())
          .anyMatch(item -> item.address().equals("Gone"));
    }
  }

  @Test
  void aParameterThatTheTemplateDoesNotDeclareIsRefused() throws IOException {
    var file = Judged.sample("template.yaml", folder);
    var parameters = folder.resolve("parameters");
    Files.writeString(parameters, "Stagee: live");
    assertThatThrownBy(
            () -> Template.read(file, Optional.of(parameters), Mappings.shipped("cloudformation")))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("`Stagee`");
  }

  private Judged template() throws IOException {
    return Judged.template(Judged.sample("template.yaml", folder), OWN);
  }
}
