package io.cofferdam.logs.json;

import java.util.List;

/// Where the records of a format are found inside its outer shapes.
///
/// @param containers keys whose array holds the records: `Records`, `logEvents`
/// @param wrappers keys whose value is the record, as an object (`detail`) or as escaped JSON text
///     (`message`)
/// @param own keys that only a record itself has; an object with one of them is never unwrapped
public record JsonLayout(List<String> containers, List<String> wrappers, List<String> own) {
  public JsonLayout {
    containers = List.copyOf(containers);
    wrappers = List.copyOf(wrappers);
    own = List.copyOf(own);
  }

  /// Records in arrays, lines or one after another, and inside what CloudWatch Logs and EventBridge
  /// put around them.
  ///
  /// @param containers the format's own, beside `logEvents`
  public static JsonLayout of(List<String> containers, List<String> own) {
    var all = new java.util.ArrayList<>(containers);
    all.add("logEvents");
    return new JsonLayout(all, List.of("detail", "message", "@message"), own);
  }
}
