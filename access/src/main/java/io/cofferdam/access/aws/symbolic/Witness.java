package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a whole request of the values that a search found.
final class Witness {
  private Witness() {}

  static DecisionRequest of(
      CallerClass caller, Map<String, KeyState> values, String resourceAccount) {
    Map<String, KeyState> context = new HashMap<>();
    values.forEach(
        (variable, state) -> {
          if (variable.indexOf(':') >= 0) {
            context.put(variable, state);
          }
        });
    caller.roleArn().ifPresent(arn -> context.put("aws:principalarn", KeyState.of(arn)));
    return new DecisionRequest(
        named(caller.principal(), values),
        text(values, Test.ACTION).orElse(""),
        text(values, Test.RESOURCE).orElse(""),
        text(values, "aws:resourceaccount").orElse(resourceAccount),
        new RequestContext(context, true));
  }

  private static Optional<String> text(Map<String, KeyState> values, String variable) {
    return values.get(variable) instanceof KeyState.Present(List<String> one) && one.size() == 1
        ? Optional.of(one.get(0))
        : Optional.empty();
  }

  /// The caller with a name in place of `*`: the one its ARN key was given, else `guest`.
  private static RequestPrincipal named(RequestPrincipal principal, Map<String, KeyState> values) {
    if (!principal.name().endsWith("*")) {
      return principal;
    }
    String chosen = "guest";
    Optional<String> arn = text(values, "aws:principalarn");
    Optional<String> userName = text(values, "aws:username");
    if (arn.isPresent()) {
      String[] fields = arn.get().split(":", 6);
      String resource = fields.length < 6 ? "" : fields[5];
      chosen = resource.substring(resource.indexOf('/') + 1);
      if (principal.kind() == PrincipalKind.ROLE_SESSION) {
        chosen = chosen.substring(chosen.lastIndexOf('/') + 1);
      }
    } else if (userName.isPresent()) {
      chosen = userName.get();
    }
    String suffix = principal.kind() == PrincipalKind.ROLE_SESSION ? "/session" : "";
    return new RequestPrincipal(
        principal.kind(),
        principal.name().substring(0, principal.name().length() - 1) + chosen + suffix,
        principal.account(),
        principal.canonicalId());
  }
}
