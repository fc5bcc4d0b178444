package io.cofferdam.posture.iac;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.content.CatalogueFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The mappings of one language, by type.
public final class Mappings {
  private static final String ROOT = "catalog/iac/";

  private final Map<String, Mapping> byType;

  private Mappings(Map<String, Mapping> byType) {
    this.byType = byType;
  }

  /// The shipped mappings: the files that `catalog/iac/LANGUAGE/index.txt` lists.
  ///
  /// @param language `terraform` or `cloudformation`
  /// @throws CofferdamException CFD-POSTURE-0030 with every mistake in every file
  public static Mappings shipped(String language) {
    var problems = new ArrayList<String>();
    var byType = new LinkedHashMap<String, Mapping>();
    for (var path : new CatalogueFiles(ROOT + language + "/").paths()) {
      for (var mapping : new MappingFile(path, problems).read(CatalogueFiles.text(path))) {
        if (byType.putIfAbsent(mapping.type(), mapping) != null) {
          problems.add(path + ": `" + mapping.type() + "` is mapped twice");
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new CofferdamException(
          "CFD-POSTURE-0030",
          ErrorCategory.INVALID_INPUT,
          "the mappings of " + language + " have mistakes: " + String.join("; ", problems),
          "mend the files named");
    }
    return new Mappings(byType);
  }

  public Optional<Mapping> of(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  public Collection<Mapping> all() {
    return byType.values();
  }
}
