package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which sessions of a role a policy names.
final class SessionNames {
  private static final int MOST = 20;

  private SessionNames() {}

  /// ARNs of sessions of the caller's role, at most twenty.
  static Set<String> of(PolicyDocument policy, RequestPrincipal session) {
    String role = session.name().substring(0, session.name().lastIndexOf('/') + 1);
    Set<String> names = new TreeSet<>();
    for (Statement statement : policy.statements()) {
      List<PrincipalName> principals =
          switch (statement.principal()) {
            case PrincipalElement.Named(List<PrincipalName> named) -> named;
            case PrincipalElement.AllBut(List<PrincipalName> named) -> named;
            case PrincipalElement.Missing m -> List.of();
          };
      for (PrincipalName principal : principals) {
        if (principal instanceof PrincipalName.Arn(String arn) && arn.startsWith(role)) {
          names.add(arn);
        }
      }
      for (Condition condition : statement.conditions()) {
        if (condition.key().equals("aws:userid")) {
          for (Template value : condition.values()) {
            String text = value.source();
            String name = text.substring(text.lastIndexOf(':') + 1);
            if (text.startsWith("AROA") && name.matches("[\\w+=,.@-]+")) {
              names.add(role + name);
            }
          }
        }
      }
    }
    return names.size() <= MOST ? names : new TreeSet<>(List.copyOf(names).subList(0, MOST));
  }
}
