package io.cofferdam.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.spi.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The policy with which a role is assumed for an act: the session may do what both the role and
/// this policy allow, so exactly the calls of the plan at most.
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
///
/// @param permissions what it allows, and nothing else
public record SessionPolicy(List<Permission> permissions) {
  /// How many characters such a policy may have.
  public static final int LONGEST = 2048;

  public SessionPolicy {
    permissions = List.copyOf(permissions);
  }

  /// As few policies as allow all of it. Where one would be too long there are several, each for
  /// a session of its own that makes a part of the calls: none allows more than the plan.
  ///
  /// @throws CofferdamException CFD-AWS-0005 where a single permission is too long
  public static List<SessionPolicy> of(Collection<Permission> permissions) {
    return of(permissions, List.of());
  }

  /// The same, where some permissions are needed by one call and so stand in one policy.
  ///
  /// @param together each the permissions of one call
  /// @throws CofferdamException CFD-AWS-0005 where those of one call are too long
  public static List<SessionPolicy> of(
      Collection<Permission> permissions, Collection<List<Permission>> together) {
    List<SessionPolicy> policies = new ArrayList<>();
    var last = new SessionPolicy(List.of());
    List<Collection<Permission>> groups = new ArrayList<>(together);
    new TreeSet<>(permissions).forEach(each -> groups.add(List.of(each)));
    for (var group : groups) {
      if (group.size() == 1 && policies.stream().anyMatch(each -> each.allows(group))) {
        continue;
      }
      var more = last.with(group);
      if (more.json().length() > LONGEST) {
        policies.add(last);
        more = new SessionPolicy(List.of()).with(group);
      }
      if (more.json().length() > LONGEST) {
        throw new CofferdamException(
            "CFD-AWS-0005",
            ErrorCategory.LIMIT_REACHED,
            "the permission `"
                + group.iterator().next().words()
                + "` makes a session policy that is too long [2,048"
                + " characters]",
            "leave --role-arn out, with credentials that may do no more than `contain show` tells");
      }
      last = more;
    }
    if (!last.permissions().isEmpty()) {
      policies.add(last);
    }
    return List.copyOf(policies);
  }

  private SessionPolicy with(Collection<Permission> group) {
    var more = new TreeSet<>(permissions);
    more.addAll(group);
    return new SessionPolicy(List.copyOf(more));
  }

  /// Whether it allows all that a call needs.
  public boolean allows(Collection<Permission> needed) {
    return permissions.containsAll(needed);
  }

  /// The document: actions that are allowed on the same resource stand in one statement.
  public String json() {
    Map<String, TreeSet<String>> actions = new TreeMap<>();
    permissions.forEach(
        each -> actions.computeIfAbsent(each.resource(), _ -> new TreeSet<>()).add(each.action()));
    var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
    var statements = document.putArray("Statement");
    actions.forEach((resource, of) -> statements.add(statement(resource, of)));
    return document.toString();
  }

  private static ObjectNode statement(String resource, TreeSet<String> actions) {
    var statement = JsonNodeFactory.instance.objectNode().put("Effect", "Allow");
    actions.forEach(statement.putArray("Action")::add);
    return statement.put("Resource", resource);
  }
}
