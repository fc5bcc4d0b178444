package io.cofferdam.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.spi.ServiceModel;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/// The models of AWS's services as the vendor's clients have them. Knows the services that this
/// program can ask; connects to nothing.
public final class AwsServiceModel implements ServiceModel {
  /// Where the vendor's clients for scripts, by which documents name services, say otherwise than
  /// those for Java.
  private static final Map<String, String> SCRIPT_NAMES =
      Map.of(
          "cloudwatchlogs", "logs",
          "databasemigration", "dms",
          "elasticloadbalancingv2", "elbv2",
          "ecrpublic", "ecr-public",
          "eventbridge", "events",
          "bedrockagent", "bedrock-agent",
          "vpclattice", "vpc-lattice",
          "networkfirewall", "network-firewall");

  /// The one operation whose members the clients for Java name otherwise than the wire.
  private static final Map<String, String> OF_COPY =
      Map.of("DestinationBucket", "Bucket", "DestinationKey", "Key", "SourceBucket", "CopySource");

  private static final int DEEPEST = 30;

  private final Map<String, Map<String, Method>> services = new TreeMap<>();

  @Override
  public Set<String> operations(String service) {
    return services.computeIfAbsent(service, AwsServiceModel::methods).keySet();
  }

  private static Map<String, Method> methods(String service) {
    var methods = new TreeMap<String, Method>();
    var name =
        SCRIPT_NAMES.entrySet().stream()
            .filter(each -> each.getValue().equals(service))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(service);
    AwsServices.builder(name)
        .flatMap(AwsServiceModel::client)
        .ifPresent(
            type -> {
              for (var method : type.getMethods()) {
                if (method.getParameterCount() == 1
                    && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                    && !method.getName().endsWith("Paginator")) {
                  methods.put(
                      method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                          + method.getName().substring(1),
                      method);
                }
              }
            });
    return methods;
  }

  /// The client that a builder builds, as its interface says; none is built.
  private static Optional<Class<?>> client(Object builder) {
    for (var type : builder.getClass().getInterfaces()) {
      for (var generic : type.getGenericInterfaces()) {
        if (generic instanceof ParameterizedType of
            && of.getActualTypeArguments().length == 2
            && of.getActualTypeArguments()[1] instanceof Class<?> client) {
          return Optional.of(client);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> misfits(String service, String operation, JsonNode parameters) {
    var method = services.computeIfAbsent(service, AwsServiceModel::methods).get(operation);
    if (method == null) {
      return List.of(operation + " is no operation of " + service);
    }
    var misfits = new ArrayList<String>();
    try {
      var builder = method.getParameterTypes()[0].getMethod("builder").invoke(null);
      members((SdkPojo) builder, parameters, "", misfits, 0);
    } catch (ReflectiveOperationException impossible) {
      misfits.add(operation + " cannot be held against the model");
    }
    return misfits;
  }

  private static void members(
      SdkPojo structure, JsonNode node, String path, List<String> misfits, int depth) {
    if (!node.isObject() || depth > DEEPEST) {
      misfits.add(place(path) + " has no members [members]");
      return;
    }
    var fields = new LinkedHashMap<String, SdkField<?>>();
    for (var each : structure.sdkFields()) {
      var renamed = structure instanceof CopyObjectRequest.Builder;
      fields.put(
          renamed ? OF_COPY.getOrDefault(each.memberName(), each.memberName()) : each.memberName(),
          each);
    }
    for (var member : node.properties()) {
      var at = path + "/" + member.getKey();
      var field = fields.get(member.getKey());
      if (field == null) {
        misfits.add(
            place(at)
                + " is no member ["
                + String.join(", ", new TreeSet<>(fields.keySet()))
                + "]");
      } else {
        value(field, member.getValue(), at, misfits, depth + 1);
      }
    }
  }

  private static void value(
      SdkField<?> field, JsonNode node, String path, List<String> misfits, int depth) {
    if (node.isTextual() && node.textValue().contains("{{")) {
      return;
    }
    var type = field.marshallingType();
    if (type.equals(MarshallingType.LIST)) {
      if (!node.isArray()) {
        misfits.add(place(path) + " is no list [a list]");
        return;
      }
      var item = field.getTrait(ListTrait.class).memberFieldInfo();
      for (int i = 0; i < node.size(); i++) {
        value(item, node.get(i), path + "/" + i, misfits, depth + 1);
      }
    } else if (type.equals(MarshallingType.MAP)) {
      if (!node.isObject()) {
        misfits.add(place(path) + " is no mapping [names and values]");
        return;
      }
      var item = field.getTrait(MapTrait.class).valueFieldInfo();
      for (var each : node.properties()) {
        value(item, each.getValue(), path + "/" + each.getKey(), misfits, depth + 1);
      }
    } else if (type.equals(MarshallingType.SDK_POJO)) {
      members(field.constructor().get(), node, path, misfits, depth);
    } else {
      scalar(type, node).ifPresent(expected -> misfits.add(place(path) + " " + expected));
    }
  }

  /// What a single value should be, where it is not.
  private static Optional<String> scalar(MarshallingType<?> type, JsonNode node) {
    if (type.equals(MarshallingType.DOCUMENT)) {
      return Optional.empty();
    }
    if (!node.isValueNode()) {
      return Optional.of("is no single value [one value]");
    }
    if (type.equals(MarshallingType.BOOLEAN) && !node.asText().matches("(?i)true|false")) {
      return Optional.of("is neither true nor false [true or false]");
    }
    if ((type.equals(MarshallingType.INTEGER) || type.equals(MarshallingType.LONG))
        && !node.asText().matches("-?[0-9]{1,18}")) {
      return Optional.of("is no whole number [a whole number]");
    }
    return Optional.empty();
  }

  private static String place(String path) {
    return "`" + (path.isEmpty() ? "/" : path) + "`";
  }
}
