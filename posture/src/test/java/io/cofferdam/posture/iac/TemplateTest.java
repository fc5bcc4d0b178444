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
import java.util.List;
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
        "Resources: {A: {Type: 'AWS::S3::Bucket', Properties: [1]}}",
        "Resources: {A: {Type: 'AWS::S3::Bucket', Condition: [x]}}",
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
          "Stage: live",
          "[\n\t{\n\t\t\"ParameterKey\": \"Stage\",\n\t\t\"ParameterValue\": \"live\"\n\t}\n]\n"
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

  /// AWS takes `true` in any case and as text; whatever else stands there hides too.
  @ParameterizedTest
  @ValueSource(strings = {"true", "\"true\"", "\"True\"", "yes", "\"yes\"", "1", "!Ref Stage"})
  void aHiddenParameterIsHiddenHoweverThatIsWritten(String echo) throws IOException {
    var file = folder.resolve("hidden.yaml");
    Files.writeString(
        file,
        """
        Parameters:
          S: {Type: String, NoEcho: %s, Default: hidden-word}
          N: {Type: String, NoEcho: %s, Default: '777788889999'}
        Resources:
          A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref S, Tags: [{Key: !Ref N, Value: !Ref S}]}}
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref A
              PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: '444455556666'}, Action: 's3:*', Resource: '*'}]}
        """
            .formatted(echo, echo));
    assertThat(Judged.template(file, Optional.empty()).result().toString())
        .doesNotContain("hidden-word", "777788889999");
  }

  /// Chains of names and conditions that a stack of calls does not hold.
  @Test
  void namesThatLeadTooFarAreNotKnown() throws IOException {
    var text = new StringBuilder("Conditions:\n  C20000: !Equals [a, a]\n");
    for (var at = 0; at < 20_000; at++) {
      text.append("  C%d: !Not [!Condition C%d]\n".formatted(at, at + 1));
    }
    text.append("Resources:\n  Last: {Type: 'AWS::S3::Bucket', Condition: C0}\n");
    for (var at = 0; at < 20_000; at++) {
      text.append(
          "  A%d: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Sub '${A%d}'}}\n"
              .formatted(at, at + 1));
    }
    var file = folder.resolve("chain.yaml");
    Files.writeString(file, text);
    assertThat(planned(file)).hasSize(20_001);
  }

  /// A few kilobytes that stand for gigabytes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BucketName: !Sub '${P}${AWS::Region}'",
        "BucketName: !Ref P",
        "Tags: !FindInMap [M, k, v]",
        "BucketName: *long",
      })
  void aTemplateThatStandsForGigabytesIsRefused(String property) throws IOException {
    var text =
        new StringBuilder(
            "Parameters:\n  P: {Type: String, Default: &long " + "x".repeat(200_000) + "}\n");
    text.append("Mappings: {M: {k: {v: [")
        .append("{Key: a, Value: b},".repeat(20_000))
        .append("]}}}\nResources:\n");
    for (var at = 0; at < 1_000; at++) {
      text.append("  A%d: {Type: 'AWS::S3::Bucket', Properties: {%s}}\n".formatted(at, property));
    }
    var file = folder.resolve("large.yaml");
    Files.writeString(file, text);
    assertThatThrownBy(() -> planned(file))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("million characters");
  }

  @Test
  void aListJoinedByALongTextIsNotKnown() throws IOException {
    var file = folder.resolve("joined.yaml");
    Files.writeString(
        file,
        "Resources:\n  A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Join ["
            + "y".repeat(200_000)
            + ", ["
            + "a,".repeat(50_000)
            + "]]}}\n");
    assertThat(planned(file)).hasSize(1);
  }

  private static List<Planned.Item> planned(Path file) {
    return Template.read(file, Optional.empty(), Mappings.shipped("cloudformation"))
        .planned("111122223333", "eu-central-1")
        .resources();
  }

  private Judged template() throws IOException {
    return Judged.template(Judged.sample("template.yaml", folder), OWN);
  }
}
