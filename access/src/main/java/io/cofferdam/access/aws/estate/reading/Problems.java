package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.json.Json.Position;
import java.util.ArrayList;
import java.util.List;

/// Gathers the mistakes of one snapshot, up to a hundred of each kind.
final class Problems {
  private static final int MOST = 100;

  private final List<EstateProblem> errors = new ArrayList<>();
  private final List<EstateProblem> warnings = new ArrayList<>();

  void error(String code, Node node, String message) {
    error(code, node.path(), node.json().at(), message);
  }

  void error(String code, String path, Position at, String message) {
    if (errors.size() < MOST) {
      errors.add(new EstateProblem(code, path, at, message));
    }
  }

  void warning(String code, Node node, String message) {
    if (warnings.size() < MOST) {
      warnings.add(new EstateProblem(code, node.path(), node.json().at(), message));
    }
  }

  List<EstateProblem> errors() {
    return errors;
  }

  List<EstateProblem> warnings() {
    return warnings;
  }
}
