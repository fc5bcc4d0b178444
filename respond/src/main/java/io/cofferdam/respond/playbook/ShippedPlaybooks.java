package io.cofferdam.respond.playbook;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The playbooks of the catalogue, in the order of its index.
public final class ShippedPlaybooks {
  private static final String FOLDER = "catalog/playbooks/";
  private static final int MAX_BYTES = 1 << 20;

  private final Map<String, Playbook> byId;

  private ShippedPlaybooks(Map<String, Playbook> byId) {
    this.byId = byId;
  }

  /// Reads all of them.
  ///
  /// @throws CofferdamException CFD-RESPOND-0342 where one has flaws
  public static ShippedPlaybooks load() {
    var byId = new LinkedHashMap<String, Playbook>();
    var flaws = new ArrayList<Flaw>();
    for (var name : text("index.txt").lines().map(String::strip).toList()) {
      if (!name.isEmpty() && !name.startsWith("#")) {
        var reading = PlaybookReader.read("catalog/playbooks/" + name, text(name));
        flaws.addAll(reading.flaws());
        reading.playbook().ifPresent(each -> byId.put(each.id(), each));
      }
    }
    if (!flaws.isEmpty()) {
      throw new CofferdamException(
          "CFD-RESPOND-0342",
          ErrorCategory.INTERNAL,
          "a playbook of the catalogue has a flaw: " + flaws.getFirst().line(),
          "install the program anew");
    }
    return new ShippedPlaybooks(byId);
  }

  public List<Playbook> all() {
    return List.copyOf(byId.values());
  }

  /// By its short name or its id.
  public Optional<Playbook> named(String word) {
    return byId.values().stream()
        .filter(each -> each.slug().equals(word) || each.id().equals(word))
        .findFirst();
  }

  public Optional<Playbook> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// A playbook, and behind it all that it calls, each once.
  public List<Playbook> withCalled(Playbook playbook) {
    var all = new LinkedHashMap<String, Playbook>();
    var todo = new ArrayList<Playbook>(List.of(playbook));
    while (!todo.isEmpty()) {
      var next = todo.removeFirst();
      if (all.putIfAbsent(next.id(), next) == null) {
        for (var step : next.steps().values()) {
          if (step instanceof PlaybookStep.Call call) {
            byId(call.playbook()).ifPresent(todo::add);
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  /// The document itself.
  ///
  /// @throws CofferdamException CFD-RESPOND-0343 where it cannot be read
  static String text(String name) {
    try (var in = ShippedPlaybooks.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      var bytes = in == null ? new byte[0] : in.readNBytes(MAX_BYTES + 1);
      if (in == null || bytes.length > MAX_BYTES) {
        throw unreadable(name);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException bad) {
      throw unreadable(name);
    }
  }

  private static CofferdamException unreadable(String name) {
    return new CofferdamException(
        "CFD-RESPOND-0343",
        ErrorCategory.INTERNAL,
        "`" + FOLDER + name + "` of the catalogue cannot be read [YAML of at most 1 MiB]",
        "install the program anew");
  }
}
