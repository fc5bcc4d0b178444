package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.abac.Condition;
import io.cofferdam.access.azure.abac.ConditionEvaluator;
import io.cofferdam.access.azure.rbac.AzureAction;
import io.cofferdam.access.azure.rbac.BuiltInRoles;
import io.cofferdam.access.azure.rbac.ClassicAdministrator;
import io.cofferdam.access.azure.rbac.DenyAssignment;
import io.cofferdam.access.azure.rbac.PrincipalRef;
import io.cofferdam.access.azure.rbac.RoleAssignment;
import io.cofferdam.access.azure.rbac.RoleDefinition;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.model.Ternary;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Deny assignments, then role assignments with their conditions (Microsoft Learn, "What is Azure
/// RBAC", How Azure RBAC determines if a user has access to a resource).
final class RbacGate {
  private final RoleModel model;
  private final Instant time;
  private final Attributes attributes;
  private final Trace trace;

  RbacGate(RoleModel model, Instant time, Attributes attributes, Trace trace) {
    this.model = model;
    this.time = time;
    this.attributes = attributes;
    this.trace = trace;
  }

  /// What role-based access control says.
  ///
  /// @param granted whether some action is granted and not denied
  /// @param denied whether deny assignments block all the actions that would do
  record Answer(Ternary granted, Ternary denied) {}

  /// @param actions of which one suffices
  Answer decide(
      String principal, List<AzureAction> actions, Set<String> subOperations, Scope resource) {
    Ternary granted = Ternary.FALSE;
    Ternary allDenied = Ternary.TRUE;
    Ternary anyDenied = Ternary.FALSE;
    for (AzureAction action : actions) {
      Ternary denied = denied(principal, action, subOperations, resource);
      allDenied = allDenied.and(denied);
      anyDenied = anyDenied.or(denied);
      if (denied != Ternary.TRUE) {
        granted = granted.or(granted(principal, action, subOperations, resource).and(denied.not()));
      }
    }
    if (granted == Ternary.FALSE && allDenied != Ternary.TRUE) {
      trace.fail(Gate.ROLE_ASSIGNMENT, "no role assignment in force gives " + names(actions));
    }
    Ternary denied =
        allDenied == Ternary.FALSE && anyDenied != Ternary.FALSE ? Ternary.UNKNOWN : allDenied;
    return new Answer(granted, denied);
  }

  private static String names(List<AzureAction> actions) {
    return String.join(" or ", actions.stream().map(AzureAction::name).toList());
  }

  private Ternary denied(
      String principal, AzureAction action, Set<String> subOperations, Scope resource) {
    Ternary any = Ternary.FALSE;
    for (DenyAssignment deny : model.denies()) {
      if (!deny.includes(action)) {
        continue;
      }
      Ternary reaches =
          deny.doNotApplyToChildScopes()
              ? Ternary.of(deny.scope().equals(resource))
              : model.scopes().covers(deny.scope(), resource);
      Ternary names = deny.allPrincipals() ? Ternary.TRUE : anyOf(principal, deny.principals());
      Ternary spares = anyOf(principal, deny.excluded());
      Ternary applies = reaches.and(names).and(spares.not());
      if (applies != Ternary.FALSE) {
        applies = applies.and(holds(deny.condition(), action, subOperations));
      }
      if (applies == Ternary.TRUE) {
        trace.fail(
            Gate.DENY_ASSIGNMENT,
            "deny assignment " + deny.id() + " at " + deny.scope() + " blocks " + action.name());
      } else if (applies == Ternary.UNKNOWN) {
        trace.unknown("whether deny assignment " + deny.id() + " applies");
      }
      any = any.or(applies);
    }
    return any;
  }

  private Ternary anyOf(String principal, List<PrincipalRef> named) {
    Ternary any = Ternary.FALSE;
    for (PrincipalRef one : named) {
      any = any.or(model.directory().is(principal, one));
    }
    return any;
  }

  private Ternary holds(
      Optional<Condition> condition, AzureAction action, Set<String> subOperations) {
    return condition
        .map(
            c ->
                new ConditionEvaluator(action.name(), subOperations, attributes, trace.residual())
                    .evaluate(c))
        .orElse(Ternary.TRUE);
  }

  Ternary granted(String principal, AzureAction action, Set<String> subOperations, Scope resource) {
    Ternary any = classic(principal, action, resource);
    for (RoleAssignment assignment : model.assignments()) {
      Ternary reaches = model.scopes().covers(assignment.scope(), resource);
      if (reaches == Ternary.FALSE || !inForce(assignment)) {
        continue;
      }
      Ternary includes = includes(assignment, action);
      Ternary holder =
          includes == Ternary.FALSE
              ? Ternary.FALSE
              : model.directory().is(principal, assignment.principal());
      Ternary grants = reaches.and(includes).and(holder);
      if (grants == Ternary.FALSE) {
        continue;
      }
      if (assignment.state() == RoleAssignment.State.ELIGIBLE) {
        trace.fail(
            Gate.ROLE_ASSIGNMENT,
            words(assignment) + " is eligible only; it would count once activated");
        continue;
      }
      Ternary conditioned = holds(assignment.condition(), action, subOperations);
      any = any.or(tell(assignment, action, grants, conditioned));
    }
    return any;
  }

  private Ternary tell(
      RoleAssignment assignment, AzureAction action, Ternary grants, Ternary conditioned) {
    Ternary result = grants.and(conditioned);
    if (result == Ternary.TRUE) {
      trace.pass(Gate.ROLE_ASSIGNMENT, words(assignment) + " gives " + action.name());
    } else if (conditioned == Ternary.FALSE) {
      trace.fail(Gate.ROLE_ASSIGNMENT, words(assignment) + ": its condition is not met");
    } else if (grants == Ternary.UNKNOWN) {
      trace.unknown("whether " + words(assignment) + " reaches the caller, action and resource");
    }
    return result;
  }

  private boolean inForce(RoleAssignment assignment) {
    return assignment.from().map(from -> !time.isBefore(from)).orElse(true)
        && assignment.until().map(time::isBefore).orElse(true);
  }

  private Ternary includes(RoleAssignment assignment, AzureAction action) {
    return role(assignment).map(role -> Ternary.of(role.includes(action))).orElse(Ternary.UNKNOWN);
  }

  private Optional<RoleDefinition> role(RoleAssignment assignment) {
    return model.role(assignment.roleId()).or(() -> BuiltInRoles.byId(assignment.roleId()));
  }

  private String words(RoleAssignment assignment) {
    return "assignment of "
        + role(assignment).map(RoleDefinition::name).orElse("role " + assignment.roleId())
        + " at "
        + assignment.scope();
  }

  private Ternary classic(String principal, AzureAction action, Scope resource) {
    Ternary any = Ternary.FALSE;
    for (ClassicAdministrator one : model.classicAdministrators()) {
      if (action.isData()
          || !one.principalId().equals(principal)
          || model.scopes().covers(one.subscription(), resource) != Ternary.TRUE) {
        continue;
      }
      any =
          any.or(
              time.isBefore(ClassicAdministrator.RETIRED)
                  ? trace.pass(
                      Gate.ROLE_ASSIGNMENT,
                      "a classic administrator holds Owner at " + one.subscription())
                  : trace.unknown("what classic administrators hold after their retirement"));
    }
    return any;
  }

  /// Locks stop control actions whoever calls.
  boolean locked(AzureAction action, Scope resource) {
    Set<String> told = new LinkedHashSet<>();
    model.locks().stream()
        .filter(lock -> lock.stops(action))
        .filter(lock -> model.scopes().covers(lock.scope(), resource) == Ternary.TRUE)
        .forEach(lock -> told.add("a lock at " + lock.scope() + " stops " + action.name()));
    told.forEach(text -> trace.fail(Gate.LOCK, text));
    return !told.isEmpty();
  }
}
