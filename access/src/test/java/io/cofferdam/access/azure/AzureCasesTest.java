package io.cofferdam.access.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every case of `cases/*.yaml`, which are written from the Azure documents.
@Covers({"P-01", "P-02"})
class AzureCasesTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> FILES =
      List.of("rbac", "deny", "abac", "access", "sas", "hns", "vault");

  private static String text(String name) throws IOException {
    try (InputStream in = AzureCasesTest.class.getResourceAsStream("cases/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Stream<AzureCase> cases() throws IOException {
    List<AzureCase> cases = new ArrayList<>();
    for (String file : FILES) {
      for (JsonNode node : YAML.readTree(text(file + ".yaml")).path("cases")) {
        cases.add(new AzureCase(file, node));
      }
    }
    return cases.stream();
  }

  static Stream<Arguments> named() throws IOException {
    return cases().map(c -> Arguments.of(Named.of(c.name(), c)));
  }

  @ParameterizedTest
  @MethodSource("named")
  void comesOutAsDocumented(AzureCase one) {
    AzureDecision decision = AzureDecider.decide(one.request(), one.estate());

    assertThat(decision.getClass().getSimpleName())
        .as("%s", decision)
        .isEqualTo(one.node().path("expect").asText());
    if (one.node().has("gate")) {
      assertThat(decision.because())
          .extracting(because -> because.gate().name())
          .contains(one.node().path("gate").asText());
    }
    if (decision instanceof AzureDecision.Unknown unknown) {
      assertThat(unknown.residual()).isNotEmpty();
      assertThat(String.join("\n", unknown.residual()))
          .contains(one.node().path("residual").asText());
    } else {
      assertThat(decision.because()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rbac", "deny", "abac", "access", "sas", "hns", "vault"})
  void fileKeepsToTheSchemaAndNamesItsSources(String file) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(text("case.schema.json"));
    JsonNode cases = YAML.readTree(text(file + ".yaml"));

    assertThat(schema.validate(cases)).isEmpty();
    for (JsonNode one : cases.path("cases")) {
      String source = one.path("source").asText();
      assertThat(cases.path("sources").has(source.split(" / ", 2)[0]))
          .as("%s is among the sources of %s", source, file)
          .isTrue();
    }
  }

  @Test
  void thereAreAtLeastTwoHundredCasesOfDifferentNames() throws IOException {
    List<String> names = cases().map(AzureCase::name).toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
  }
}
