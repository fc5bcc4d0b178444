package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/// The calls that a scanner made, as `bench/counting-proxy.py` counted them.
///
/// @param all how many
/// @param repeated by service and operation, how many asked what an earlier one had asked
record Calls(int all, Map<String, Integer> repeated) {

  static Calls of(Path file) throws IOException {
    var json = new JsonMapper();
    var seen = new HashSet<String>();
    var repeated = new TreeMap<String, Integer>();
    int all = 0;
    for (var line : Files.readAllLines(file)) {
      var call = json.readTree(line);
      all++;
      if (!seen.add(call.path("same").asText())) {
        // the path without what it names, so that calls on several resources are told as one kind
        var operation = call.path("call").asText().replaceAll("/[^/?]+(?=[/?]|$)", "/*");
        repeated.merge(call.path("service").asText() + " " + operation, 1, Integer::sum);
      }
    }
    return new Calls(all, repeated);
  }

  int again() {
    return repeated.values().stream().mapToInt(Integer::intValue).sum();
  }
}
