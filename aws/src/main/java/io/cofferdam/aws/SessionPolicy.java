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
    List<SessionPolicy> policies = new ArrayList<>();
    var last = new SessionPolicy(List.of());
    for (var each : new TreeSet<>(permissions)) {
      var more = last.with(each);
      if (more.json().length() > LONGEST) {
        policies.add(last);
        more = new SessionPolicy(List.of(each));
      }
      if (more.json().length() > LONGEST) {
        throw new CofferdamException(
            "CFD-AWS-0005",
            ErrorCategory.LIMIT_REACHED,
            "the permission `"
                + each.words()
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

  private SessionPolicy with(Permission permission) {
    var more = new ArrayList<>(permissions);
    more.add(permission);
    return new SessionPolicy(more);
  }

  public boolean allows(Permission permission) {
    return permissions.contains(permission);
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
