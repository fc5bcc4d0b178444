package io.cofferdam.notify.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.notify.duty.CatalogueFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The shipped rule files, and what the loader says of wrong ones.
class RuleFilesTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @TempDir private Path folder;

  static List<String> files() {
    return CatalogueFiles.rules();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shippedFileKeepsToTheSchema(String name) throws IOException {
    var schema = SCHEMAS.getSchema(CatalogueFiles.text("rule.schema.json"));
    JsonNode rule = new YAMLMapper().readTree(CatalogueFiles.text(name));
    assertThat(schema.validate(rule)).isEmpty();
  }

  @Test
  void schemaRefusesAnUnknownFieldAndAnUnverifiedSource() throws IOException {
    var schema = SCHEMAS.getSchema(CatalogueFiles.text("rule.schema.json"));
    var text = CatalogueFiles.text("eu/gdpr-33-1.yaml");
    var extra = new YAMLMapper().readTree(text + "script: none\n");
    assertThat(schema.validate(extra)).isNotEmpty();
    var unseen = text.replaceAll("  seen:\\n(    - .*\\n)+", "");
    assertThat(schema.validate(new YAMLMapper().readTree(unseen))).isNotEmpty();
  }

  @Test
  void schemaFilesAreJson() throws IOException {
    assertThat(new ObjectMapper().readTree(CatalogueFiles.text("rule.schema.json")).isObject())
        .isTrue();
  }

  @Test
  void indexListsEveryRuleFileOfTheFolder() throws IOException {
    var root =
        CatalogueFiles.checkout().resolve("catalog/src/main/resources/catalog/jurisdictions");
    try (var walk = Files.walk(root)) {
      var there =
          walk.filter(
                  p -> p.toString().endsWith(".yaml") && !p.toString().endsWith(".samples.yaml"))
              .map(p -> root.relativize(p).toString())
              .filter(p -> !p.equals("definitions.yaml"))
              .toList();
      assertThat(CatalogueFiles.rules()).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void aFolderLoadsLikeTheClassPath() throws IOException {
    copyShipped();
    assertThat(RuleCatalogue.of(folder)).isEqualTo(RuleCatalogue.shipped());
  }

  @Test
  void onlyPrimaryTextsMayClearAndEachVerificationNamesWhatWasSeen() {
    for (var rule : RuleCatalogue.shipped().rules()) {
      var checked = rule.verification();
      assertThat(checked.mayClear()).isEqualTo(checked.status() == Verification.Status.PRIMARY);
      assertThat(checked.by()).isNotBlank();
      if (checked.status() != Verification.Status.MEMORY) {
        assertThat(checked.seen()).isNotEmpty();
      }
    }
  }

  @Test
  void aVerificationNeedsAName() {
    var shipped = RuleCatalogue.shipped();
    var day = LocalDate.of(2026, 11, 1);
    assertThatThrownBy(() -> shipped.verified("eu-gdpr-33-1", " ", day))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shipped.verified("eu-gdpr-33-9", "A. Example", day))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regime: GDPR|regimes: GDPR|gdpr-33-1.yaml:2:1: unknown field `regimes` [did you mean `regime`?]",
        "fact: risk-unlikely|fact: risk-unlikly|`risk-unlikly` [did you mean `risk-unlikely`?]",
        "use: gdpr-controller|use: gdpr-controler|[did you mean `gdpr-controller`?]",
        "unit: hours|unit: hour|`hour` [did you mean `hours`?]",
        "amount: 72|amount: soon|`soon` is no whole number",
        "amount: 72|amount: 0|`amount` is 0 [1 to 10000; 0 only for prompt]",
        "valid-from: 2018-05-25|valid-from: May|`May` is no date [2026-01-31]",
        "status: secondary|status: lawyer|`lawyer`",
        "phased: true|phased: maybe|`maybe` [true or false]",
        "recipient: supervisory-authority|recipient: authority|`authority`",
        "follow-ups: [eu-gdpr-33-4|follow-ups: [eu-gdpr-33-44|`eu-gdpr-33-44` [did you mean",
        "id: eu-gdpr-33-1|id: EU GDPR|[lower case, digits, dashes: eu-gdpr-33-1]",
        "trigger:|trigger: [|not YAML",
        "    when:|    when: {all: []}|",
      })
  void aMistakeIsToldWithItsPlaceAndWhatWasMeant(String right, String wrong, String message)
      throws IOException {
    copyShipped();
    var file = folder.resolve("eu/gdpr-33-1.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst(Pattern.quote(right), wrong));
    assertThatThrownBy(() -> RuleCatalogue.of(folder))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("gdpr-33-1")
        .hasMessageContaining(message == null ? "" : message);
  }

  @Test
  void allMistakesOfAllFilesAreToldAtOnce() throws IOException {
    copyShipped();
    for (var name : List.of("eu/gdpr-33-1.yaml", "uk/gdpr-34-1.yaml")) {
      var file = folder.resolve(name);
      Files.writeString(
          file, Files.readString(file).replace("unit:", "units:").replace("channel:", "chanel:"));
    }
    assertThatThrownBy(() -> RuleCatalogue.of(folder))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSizeGreaterThanOrEqualTo(4))
        .hasMessageContaining("eu/gdpr-33-1.yaml")
        .hasMessageContaining("uk/gdpr-34-1.yaml");
  }

  @Test
  void anIndexThatLeavesTheFolderIsRefused() throws IOException {
    copyShipped();
    Files.writeString(folder.resolve("index.txt"), "../secret.yaml\n");
    assertThatThrownBy(() -> RuleCatalogue.of(folder)).hasMessageContaining("is no rule file");
  }

  @Test
  void aMissingFolderIsToldWithItsCode() {
    assertThatThrownBy(() -> RuleCatalogue.of(folder.resolve("nowhere")))
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-NOTIFY-0001"));
  }

  @Test
  void deepNestingIsRefusedAndDoesNotOverflow() throws IOException {
    copyShipped();
    var file = folder.resolve("eu/gdpr-33-1.yaml");
    var deep = "{not: ".repeat(40) + "{fact: controller}" + "}".repeat(40);
    Files.writeString(
        file, Files.readString(file).replace("  use: gdpr-controller", "  not: " + deep));
    assertThatThrownBy(() -> RuleCatalogue.of(folder)).hasMessageContaining("nested deeper");
  }

  private void copyShipped() throws IOException {
    var names = new ArrayList<>(CatalogueFiles.rules());
    names.addAll(List.of("index.txt", "definitions.yaml"));
    for (var name : names) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, CatalogueFiles.text(name));
    }
  }
}
