package io.cofferdam.app.soak;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.model.CofferdamException;
import java.io.IOException;

/// Any bytes as a data map: a map, or a refusal that says what is wrong.
public final class DataMapTarget implements FuzzTarget {
  private static final DataMapTarget ONLY = new DataMapTarget();

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "data-map";
  }

  @Override
  public void feed(byte[] input) throws IOException {
    try {
      DataMapFile.read(Scratch.file("data-map.yaml", input));
    } catch (CofferdamException refused) {
      Refusals.check(refused, "CFD-MAP-");
    }
  }
}
