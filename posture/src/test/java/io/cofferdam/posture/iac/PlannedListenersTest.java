package io.cofferdam.posture.iac;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a planned listener speaks follows from the name of its policy; one without a policy gets
/// AWS's default.
@Covers("P-01")
class PlannedListenersTest {
  private static final Optional<String> OWN = Optional.of("111122223333");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "HTTPS, ELBSecurityPolicy-TLS13-1-2-Res-2021-06,     Met",
    "HTTPS, ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09,  Met",
    "TLS,   ELBSecurityPolicy-TLS13-1-3-2021-06,         Met",
    "HTTPS, ELBSecurityPolicy-TLS13-1-1-2021-06,         Violated",
    "HTTPS, ELBSecurityPolicy-TLS-1-2-Ext-2018-06,       Violated",
    "HTTPS, ELBSecurityPolicy-FS-2018-06,                Violated",
    "HTTPS, ELBSecurityPolicy-2016-08,                   Violated",
    "HTTPS, ELBSecurityPolicy-Of-Next-Year,              Undetermined",
    "HTTPS, ELBSecurityPolicy-TLS-1-3-2031-01,           Undetermined",
    "HTTP,  '',                                          NotApplicable",
  })
  void inBothLanguages(String protocol, String policy, String outcome) throws IOException {
    assertThat(terraform(protocol, "\"ssl_policy\":\"" + policy + "\",", "")).isEqualTo(outcome);
    assertThat(template(protocol, "SslPolicy: '" + policy + "',")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"HTTPS, Violated", "HTTP, NotApplicable"})
  void whereNoPolicyIsNamed(String protocol, String outcome) throws IOException {
    assertThat(terraform(protocol, "", "\"ssl_policy\":true")).isEqualTo(outcome);
    assertThat(template(protocol, "")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"HTTPS, !Ref Later"})
  void aPolicyThatIsNotKnownYetDecidesNothing(String protocol, String value) throws IOException {
    assertThat(template(protocol, "SslPolicy: " + value + ",")).isEqualTo("Undetermined");
    var file = folder.resolve("unknown.json");
    Files.writeString(
        file,
        PLAN.formatted(protocol, "", "\"ssl_policy\":true")
            .replace(
                "\"expressions\":{}",
                "\"expressions\":{\"ssl_policy\":{\"references\":[\"data.external.x\"]}}"));
    var finding = Judged.terraform(file, OWN).finding("aws.tls.min13", "aws_lb_listener.web");
    assertThat(finding.outcome().toString()).contains("known only after apply");
  }

  private static final String PLAN =
      "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"resources\":[{\"address\":"
          + "\"aws_lb_listener.web\",\"type\":\"aws_lb_listener\",\"values\":{\"protocol\":\"%s\",%s"
          + "\"port\":443}}]}},\"resource_changes\":[{\"address\":\"aws_lb_listener.web\",\"change\":"
          + "{\"actions\":[\"create\"],\"after_unknown\":{%s}}}],\"configuration\":{\"root_module\":"
          + "{\"resources\":[{\"address\":\"aws_lb_listener.web\",\"expressions\":{}}]}}}";

  private String terraform(String protocol, String policy, String unknown) throws IOException {
    var file = folder.resolve("plan.json");
    Files.writeString(file, PLAN.formatted(protocol, policy, unknown));
    return Judged.terraform(file, OWN).outcome("aws.tls.min13", "aws_lb_listener.web");
  }

  private String template(String protocol, String policy) throws IOException {
    var file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        """
        Parameters: {Later: {Type: String}}
        Resources:
          Web:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties: {Protocol: %s, %s Port: 443}
        """
            .formatted(protocol, policy));
    return Judged.template(file, OWN).outcome("aws.tls.min13", "Web");
  }
}
