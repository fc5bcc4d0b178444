package io.cofferdam.respond.reads;

import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Who made the reads of which it cannot be told whether they were meant: nobody is accused, but a
/// person who knows the estate can decide at a glance.
final class UndecidedReads {
  private static final int CALLERS = 1000;
  private static final int SHOWN = 5;

  private final Map<ResourceId, Map<String, Tally>> byStore = new LinkedHashMap<>();
  private int callers;

  private static final class Tally {
    private long reads;
    private long bytes;
    private String key = "";
  }

  void take(JoinedRead read) {
    var access = read.access();
    var ofStore = byStore.computeIfAbsent(access.store(), s -> new LinkedHashMap<>());
    var name = name(access);
    if (!ofStore.containsKey(name) && callers >= CALLERS) {
      name = "others";
    }
    var tally = ofStore.get(name);
    if (tally == null) {
      callers++;
      tally = new Tally();
      tally.key = KeySample.of(access.key());
      ofStore.put(name, tally);
    }
    tally.reads++;
    tally.bytes += Math.max(0, access.bytes());
  }

  /// The callers of one store in words, the first few; empty where there are none.
  String words(ResourceId store) {
    var ofStore = byStore.getOrDefault(store, Map.of());
    var shown =
        ofStore.entrySet().stream()
            .limit(SHOWN)
            .map(
                each ->
                    each.getKey()
                        + ": "
                        + each.getValue().reads
                        + " reads, "
                        + each.getValue().bytes
                        + " bytes, such as `"
                        + each.getValue().key
                        + "`")
            .collect(Collectors.joining("; "));
    return ofStore.size() > SHOWN
        ? shown + "; and " + (ofStore.size() - SHOWN) + " callers more"
        : shown;
  }

  private static String name(ObjectAccess access) {
    var caller = access.caller();
    var principal = caller.principal().isEmpty() ? "unnamed caller" : caller.principal();
    return principal + (caller.address().isEmpty() ? "" : " from " + caller.address());
  }
}
