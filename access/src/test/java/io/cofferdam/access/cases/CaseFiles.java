package io.cofferdam.access.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The files of cases: one folder per family, each file a list of groups.
public final class CaseFiles {
  private static final Set<String> OWN_MEMBERS = Set.of("name", "expect", "because", "source");

  private CaseFiles() {}

  /// The root of the checkout.
  static Path checkout() {
    Path root = Path.of(System.getProperty("repository.root", ".")).toAbsolutePath();
    while (!Files.isDirectory(root.resolve("access/src"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    return root;
  }

  /// The folder that holds the families, the schema and `DISPUTED.md`.
  static Path folder() {
    return checkout().resolve("access/src/test/resources/io/cofferdam/access/cases");
  }

  /// Every file, in the order of its path.
  static List<Path> files() {
    try (var walk = Files.walk(folder())) {
      return walk.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The cases of all families.
  public static List<AccessCase> all() {
    return files().stream().flatMap(file -> of(file).stream()).toList();
  }

  static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(text(folder().resolve("cases.schema.json")));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<AccessCase> of(Path file) {
    JsonNode groups = CaseYaml.read(text(file));
    assertThat(schema().validate(groups)).as("%s keeps to cases.schema.json", file).isEmpty();
    String family = Objects.requireNonNull(file.getParent()).getFileName().toString();
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    List<AccessCase> cases = new ArrayList<>();
    for (JsonNode group : groups) {
      for (JsonNode one : group.path("cases")) {
        cases.add(
            new AccessCase(
                family,
                name,
                group.path("about").asText(),
                one.path("name").asText(),
                one.path("expect").asText(),
                one.path("because").asText(),
                one.path("source").asText(group.path("source").asText()),
                line(group, (ObjectNode) one)));
      }
    }
    return cases;
  }

  private static String line(JsonNode group, ObjectNode one) {
    ObjectNode given =
        group.get("given") instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
    return CaseLine.spelledOut(CaseLine.merge(given, one.deepCopy().without(OWN_MEMBERS)))
        .toString();
  }
}
