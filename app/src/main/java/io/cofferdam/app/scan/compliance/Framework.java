package io.cofferdam.app.scan.compliance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.app.datamap.NearestName;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.content.CatalogueFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A framework whose clauses controls name.
///
/// @param id `gdpr`
/// @param version the edition meant, in the words of who publishes it
/// @param source where its text is published
/// @param form what its clauses look like: a regular expression
/// @param clauses what clauses are about, in our own few words; not all of them
public record Framework(
    String id,
    String title,
    String version,
    String source,
    Pattern form,
    Map<String, String> clauses) {
  /// Names all frameworks where one is asked for.
  public static final String ALL = "all";

  private static final YAMLMapper YAML = new YAMLMapper();

  public Framework {
    clauses = new LinkedHashMap<>(clauses);
  }

  @Override
  public Map<String, String> clauses() {
    return new LinkedHashMap<>(clauses);
  }

  /// The shipped frameworks: the files that `catalog/frameworks/index.txt` lists.
  public static List<Framework> shipped() {
    return new CatalogueFiles("catalog/frameworks/").paths().stream().map(Framework::read).toList();
  }

  /// Those named; `all` names all.
  ///
  /// @throws CofferdamException CFD-APP-0123 where there is none of that name
  public static List<Framework> named(List<String> names) {
    var shipped = shipped();
    var chosen = new ArrayList<Framework>();
    for (var name : names) {
      if (name.equals(ALL)) {
        return shipped;
      }
      chosen.add(
          shipped.stream()
              .filter(each -> each.id().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, shipped)));
    }
    return chosen.stream().distinct().toList();
  }

  private static CofferdamException unknown(String name, List<Framework> shipped) {
    var known = shipped.stream().map(Framework::id).toList();
    return new CofferdamException(
        "CFD-APP-0123",
        ErrorCategory.INVALID_INPUT,
        "`--framework` is `" + name + "` [" + String.join(", ", known) + " or all]",
        NearestName.of(name, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("several times for several"));
  }

  private static Framework read(String path) {
    try {
      var root = YAML.readTree(CatalogueFiles.text(path));
      var clauses = new LinkedHashMap<String, String>();
      root.path("clauses")
          .properties()
          .forEach(each -> clauses.put(each.getKey(), each.getValue().asText()));
      return new Framework(
          root.path("id").asText(),
          root.path("title").asText(),
          root.path("version").asText(),
          root.path("source").asText(),
          Pattern.compile(root.path("form").asText()),
          clauses);
    } catch (JsonProcessingException bad) {
      throw new CofferdamBug(path + " is shipped and no YAML", bad);
    }
  }
}
