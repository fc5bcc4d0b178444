package io.cofferdam.app.map;

import io.cofferdam.posture.workload.Workload;
import java.util.List;

/// A workload with what leads to it and what it leads to.
///
/// @param stores what it reads, was made from and writes, in words with the address
/// @param logs where calls of it are written down; empty where no such place was found
/// @param unknown what could not be learnt of it
record MapRow(
    Workload workload,
    List<Reach> reach,
    List<String> roles,
    List<StoreLink> stores,
    List<String> logs,
    List<String> unknown) {
  MapRow {
    reach = List.copyOf(reach);
    roles = List.copyOf(roles);
    stores = List.copyOf(stores);
    logs = List.copyOf(logs);
    unknown = List.copyOf(unknown);
  }

  /// A store and what the workload has to do with it.
  ///
  /// @param verb `trained on`, `reads`, ...
  /// @param address as the configuration names it
  record StoreLink(String verb, String address) {}

  /// Whether everybody is let in.
  boolean open() {
    return reach.stream().anyMatch(each -> each.kind() == Reach.Kind.INTERNET);
  }

  /// The whole row as one sentence.
  String sentence() {
    var words = new StringBuilder(workload.resource().name());
    words
        .append(", ")
        .append(MapWords.kind(workload))
        .append(" in ")
        .append(MapWords.region(workload.resource()))
        .append(": reached by ")
        .append(joined(reach.stream().map(Reach::full).toList(), "nobody that was found"))
        .append("; acts as ")
        .append(joined(roles, "no role that was found"))
        .append("; ")
        .append(
            joined(
                stores.stream().map(s -> s.verb() + " " + s.address()).toList(),
                "reads no store that was found"))
        .append("; logs to ")
        .append(joined(logs, "nothing that was found"))
        .append('.');
    return words.toString();
  }

  private static String joined(List<String> parts, String none) {
    return parts.isEmpty() ? none : String.join(", ", parts);
  }
}
