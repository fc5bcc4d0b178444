package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.posture.iac.FactPath;
import io.cofferdam.posture.iac.Identity;
import io.cofferdam.posture.iac.Mappings;
import io.cofferdam.posture.iac.NotKnown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What `Ref` and `Fn::GetAtt` stand for in one stack. A resource that has no name of its own is
/// called by one that stands in; names that depend on each other in a circle are not known.
final class StackNames implements Intrinsics.Names {
  private static final String STACK = "planned-stack";

  private final JsonNode template;
  private final ParameterValues parameters;
  private final Mappings mappings;
  private final String account;
  private final String region;
  private final Intrinsics intrinsics;
  private final Map<String, JsonNode> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  StackNames(
      JsonNode template,
      ParameterValues parameters,
      Mappings mappings,
      String account,
      String region,
      Runnable full) {
    this.template = template;
    this.parameters = parameters;
    this.mappings = mappings;
    this.account = account;
    this.region = region.isEmpty() ? Identity.SOME_REGION : region;
    this.intrinsics = new Intrinsics(template, this, new Room(), full);
  }

  Intrinsics intrinsics() {
    return intrinsics;
  }

  Set<String> unset() {
    return parameters.unset();
  }

  @Override
  public JsonNode ref(String name) {
    if (name.startsWith("AWS::")) {
      return pseudo(name);
    }
    return parameters.has(name) ? parameters.value(name) : attribute(name, "Ref");
  }

  private JsonNode pseudo(String name) {
    return switch (name) {
      case "AWS::AccountId" -> text(account);
      case "AWS::Region" -> text(region);
      case "AWS::Partition" -> text(region.startsWith("cn-") ? "aws-cn" : "aws");
      case "AWS::URLSuffix" ->
          text(region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
      case "AWS::StackName" -> text(STACK);
      case "AWS::NoValue" -> MissingNode.getInstance();
      default -> NotKnown.because("`" + name + "` is known only after apply");
    };
  }

  @Override
  public JsonNode attribute(String resource, String attribute) {
    var key = resource + "\n" + attribute;
    var before = known.get(key);
    if (before != null) {
      return before;
    }
    if (!open.add(key)) {
      return NotKnown.because("`" + resource + "` refers to itself in a circle");
    }
    var value = worked(resource, attribute);
    open.remove(key);
    known.put(key, value);
    return value;
  }

  private JsonNode worked(String resource, String attribute) {
    var declared = template.path("Resources").path(resource);
    var mapping = mappings.of(declared.path("Type").asText(""));
    if (mapping.isEmpty()) {
      return NotKnown.because(NotKnown.AFTER_APPLY);
    }
    var properties = declared.path("Properties");
    var values = JsonNodeFactory.instance.objectNode();
    java.util.function.Function<String, JsonNode> value =
        path -> {
          var first = path.split("\\.", 2)[0];
          if (!values.has(first)) {
            values.set(first, intrinsics.evaluate(properties.path(first)));
          }
          return FactPath.plain(values, path);
        };
    return Identity.of(mapping.get(), resource, value, account, region)
        .export(mapping.get(), attribute, value, account, region)
        .map(StackNames::text)
        .orElseGet(() -> NotKnown.because(NotKnown.AFTER_APPLY));
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }
}
