package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a KMS grant gives an operation (AWS KMS Developer Guide, "Grants in AWS KMS"). A grant
/// needs no other policy.
final class GrantMatcher {
  private static final String CONTEXT_KEY = "kms:encryptioncontext:";

  private final DecisionRequest request;

  GrantMatcher(DecisionRequest request) {
    this.request = request;
  }

  Ternary matches(List<KeyGrant> grants, List<Because> allowing) {
    Ternary any = Ternary.FALSE;
    for (KeyGrant grant : grants) {
      Ternary one = matches(grant);
      if (one == Ternary.TRUE) {
        allowing.add(
            new Because(PolicyLayer.GRANT, "", "key grant `" + grant.grantId() + "` allows it"));
      }
      any = any.or(one);
    }
    return any;
  }

  private Ternary matches(KeyGrant grant) {
    String action = request.action();
    boolean operation =
        action.regionMatches(true, 0, "kms:", 0, 4)
            && grant.operations().stream().anyMatch(o -> o.equalsIgnoreCase(action.substring(4)));
    RequestPrincipal caller = request.principal();
    boolean grantee =
        grant.granteePrincipal().equals(caller.name())
            || grant.granteePrincipal().equals(caller.principalArn().orElse(caller.name()))
            || (caller.kind() == PrincipalKind.ACCOUNT_ROOT
                && grant.granteePrincipal().equals(caller.account()));
    if (!operation || !grantee) {
      return Ternary.FALSE;
    }
    return includes(grant.contextSubset())
        .and(includes(grant.contextEquals()))
        .and(
            Ternary.of(
                grant.contextEquals().isEmpty() || contextSize() == grant.contextEquals().size()));
  }

  private Ternary includes(Map<String, String> wanted) {
    Ternary all = Ternary.TRUE;
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      KeyState state =
          request.context().state(CONTEXT_KEY + entry.getKey().toLowerCase(Locale.ROOT));
      all =
          all.and(
              switch (state) {
                case KeyState.Unknown u -> Ternary.UNKNOWN;
                case KeyState.Absent a -> Ternary.FALSE;
                case KeyState.Present(List<String> values) ->
                    Ternary.of(values.contains(entry.getValue()));
              });
    }
    return all;
  }

  private long contextSize() {
    return request.context().present().keySet().stream()
        .filter(key -> key.startsWith(CONTEXT_KEY))
        .count();
  }
}
