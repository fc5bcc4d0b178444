package io.cofferdam.posture.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.content.CatalogueFiles;
import java.util.ArrayList;
import java.util.List;

/// All controls of a provider, with the samples that show what each means.
public record ControlCatalogue(List<Entry> entries) {
  private static final String ROOT = "catalog/controls/";

  public ControlCatalogue {
    entries = List.copyOf(entries);
  }

  /// A control, and the facts of its samples by name: `met`, `violated`, `undetermined`.
  public record Entry(Control control, JsonNode samples) {}

  public List<Control> controls() {
    return entries.stream().map(Entry::control).toList();
  }

  /// The shipped controls: the files that `catalog/controls/PROVIDER/index.txt` lists.
  ///
  /// @throws CofferdamException CFD-POSTURE-0007 with every mistake in every file
  public static ControlCatalogue shipped(String provider) {
    var problems = new ArrayList<String>();
    var entries = new ArrayList<Entry>();
    for (var path : new CatalogueFiles(ROOT + provider + "/").paths()) {
      new ControlFile(path, problems).read(CatalogueFiles.text(path)).ifPresent(entries::add);
    }
    if (!problems.isEmpty()) {
      throw new CofferdamException(
          "CFD-POSTURE-0007",
          ErrorCategory.INVALID_INPUT,
          "controls have mistakes: " + String.join("; ", problems),
          "mend the files named");
    }
    return new ControlCatalogue(entries);
  }
}
