package io.cofferdam.posture.iac.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.posture.iac.NotKnown.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the expressions of a configuration refer to, followed through arguments and outputs of
/// modules. Only an expression that names one attribute of one resource is followed: a plan does
/// not tell how several are put together.
final class References {
  private static final int STEPS = 64;

  /// An expression that names more is not one attribute alone.
  private static final int NAMES = 64;

  private final JsonNode configuration;
  private final JsonNode variables;
  private final Set<String> addresses;
  private final IdentityHashMap<JsonNode, Map<String, JsonNode>> declared = new IdentityHashMap<>();

  References(JsonNode plan, Set<String> addresses) {
    this.configuration = plan.path("configuration");
    this.variables = plan.path("variables");
    this.addresses = Set.copyOf(addresses);
  }

  /// The expressions of the configuration of a resource.
  JsonNode expressions(String address) {
    return resource(address).path("expressions");
  }

  private JsonNode resource(String address) {
    var steps = Address.steps(Address.withoutIndexes(address));
    JsonNode module = configuration.path("root_module");
    for (var name : Address.modules(steps)) {
      module = module.path("module_calls").path(name).path("module");
    }
    var plain = Address.resource(steps);
    return declared
        .computeIfAbsent(module, References::byAddress)
        .getOrDefault(plain, MissingNode.getInstance());
  }

  private static Map<String, JsonNode> byAddress(JsonNode module) {
    var resources = new HashMap<String, JsonNode>();
    for (var each : module.path("resources")) {
      resources.putIfAbsent(each.path("address").asText(""), each);
    }
    return resources;
  }

  /// The attribute that an expression is, where it is one attribute of one planned resource.
  ///
  /// @param module the address of the module instance in which it stands, or empty
  /// @param index the `count.index` or `each.key` of the resource in which it stands
  Optional<Reference> exact(String module, JsonNode index, JsonNode expression) {
    return follow(module, index, TerraformPlan.texts(expression.path("references")), 0);
  }

  private Optional<Reference> follow(
      String module, JsonNode index, List<String> references, int step) {
    if (step > STEPS || references.size() > NAMES) {
      return Optional.empty();
    }
    var longest = longest(references);
    if (longest.size() != 1) {
      return Optional.empty();
    }
    var one = longest.getFirst();
    if (one.startsWith("var.")) {
      return argument(module, one.substring(4), step);
    }
    if (one.startsWith("module.")) {
      return output(module, one, step);
    }
    return attribute(module, index, one);
  }

  /// References without those that are only the beginning of another one, and without the index of
  /// the resource itself.
  private static List<String> longest(List<String> references) {
    var kept = new ArrayList<String>();
    for (var each : references) {
      var own = each.equals("each.key") || each.equals("each.value") || each.equals("count.index");
      var beginning =
          references.stream()
              .anyMatch(
                  other ->
                      other.length() > each.length()
                          && (other.startsWith(each + ".") || other.startsWith(each + "[")));
      if (!own && !beginning) {
        kept.add(each);
      }
    }
    return kept;
  }

  private Optional<Reference> argument(String module, String variable, int step) {
    if (module.isEmpty()) {
      return Optional.empty();
    }
    var parent = Address.parent(module);
    var call = call(module);
    return follow(
        parent,
        Address.index(module),
        TerraformPlan.texts(call.path("expressions").path(name(variable)).path("references")),
        step + 1);
  }

  private Optional<Reference> output(String module, String reference, int step) {
    var steps = Address.steps(reference);
    if (steps.size() < 3) {
      return Optional.empty();
    }
    var child = (module.isEmpty() ? "" : module + ".") + "module." + steps.get(1);
    var expression =
        call(child).path("module").path("outputs").path(name(steps.get(2))).path("expression");
    return follow(
        child,
        MissingNode.getInstance(),
        TerraformPlan.texts(expression.path("references")),
        step + 1);
  }

  private JsonNode call(String module) {
    JsonNode at = configuration.path("root_module");
    JsonNode call = MissingNode.getInstance();
    for (var name : Address.modules(Address.steps(Address.withoutIndexes(module)))) {
      call = at.path("module_calls").path(name);
      at = call.path("module");
    }
    return call;
  }

  private Optional<Reference> attribute(String module, JsonNode index, String reference) {
    var steps = Address.steps(reference);
    if (steps.size() < 2 || steps.getFirst().equals("data") || steps.getFirst().equals("local")) {
      return Optional.empty();
    }
    var attribute = steps.size() > 2 ? steps.get(2) : "id";
    var begin = (module.isEmpty() ? "" : module + ".") + steps.get(0) + "." + steps.get(1);
    for (var each : candidates(begin, index)) {
      if (addresses.contains(each)) {
        return Optional.of(new Reference(each, attribute));
      }
    }
    return Optional.empty();
  }

  private static Set<String> candidates(String begin, JsonNode index) {
    var all = new TreeSet<String>();
    all.add(begin);
    if (!begin.endsWith("]")) {
      if (index.isNumber()) {
        all.add(begin + "[" + index.asText() + "]");
      } else if (index.isTextual()) {
        all.add(begin + "[\"" + index.asText() + "\"]");
      } else {
        all.add(begin + "[0]");
      }
    }
    return all;
  }

  private static String name(String step) {
    var bracket = step.indexOf('[');
    var dot = step.indexOf('.');
    var end = bracket < 0 ? step.length() : bracket;
    return step.substring(0, dot < 0 ? end : Math.min(dot, end));
  }

  /// The region that the provider of a resource is configured with.
  Optional<String> region(String address) {
    return providerRegion(resource(address).path("provider_config_key").asText(""));
  }

  /// The region in a configuration of a provider, where it is a plain value or a variable.
  Optional<String> providerRegion(String key) {
    var region = configuration.path("provider_config").path(key).path("expressions").path("region");
    var constant = region.path("constant_value").asText("");
    if (!constant.isEmpty()) {
      return Optional.of(constant);
    }
    for (var each : region.path("references")) {
      var name = each.asText("");
      if (name.startsWith("var.")) {
        var value = variables.path(name.substring(4)).path("value").asText("");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
