package io.cofferdam.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Covers("X-02")
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              location -> !location.contains("/broken/") && !location.contains("/pages/"))
          .importPackages("io.cofferdam");
  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("broken.cofferdam");

  static Stream<String> rules() {
    return Rules.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(String name) {
    rule(name).check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void bites(String name) {
    assertThat(rule(name).evaluate(BROKEN).hasViolation())
        .as("rule %s finds the class in broken.cofferdam that breaks it", name)
        .isTrue();
  }

  @Test
  void seesEveryModule() {
    assertThat(PRODUCT.size()).isGreaterThan(250);
    assertThat(PRODUCT.stream().map(c -> c.getPackageName().split("\\.", -1)[2]).distinct())
        .contains(
            "model",
            "logs",
            "access",
            "evidence",
            "files",
            "respond",
            "notify",
            "drill",
            "posture",
            "aws",
            "kubernetes",
            "azure",
            "store",
            "app");
  }

  @Test
  void testsUseNoMockLibrary() throws Exception {
    var root = Path.of(System.getProperty("repository.root"));
    try (var poms = Files.walk(root, 2)) {
      assertThat(poms.filter(p -> p.getFileName().toString().equals("pom.xml")).toList())
          .isNotEmpty()
          .allSatisfy(
              pom ->
                  assertThat(Files.readString(pom))
                      .doesNotContainIgnoringCase("mockito", "easymock", "powermock", "wiremock"));
    }
  }

  private static ArchRule rule(String name) {
    var rule = Rules.all().get(name);
    assertThat(rule).as(name).isNotNull();
    return rule.allowEmptyShould(true);
  }
}
