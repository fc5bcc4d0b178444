package io.cofferdam.respond.reads;

import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the names of principals tell: the role behind a session, the session's name, whether a
/// workload or a person bears it.
///
/// Sources: IAM identifiers
/// (docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html); an instance's session
/// is named after the instance id, a Lambda's after the function.
final class Principals {
  private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-f]{8,17}");
  private static final Pattern TASK = Pattern.compile("[0-9a-f]{32}|[0-9]{15,}");
  private static final Pattern WORKLOAD =
      Pattern.compile(
          "(^|[^a-z])(lambda|function|fn|sagemaker|ecs|eks|pod|task|codebuild|codepipeline|gitlab"
              + "|github|githubactions|jenkins|circleci|buildkite|ci|cd|runner|pipeline|build"
              + "|deploy|deployer|batch|glue|emr|endpoint|inference|training|notebook|worker|job"
              + "|service|svc|botocore-session|aws-sdk)([^a-z]|$)");

  private Principals() {}

  /// `arn:aws:iam::1:role/name` of a session `arn:aws:sts::1:assumed-role/name/session`, without
  /// the role's path, which a session's name does not tell; empty for other principals.
  static String roleOf(String principal) {
    int at = principal.indexOf(":assumed-role/");
    if (at < 0) {
      return "";
    }
    int start = at + ":assumed-role/".length();
    int end = principal.indexOf('/', start);
    var name = principal.substring(start, end < 0 ? principal.length() : end);
    return principal.substring(0, at).replace(":sts:", ":iam:") + ":role/" + name;
  }

  /// The name under which reads are grouped: the role where it is known, else the principal.
  static String groupingName(Caller caller) {
    if (caller.kind() == CallerKind.ANONYMOUS) {
      return "anonymous";
    }
    if (!caller.issuer().isEmpty()) {
      return caller.issuer();
    }
    var role = roleOf(caller.principal());
    if (!role.isEmpty()) {
      return role;
    }
    if (!caller.principal().isEmpty()) {
      return caller.principal();
    }
    return caller.account().isEmpty() ? "unknown" : caller.account();
  }

  static String sessionName(Caller caller) {
    var principal = caller.principal();
    if (principal.contains(":assumed-role/")) {
      return principal.substring(principal.lastIndexOf('/') + 1);
    }
    int colon = caller.principalId().indexOf(':');
    return colon < 0 ? "" : caller.principalId().substring(colon + 1);
  }

  /// Whether the caller is a declared reader: by ARN of principal or role, by role or user name.
  static boolean declared(List<String> patterns, Caller caller) {
    if (patterns.isEmpty()) {
      return false;
    }
    var role = roleOf(caller.principal());
    for (var pattern : patterns) {
      if (matches(pattern, caller.principal())
          || matches(pattern, caller.issuer())
          || matches(pattern, role)
          || (!role.isEmpty() && matches(withoutPath(pattern), role))
          || (caller.kind() == CallerKind.ANONYMOUS
              && (pattern.equals("anonymous") || pattern.equals("*")))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the caller, of whom the log gives no ARN, may still be a declared reader: one of the
  /// same account is declared. CloudTrail names callers of other accounts by id alone.
  static boolean mayBeDeclared(List<String> patterns, Caller caller) {
    if (caller.principal().startsWith("arn:") || caller.issuer().startsWith("arn:")) {
      return false;
    }
    return patterns.stream()
        .map(pattern -> pattern.split(":", 6))
        .anyMatch(
            parts ->
                parts.length < 6
                    || caller.account().isEmpty()
                    || NamePattern.matches(parts[4], caller.account()));
  }

  /// Whether a name that the user gave means this caller.
  static boolean named(String pattern, Caller caller) {
    return declared(List.of(pattern), caller)
        || matches(pattern, last(caller.issuer()))
        || matches(pattern, last(roleOf(caller.principal())))
        || matches(pattern, last(caller.principal()))
        || matches(pattern, caller.principalId())
        || matches(pattern, sessionName(caller))
        || (pattern.matches("[0-9]{12}") && pattern.equals(caller.account()));
  }

  private static boolean matches(String pattern, String name) {
    return !name.isEmpty() && NamePattern.matches(pattern, name);
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static String withoutPath(String pattern) {
    int role = pattern.indexOf(":role/");
    int slash = pattern.lastIndexOf('/');
    return role < 0 || slash <= role + 5
        ? pattern
        : pattern.substring(0, role + 6) + pattern.substring(slash + 1);
  }

  /// Whether the names show that a machine bears the credential: an instance, a function, a task,
  /// a notebook, a pipeline.
  static boolean looksLikeWorkload(Caller caller) {
    var session = sessionName(caller);
    if (session.isEmpty() && caller.issuer().isEmpty() && roleOf(caller.principal()).isEmpty()) {
      return false;
    }
    if (looksLikePerson(caller)) {
      return false;
    }
    return INSTANCE.matcher(session).matches()
        || TASK.matcher(session).matches()
        || WORKLOAD.matcher(session.toLowerCase(Locale.ROOT)).find()
        || WORKLOAD.matcher(last(groupingName(caller)).toLowerCase(Locale.ROOT)).find();
  }

  static boolean looksLikePerson(Caller caller) {
    return sessionName(caller).indexOf('@') >= 0
        || groupingName(caller).contains("AWSReservedSSO_")
        || groupingName(caller).contains("/aws-reserved/sso.amazonaws.com/");
  }
}
