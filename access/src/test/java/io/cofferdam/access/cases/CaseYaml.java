package io.cofferdam.access.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads YAML with anchors and merge keys. Account numbers and dates stay text: only `true`,
/// `false`, `null` and numbers of up to ten digits are anything else.
final class CaseYaml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CaseYaml() {}

  static JsonNode read(String text) {
    var loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    loading.setMaxAliasesForCollections(2_000);
    var dumping = new DumperOptions();
    var yaml =
        new Yaml(
            new SafeConstructor(loading),
            new Representer(dumping),
            dumping,
            loading,
            new FewTypes());
    return JSON.valueToTree(yaml.load(text));
  }

  private static final class FewTypes extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]{0,9})"), "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
