package io.cofferdam.app.scan.export;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.cofferdam.app.docs.GeneratedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Schemas that others publish, outside the repository; where they are not there the test is
/// skipped and says so.
final class PublishedSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishedSchemas() {}

  static Path file(String name) {
    var file = GeneratedFile.root().resolve("../shared/schemas").resolve(name).normalize();
    if (!Files.exists(file)) {
      var reason = "skipped: no " + file;
      System.err.println(reason);
      abort(reason);
    }
    return file;
  }

  /// What is wrong with a document by a JSON Schema.
  static List<String> problems(InputStream schema, VersionFlag version, String document)
      throws IOException {
    return problems(schema, version, JSON.readTree(document));
  }

  static List<String> problems(InputStream schema, VersionFlag version, JsonNode document) {
    return JsonSchemaFactory.getInstance(version).getSchema(schema).validate(document).stream()
        .map(Object::toString)
        .toList();
  }
}
