package io.cofferdam.posture.iac.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/// Takes addresses apart: `module.data["eu"].aws_s3_bucket.training[0]`. Indexes stay with the step
/// they follow; dots within them divide nothing.
final class Address {
  private Address() {}

  /// `[module, data["eu"], aws_s3_bucket, training[0]]`.
  static List<String> steps(String address) {
    var steps = new ArrayList<String>();
    var begin = 0;
    var quoted = false;
    for (var at = 0; at < address.length(); at++) {
      var sign = address.charAt(at);
      if (sign == '"') {
        quoted = !quoted;
      } else if (sign == '\\') {
        at++;
      } else if (sign == '.' && !quoted) {
        steps.add(address.substring(begin, at));
        begin = at + 1;
      }
    }
    steps.add(address.substring(begin));
    return steps;
  }

  /// The names of the modules that the steps lead through.
  static List<String> modules(List<String> steps) {
    var names = new ArrayList<String>();
    for (var at = 0; at + 1 < steps.size() && steps.get(at).equals("module"); at += 2) {
      names.add(steps.get(at + 1));
    }
    return names;
  }

  /// What follows the modules.
  static String resource(List<String> steps) {
    return String.join(".", steps.subList(2 * modules(steps).size(), steps.size()));
  }

  static String withoutIndexes(String address) {
    var plain = new ArrayList<String>();
    for (var step : steps(address)) {
      var bracket = step.indexOf('[');
      plain.add(bracket < 0 ? step : step.substring(0, bracket));
    }
    return String.join(".", plain);
  }

  /// The module in which a module stands, or empty.
  static String parent(String module) {
    var steps = steps(module);
    return steps.size() <= 2 ? "" : String.join(".", steps.subList(0, steps.size() - 2));
  }

  /// The index of the last step, missing where it has none.
  static JsonNode index(String address) {
    var last = steps(address).getLast();
    var bracket = last.indexOf('[');
    if (bracket < 0 || !last.endsWith("]")) {
      return MissingNode.getInstance();
    }
    var index = last.substring(bracket + 1, last.length() - 1);
    if (index.matches("\\d{1,9}")) {
      return IntNode.valueOf(Integer.parseInt(index));
    }
    return index.length() > 1 && index.startsWith("\"")
        ? TextNode.valueOf(index.substring(1, index.length() - 1))
        : MissingNode.getInstance();
  }
}
