package io.cofferdam.access.aws.decide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A slow, obvious evaluator of small policies, written apart from the product's: no compiled
/// patterns, no three values, no sharing of code.
public final class ReferenceDecider {
  private ReferenceDecider() {}

  /// A statement.
  ///
  /// @param principals `*`, an account, or a principal ARN; null for identity policies
  public record SimpleStatement(
      boolean allow,
      List<String> principals,
      boolean notPrincipal,
      List<String> actions,
      boolean notAction,
      List<String> resources,
      boolean notResource,
      List<SimpleCondition> conditions) {}

  public record SimpleCondition(String operator, String key, List<String> values) {}

  public record SimpleRequest(
      String principal,
      String account,
      String action,
      String resource,
      String owner,
      Map<String, String> context) {}

  public record SimplePolicies(
      List<SimpleStatement> identity,
      List<SimpleStatement> resource,
      Optional<List<SimpleStatement>> boundary,
      Optional<List<SimpleStatement>> scp) {}

  public static String decide(SimpleRequest request, SimplePolicies policies) {
    boolean bounded = policies.boundary().isPresent() && !request.account().isEmpty();
    if (anyDeny(request, policies.identity(), false)
        || anyDeny(request, policies.resource(), bounded)
        || policies.boundary().map(b -> anyDeny(request, b, false)).orElse(false)
        || (!request.account().isEmpty()
            && policies.scp().map(p -> anyDeny(request, p, false)).orElse(false))) {
      return "ExplicitlyDenied";
    }
    boolean anonymous = request.account().isEmpty();
    if (!anonymous
        && policies.scp().isPresent()
        && !anyAllow(request, policies.scp().get(), null)) {
      return "ImplicitlyDenied";
    }
    boolean boundary = policies.boundary().map(b -> anyAllow(request, b, null)).orElse(true);
    boolean identity = anyAllow(request, policies.identity(), null) && boundary;
    boolean named =
        anyAllow(request, policies.resource(), "self")
            || anyAllow(request, policies.resource(), "everyone");
    boolean account = anyAllow(request, policies.resource(), "account");
    boolean allowed;
    if (anonymous) {
      allowed = anyAllow(request, policies.resource(), "everyone");
    } else if (request.account().equals(request.owner())) {
      allowed = identity || named;
    } else {
      allowed = identity && (named || account);
    }
    return allowed ? "Allowed" : "ImplicitlyDenied";
  }

  private static boolean anyDeny(
      SimpleRequest request, List<SimpleStatement> statements, boolean bounded) {
    for (SimpleStatement statement : statements) {
      if (!statement.allow()
          && ((bounded && statement.notPrincipal()) || !how(statement, request).equals("no"))
          && applies(statement, request)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyAllow(
      SimpleRequest request, List<SimpleStatement> statements, String how) {
    for (SimpleStatement statement : statements) {
      String match = how(statement, request);
      if (statement.allow()
          && !match.equals("no")
          && (how == null || how.equals(match))
          && applies(statement, request)) {
        return true;
      }
    }
    return false;
  }

  private static String how(SimpleStatement statement, SimpleRequest request) {
    if (statement.principals() == null) {
      return "self";
    }
    String best = "no";
    for (String principal : statement.principals()) {
      if (principal.equals(request.principal())) {
        best = "self";
      } else if (principal.equals("*") && !best.equals("self")) {
        best = "everyone";
      } else if (principal.equals(request.account()) && best.equals("no")) {
        best = "account";
      }
    }
    if (statement.notPrincipal()) {
      boolean listed = statement.allow() ? !best.equals("no") : best.matches("self|everyone");
      return listed ? "no" : "everyone";
    }
    return best;
  }

  private static boolean applies(SimpleStatement statement, SimpleRequest request) {
    boolean action =
        statement.actions().stream()
            .anyMatch(
                a -> glob(a.toLowerCase(Locale.ROOT), request.action().toLowerCase(Locale.ROOT)));
    boolean resource = statement.resources().stream().anyMatch(r -> glob(r, request.resource()));
    if (action == statement.notAction() || resource == statement.notResource()) {
      return false;
    }
    return statement.conditions().stream().allMatch(c -> holds(c, request.context()));
  }

  static boolean holds(SimpleCondition condition, Map<String, String> context) {
    String operator = condition.operator();
    String value = context.get(condition.key());
    if (operator.equals("Null")) {
      return condition.values().contains(value == null ? "true" : "false");
    }
    boolean ifExists = operator.endsWith("IfExists");
    String plain = ifExists ? operator.substring(0, operator.length() - 8) : operator;
    boolean negated = plain.contains("Not");
    if (value == null) {
      return ifExists || negated;
    }
    boolean any = false;
    for (String wanted : condition.values()) {
      any |= plain.endsWith("Like") ? glob(wanted, value) : wanted.equals(value);
    }
    return any != negated;
  }

  static boolean glob(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    if (glob.charAt(0) == '*') {
      return glob(glob.substring(1), text) || (!text.isEmpty() && glob(glob, text.substring(1)));
    }
    return !text.isEmpty()
        && (glob.charAt(0) == '?' || glob.charAt(0) == text.charAt(0))
        && glob(glob.substring(1), text.substring(1));
  }

  /// The statement as policy JSON.
  static String json(SimpleStatement s) {
    StringBuilder json =
        new StringBuilder("{\"Effect\":\"" + (s.allow() ? "Allow" : "Deny") + "\"");
    if (s.principals() != null) {
      json.append(s.notPrincipal() ? ",\"NotPrincipal\":{\"AWS\":" : ",\"Principal\":{\"AWS\":")
          .append(list(s.principals()))
          .append("}");
    }
    json.append(s.notAction() ? ",\"NotAction\":" : ",\"Action\":").append(list(s.actions()));
    json.append(s.notResource() ? ",\"NotResource\":" : ",\"Resource\":")
        .append(list(s.resources()));
    json.append(",\"Condition\":{");
    String separator = "";
    for (SimpleCondition c : s.conditions()) {
      json.append(separator)
          .append("\"" + c.operator() + "\":{\"" + c.key() + "\":" + list(c.values()) + "}");
      separator = ",";
    }
    return json.append("}}").toString();
  }

  public static String policy(List<SimpleStatement> statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":["
        + String.join(",", statements.stream().map(ReferenceDecider::json).toList())
        + "]}";
  }

  private static String list(List<String> values) {
    return "[" + String.join(",", values.stream().map(v -> "\"" + v + "\"").toList()) + "]";
  }
}
