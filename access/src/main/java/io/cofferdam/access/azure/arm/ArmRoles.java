package io.cofferdam.access.azure.arm;

import io.cofferdam.access.azure.abac.Condition;
import io.cofferdam.access.azure.abac.ConditionReader;
import io.cofferdam.access.azure.rbac.DenyAssignment;
import io.cofferdam.access.azure.rbac.Permissions;
import io.cofferdam.access.azure.rbac.PrincipalRef;
import io.cofferdam.access.azure.rbac.PrincipalType;
import io.cofferdam.access.azure.rbac.RoleAssignment;
import io.cofferdam.access.azure.rbac.RoleDefinition;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Role definitions, role assignments and deny assignments (REST reference, Authorization).
final class ArmRoles {
  private ArmRoles() {}

  private static ArmNode properties(ArmNode node) {
    return node.object("properties").orElse(node);
  }

  /// What stands behind the last slash, lower-case.
  private static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  static RoleDefinition definition(ArmNode node) {
    ArmNode properties = properties(node);
    String id = node.text("name").or(() -> node.text("id")).orElse("");
    return new RoleDefinition(
        last(id.isEmpty() ? node.needed("id") : id),
        properties.text("roleName").orElse(id),
        permissions(properties),
        properties.texts("assignableScopes").stream().map(Scope::new).toList());
  }

  private static List<Permissions> permissions(ArmNode properties) {
    return properties.objects("permissions").stream()
        .map(
            p ->
                Permissions.of(
                    p.texts("actions"),
                    p.texts("notActions"),
                    p.texts("dataActions"),
                    p.texts("notDataActions")))
        .toList();
  }

  static RoleAssignment assignment(ArmNode node) {
    ArmNode properties = properties(node);
    boolean eligible =
        node.text("type").orElse("").toLowerCase(Locale.ROOT).contains("roleeligibility");
    return new RoleAssignment(
        node.text("id").or(() -> node.text("name")).orElse("assignment"),
        new PrincipalRef(properties.needed("principalId"), type(properties.text("principalType"))),
        last(properties.needed("roleDefinitionId")),
        new Scope(properties.needed("scope")),
        condition(properties),
        eligible ? RoleAssignment.State.ELIGIBLE : RoleAssignment.State.ACTIVE,
        properties.time("startDateTime"),
        properties.time("endDateTime"));
  }

  /// Only version 2.0 of the language is known.
  private static Optional<Condition> condition(ArmNode properties) {
    Optional<String> text = properties.text("condition").filter(c -> !c.isBlank());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String version = properties.text("conditionVersion").orElse("2.0");
    return Optional.of(
        version.equals("2.0")
            ? ConditionReader.read(text.get()).condition()
            : new Condition.Unreadable("a version of the language that is not known"));
  }

  private static PrincipalType type(Optional<String> type) {
    return switch (type.orElse("").toLowerCase(Locale.ROOT)) {
      case "user" -> PrincipalType.USER;
      case "group" -> PrincipalType.GROUP;
      case "serviceprincipal" -> PrincipalType.SERVICE_PRINCIPAL;
      case "foreigngroup" -> PrincipalType.FOREIGN_GROUP;
      case "device" -> PrincipalType.DEVICE;
      default -> PrincipalType.UNTOLD;
    };
  }

  static DenyAssignment deny(ArmNode node) {
    ArmNode properties = properties(node);
    List<PrincipalRef> principals = new ArrayList<>(principals(properties, "principals"));
    boolean everyone = principals.removeIf(p -> p.id().equals(DenyAssignment.EVERYONE));
    return new DenyAssignment(
        node.text("id").or(() -> node.text("name")).orElse("deny assignment"),
        new Scope(properties.needed("scope")),
        permissions(properties),
        principals,
        everyone,
        principals(properties, "excludePrincipals"),
        properties.flag("doNotApplyToChildScopes").equals(Part.known(true)),
        condition(properties));
  }

  private static List<PrincipalRef> principals(ArmNode properties, String name) {
    return properties.objects(name).stream()
        .map(p -> new PrincipalRef(p.needed("id"), type(p.text("type"))))
        .toList();
  }
}
