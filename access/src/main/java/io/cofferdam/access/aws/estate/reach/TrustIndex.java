package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.request.ArnKey;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which roles could at all be assumed by whom, by the names in their trust policies.
final class TrustIndex {
  private final Map<String, List<IamRole>> byArn = new HashMap<>();
  private final Map<String, List<IamRole>> byAccount = new HashMap<>();
  private final List<IamRole> byAnybody = new ArrayList<>();

  TrustIndex(Estate estate) {
    for (IamRole role : estate.roles()) {
      if (role.serviceLinked()) {
        continue;
      }
      if (role.trust().document().isEmpty()) {
        byAnybody.add(role);
        continue;
      }
      PolicyDocument trust = role.trust().document().get();
      for (Statement statement : trust.statements()) {
        if (statement.effect() == Effect.ALLOW) {
          add(role, statement.principal());
        }
      }
    }
  }

  private void add(IamRole role, PrincipalElement element) {
    if (element instanceof PrincipalElement.AllBut) {
      byAnybody.add(role);
    }
    if (element instanceof PrincipalElement.Named(List<PrincipalName> names)) {
      for (PrincipalName name : names) {
        switch (name) {
          case PrincipalName.Everyone e -> byAnybody.add(role);
          case PrincipalName.Account(String id) ->
              byAccount.computeIfAbsent(id, a -> new ArrayList<>()).add(role);
          case PrincipalName.Arn(String arn) ->
              byArn.computeIfAbsent(ArnKey.of(arn), a -> new ArrayList<>()).add(role);
          case PrincipalName.Deleted d -> {}
          case PrincipalName.Service s -> {}
          case PrincipalName.Federated f -> {}
          case PrincipalName.CanonicalUser c -> {}
        }
      }
    }
  }

  /// Each role once; they are told apart by ARN, since a role's policies take long to compare.
  ///
  /// @param mayAssume whether an identity policy of the principal allows any assuming
  Collection<IamRole> candidates(EstatePrincipal principal, boolean mayAssume) {
    Map<String, IamRole> roles = new LinkedHashMap<>();
    byArn.getOrDefault(ArnKey.of(principal.arn()), List.of()).forEach(r -> roles.put(r.arn(), r));
    for (IamRole role : byAnybody) {
      if (mayAssume || role.account().equals(principal.account())) {
        roles.put(role.arn(), role);
      }
    }
    if (mayAssume) {
      byAccount.getOrDefault(principal.account(), List.of()).forEach(r -> roles.put(r.arn(), r));
    }
    return roles.values();
  }
}
