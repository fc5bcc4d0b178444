package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Ascii;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a KMS grant gives an operation (AWS KMS Developer Guide, "Grants in AWS KMS"; KMS API
/// Reference, GrantConstraints). A grant needs no other policy.
final class GrantMatcher {
  private static final String CONTEXT_KEY = "kms:encryptioncontext:";

  /// The operations that carry an encryption context, which alone a grant constraint limits.
  private static final Set<String> WITH_CONTEXT =
      Set.of(
          "decrypt",
          "encrypt",
          "generatedatakey",
          "generatedatakeywithoutplaintext",
          "generatedatakeypair",
          "generatedatakeypairwithoutplaintext",
          "reencryptfrom",
          "reencryptto");

  private final Facts facts;
  private final Findings findings;

  GrantMatcher(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  Ternary matches(List<KeyGrant> grants, IdentitySide identity) {
    Ternary any = Ternary.FALSE;
    if (!facts.service.equals("kms")) {
      return any;
    }
    String operation = facts.action.substring("kms:".length());
    for (KeyGrant grant : grants) {
      Ternary one = matches(grant, operation, identity);
      if (one == Ternary.TRUE) {
        findings.allow(new Because(PolicyLayer.GRANT, "", null, () -> Reasons.grant(facts, grant)));
      }
      any = any.or(one);
    }
    if (any != Ternary.TRUE && operation.equals("retiregrant") && isOwnersRoot()) {
      findings.allow(
          Because.of(
              PolicyLayer.GRANT, "the account in which a grant was made may always retire it"));
      return Ternary.TRUE;
    }
    if (any == Ternary.FALSE) {
      findings.miss(new Because(PolicyLayer.GRANT, "", null, () -> Reasons.noGrant(facts)));
    }
    return any;
  }

  private boolean isOwnersRoot() {
    return facts.caller.kind() == PrincipalKind.ACCOUNT_ROOT && facts.request.sameAccount();
  }

  private Ternary matches(KeyGrant grant, String operation, IdentitySide identity) {
    if (operation.equals("retiregrant")
        && names(grant.retiringPrincipal(), identity) == Ternary.TRUE) {
      return Ternary.TRUE;
    }
    if (grant.operations().stream().noneMatch(o -> Ascii.lower(o).equals(operation))) {
      return Ternary.FALSE;
    }
    Ternary grantee = names(grant.granteePrincipal(), identity);
    return grantee == Ternary.FALSE ? grantee : grantee.and(constraint(grant, operation));
  }

  /// Whether a grant's principal is the caller. A grant to a role is for its sessions; whether a
  /// session policy cuts it down is not documented.
  private Ternary names(String principal, IdentitySide identity) {
    if (principal.isEmpty()) {
      return Ternary.FALSE;
    }
    if (principal.equals(facts.caller.name())) {
      return Ternary.TRUE;
    }
    PrincipalName name =
        principal.startsWith("arn:") && !principal.endsWith(":root")
            ? new PrincipalName.Arn(principal)
            : new PrincipalName.Account(account(principal));
    return switch (facts.principals.grade(name)) {
      case EXACT, EVERYONE -> Ternary.TRUE;
      case ACCOUNT -> identity.effective();
      case ROLE_OF_SESSION -> {
        if (identity.limits() != Ternary.TRUE) {
          findings.open("whether session policy or boundary limits a grant to the role");
          yield Ternary.UNKNOWN;
        }
        yield Ternary.TRUE;
      }
      case NO_MATCH -> Ternary.FALSE;
    };
  }

  private static String account(String principal) {
    String[] fields = principal.split(":", 6);
    return fields.length == 6 ? fields[4] : principal;
  }

  private Ternary constraint(KeyGrant grant, String operation) {
    boolean free = grant.contextEquals().isEmpty() && grant.contextSubset().isEmpty();
    if (operation.equals("creategrant") && !free) {
      // the new grant must be at least as narrow, and the request does not tell how narrow it is
      findings.open("whether the new grant is as narrow as grant `" + grant.grantId() + "`");
      return Ternary.UNKNOWN;
    }
    if (free || !WITH_CONTEXT.contains(operation)) {
      return Ternary.TRUE;
    }
    Ternary subset = includes(grant.contextSubset()).and(includes(grant.contextEquals()));
    return grant.contextEquals().isEmpty()
        ? subset
        : subset.and(Ternary.of(contextSize() == grant.contextEquals().size()));
  }

  /// In a constraint the name of a pair is taken without regard to case, its value with it (AWS KMS
  /// API Reference, GrantConstraints).
  private Ternary includes(Map<String, String> wanted) {
    Ternary all = Ternary.TRUE;
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      String key = CONTEXT_KEY + Ascii.lower(entry.getKey());
      Ternary one =
          switch (facts.context.state(key)) {
            case KeyState.Unknown u -> Ternary.UNKNOWN;
            case KeyState.Absent a -> Ternary.FALSE;
            case KeyState.Present(List<String> values) ->
                Ternary.of(values.contains(entry.getValue()));
          };
      if (one == Ternary.UNKNOWN) {
        findings.open("condition key kms:EncryptionContext:" + entry.getKey());
      }
      all = all.and(one);
    }
    return all;
  }

  private long contextSize() {
    return facts.context.present().keySet().stream()
        .filter(key -> key.startsWith(CONTEXT_KEY))
        .count();
  }
}
