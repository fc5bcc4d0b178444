package io.cofferdam.posture.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.posture.control.ControlCatalogue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes a large inventory to a file, one resource a line: `StoreInventory RESOURCES FILE`. For
/// benchmarks of other modules.
final class StoreInventory {
  private StoreInventory() {}

  public static void main(String[] args) throws IOException {
    var scene =
        LargeInventory.scene(
            ControlCatalogue.shipped("aws"), Integer.parseInt(args[0]), EngineBenchmark.SEED);
    var mapper = new JsonMapper();
    try (var out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
      for (var each : scene.inventory().resources()) {
        var line = mapper.createObjectNode();
        line.put("type", each.type()).put("id", each.id()).put("name", each.name());
        line.put("account", each.account()).put("region", each.region());
        line.set("facts", each.facts());
        out.write(mapper.writeValueAsBytes(line));
        out.write('\n');
      }
    }
  }
}
