package io.cofferdam.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import java.util.regex.Pattern;

/// Calls to the API, written short.
///
/// @param group the group's part of the path: `/api/v1`, `/apis/apps/v1`
/// @param namespace empty for what lies in none
/// @param kind in the plural, as the path has it: `networkpolicies`
/// @param role the same as roles name it: `networkpolicies.networking.k8s.io`
record Api(String group, String namespace, String kind, String role) {
  /// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  static Api pods(String namespace) {
    return new Api("/api/v1", namespace, "pods", "pods");
  }

  static Api nodes() {
    return new Api("/api/v1", "", "nodes", "nodes");
  }

  static Api policies(String namespace) {
    return new Api(
        "/apis/networking.k8s.io/v1",
        namespace,
        "networkpolicies",
        "networkpolicies.networking.k8s.io");
  }

  static Api workloads(String namespace, String kind) {
    return new Api("/apis/apps/v1", namespace, kind, kind + ".apps");
  }

  /// Whether all are names that objects can have: nothing else gets into a path.
  static boolean named(String... names) {
    for (var name : names) {
      if (!NAME.matcher(name).matches() || name.contains("..")) {
        return false;
      }
    }
    return true;
  }

  ActCall get(String name) {
    return call("get", "get", name, object());
  }

  ActCall list() {
    return call("get", "list", "", object());
  }

  ActCall create(ObjectNode body) {
    return call("create", "create", "", object().set("body", body));
  }

  ActCall patch(String name, ObjectNode body) {
    return call("patch", "patch", name, object().set("body", body));
  }

  ActCall delete(String name) {
    return call("delete", "delete", name, object());
  }

  private ActCall call(String operation, String verb, String name, ObjectNode parameters) {
    var path =
        group
            + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
            + "/"
            + kind
            + (name.isEmpty() ? "" : "/" + name);
    var resource = (namespace.isEmpty() ? "" : namespace + "/") + (name.isEmpty() ? "*" : name);
    return new ActCall(
        "kubernetes",
        operation,
        "",
        parameters.put("path", path),
        new Permission(verb + " " + role, resource));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// What a merge patch puts where something is taken away.
  static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? NullNode.getInstance() : value;
  }

  /// A patch that is refused where the object is no longer the one that was read.
  ///
  /// @param token the place of its resource version among the state's tokens
  static ObjectNode guarded(ObjectNode patch, String token) {
    patch.withObject("/metadata").put("resourceVersion", "$state:/tokens/" + token);
    return patch;
  }
}
