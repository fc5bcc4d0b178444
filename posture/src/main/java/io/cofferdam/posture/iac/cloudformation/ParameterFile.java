package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.iac.BadInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values of parameters in the shapes that AWS's own tools take: a list of `ParameterKey` and
/// `ParameterValue`, an object of names and values, or such an object as `Parameters`.
final class ParameterFile {
  private ParameterFile() {}

  static Map<String, String> read(Path file) {
    var root = TemplateText.of(file, BadInput.text(file, 1L << 20)).root();
    var values = new LinkedHashMap<String, String>();
    var object = root.path("Parameters").isObject() ? root.path("Parameters") : root;
    if (root.isArray()) {
      for (var each : root) {
        var name = each.path("ParameterKey").asText("");
        if (name.isEmpty()) {
          throw wrong(file);
        }
        if (each.has("ParameterValue")) {
          values.put(name, text(each.path("ParameterValue")));
        }
      }
    } else if (object.isObject()) {
      object.properties().forEach(each -> values.put(each.getKey(), text(each.getValue())));
    } else {
      throw wrong(file);
    }
    return values;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      var parts = new StringBuilder();
      value.forEach(each -> parts.append(parts.isEmpty() ? "" : ",").append(each.asText("")));
      return parts.toString();
    }
    return value.asText("");
  }

  private static RuntimeException wrong(Path file) {
    return new CofferdamException(
        "CFD-POSTURE-0035",
        ErrorCategory.INVALID_INPUT,
        file
            + ": no values of parameters [a list of `ParameterKey` and `ParameterValue`, or an"
            + " object of names and values]",
        "as for `aws cloudformation deploy --parameter-overrides file://...`");
  }
}
