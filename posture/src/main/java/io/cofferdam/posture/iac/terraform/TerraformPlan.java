package io.cofferdam.posture.iac.terraform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.iac.BadInput;
import io.cofferdam.posture.iac.NotKnown;
import io.cofferdam.posture.iac.PlanSource;
import io.cofferdam.posture.iac.Planned;
import io.cofferdam.posture.iac.Planned.Item;
import io.cofferdam.posture.inventory.PlannedFacts.Language;
import io.cofferdam.posture.inventory.PlannedFacts.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A plan of Terraform (or OpenTofu) as `terraform show -json` prints it: the resources that will
/// be there once it is applied.
///
/// See https://developer.hashicorp.com/terraform/internals/json-format.
public final class TerraformPlan implements PlanSource {
  private static final long MAX_BYTES = 128L << 20;
  private static final int MAX_DEPTH = 500;
  private static final int MODULES_DEEP = 50;
  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
  private static final Pattern IN_ARN =
      Pattern.compile("arn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*:([0-9]{12}):");
  private static final Pattern QUOTED = Pattern.compile("\"([0-9]{12})\"");
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(8 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Path file;
  private final JsonNode root;
  private final Map<String, JsonNode> changes = new HashMap<>();
  private final References references;

  private TerraformPlan(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
    root.path("resource_changes")
        .forEach(
            change -> {
              // what is left of a replaced resource has the address of the one in its place
              if (!change.has("deposed")) {
                changes.put(change.path("address").asText(""), change);
              }
            });
    this.references = new References(root, addresses());
  }

  /// Reads a plan.
  ///
  /// @throws io.cofferdam.model.CofferdamException CFD-POSTURE-0031 where the file cannot be read,
  ///     CFD-POSTURE-0032 where it is no plan
  public static TerraformPlan read(Path file) {
    var text = BadInput.text(file, MAX_BYTES);
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException bad) {
      var at = bad.getLocation();
      throw refused(
          file,
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr(),
          "no JSON: " + BadInput.shown(bad.getOriginalMessage()));
    }
    var version = root.path("format_version").asText("");
    if (!root.isObject() || version.isEmpty()) {
      throw refused(file, 1, 1, "no `format_version`");
    }
    if (!version.matches("1\\.\\d{1,4}")) {
      throw refused(file, 1, 1, "`format_version` is `" + BadInput.shown(version) + "`, not 1.x");
    }
    if (!root.path("planned_values").path("root_module").isObject()) {
      throw refused(
          file,
          1,
          1,
          "no `planned_values.root_module`" + (root.has("values") ? ": this is a state" : ""));
    }
    return new TerraformPlan(file, root);
  }

  private static RuntimeException refused(Path file, int line, int column, String message) {
    return new CofferdamException(
        "CFD-POSTURE-0032",
        ErrorCategory.INVALID_INPUT,
        BadInput.place(file, line, column)
            + ": "
            + message
            + " [a plan as `terraform show -json` prints it]",
        "terraform plan -out PLAN && terraform show -json PLAN > PLAN.json");
  }

  @Override
  public Planned planned(String account, String region) {
    var items = new ArrayList<Item>();
    resources(
        root.path("planned_values").path("root_module"),
        0,
        (module, resource) -> item(module, resource).ifPresent(items::add));
    var notes = new ArrayList<String>();
    if (root.path("errored").asBoolean(false)) {
      notes.add("The plan ended with an error: what it does not hold was not planned.");
    }
    return new Planned(items, accounts(items), account(), region(), notes);
  }

  private interface EachResource {
    void see(String module, JsonNode resource);
  }

  private void resources(JsonNode module, int deep, EachResource each) {
    if (deep > MODULES_DEEP) {
      throw refused(file, 0, 0, "modules lie more than " + MODULES_DEEP + " deep");
    }
    var address = module.path("address").asText("");
    module.path("resources").forEach(resource -> each.see(address, resource));
    module.path("child_modules").forEach(child -> resources(child, deep + 1, each));
  }

  private Set<String> addresses() {
    var all = new TreeSet<String>();
    resources(
        root.path("planned_values").path("root_module"),
        0,
        (module, resource) -> {
          var address = resource.path("address").asText("");
          if (address.isEmpty() || resource.path("type").asText("").isEmpty()) {
            throw refused(
                file,
                0,
                0,
                "a resource of "
                    + (module.isEmpty() ? "the root module" : "`" + BadInput.shown(module) + "`")
                    + " has no `address` or no `type`");
          }
          if (!all.add(address)) {
            throw refused(file, 0, 0, "`" + BadInput.shown(address) + "` stands twice");
          }
          if (resource.has("values") && !resource.path("values").isObject()) {
            throw refused(file, 0, 0, "`values` of `" + BadInput.shown(address) + "` is no object");
          }
        });
    return all;
  }

  private Optional<Item> item(String module, JsonNode resource) {
    if (!resource.path("mode").asText("managed").equals("managed")) {
      return Optional.empty();
    }
    var address = resource.path("address").asText("");
    var type = resource.path("type").asText("");
    var change = changes.get(address);
    var plain = resource.path("values");
    var unknown = change == null ? Marks.NONE : change.path("change").path("after_unknown");
    var sensitive =
        Marks.either(
            resource.path("sensitive_values"),
            change == null ? Marks.NONE : change.path("change").path("after_sensitive"));
    var configured = references.expressions(address);
    var values =
        Marks.values(
            plain, unknown, sensitive, configured, module, resource.path("index"), references);
    return Optional.of(
        new Item(
            address,
            type,
            values,
            created(change) && NotKnown.of(values).isEmpty(),
            regionOf(plain, address),
            new Written(file.toString(), 0, address, Language.TERRAFORM)));
  }

  private static boolean created(@org.jspecify.annotations.Nullable JsonNode change) {
    if (change == null) {
      return false;
    }
    for (var action : change.path("change").path("actions")) {
      if (action.asText().equals("create")) {
        return true;
      }
    }
    return false;
  }

  /// Since version 6 of the provider a resource may name its own region.
  private Optional<String> regionOf(JsonNode values, String address) {
    var own = values.path("region").asText("");
    return own.isEmpty() ? references.region(address) : Optional.of(own);
  }

  private Optional<String> region() {
    return references.providerRegion("aws");
  }

  private Optional<String> account() {
    var found = new TreeSet<String>();
    var prior = root.path("prior_state").path("values").path("root_module");
    resources(
        prior,
        0,
        (_, resource) -> {
          if (resource.path("type").asText("").equals("aws_caller_identity")) {
            found.add(resource.path("values").path("account_id").asText(""));
          }
        });
    found.remove("");
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Account numbers in what may be shown: not in sensitive values.
  private static Set<String> accounts(List<Item> items) {
    var found = new TreeSet<String>();
    items.forEach(item -> collect(item.values(), found));
    return found;
  }

  private static void collect(JsonNode node, Set<String> found) {
    if (node.isTextual()) {
      var text = node.asText();
      var matcher = IN_ARN.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
      if (ACCOUNT.matcher(text).matches()) {
        found.add(text);
      } else if (text.startsWith("{")) {
        var quoted = QUOTED.matcher(text);
        while (quoted.find()) {
          found.add(quoted.group(1));
        }
      }
    }
    node.forEach(child -> collect(child, found));
  }

  static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText("")));
    return texts;
  }
}
