package io.cofferdam.drill.extra;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.world.Extra;
import io.cofferdam.drill.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Writes a world's extras line by line, losing the share of lines that access logs lose.
public final class ExtraFiles {
  private ExtraFiles() {}

  public static void write(World world, DrillRequest request, Shelf shelf) throws IOException {
    var lossDice = Dice.of(request.seed(), 801);
    for (var extra : world.extras()) {
      try (var file = shelf.open("logs/" + extra.path())) {
        if (extra.path().endsWith(".gz")) {
          try (var out = new GZIPOutputStream(file)) {
            lines(extra, request, lossDice, out);
          }
        } else {
          lines(extra, request, lossDice, file);
        }
      }
    }
  }

  private static void lines(Extra extra, DrillRequest request, Dice lossDice, OutputStream out)
      throws IOException {
    if (!extra.header().isEmpty()) {
      out.write((extra.header() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (var line : extra.lines()) {
      if (!lossDice.chance(request.loss().s3Access())) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
