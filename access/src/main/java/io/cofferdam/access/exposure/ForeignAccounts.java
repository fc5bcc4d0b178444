package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.symbolic.NamedValues;
import io.cofferdam.model.exposure.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the foreign accounts that a bucket's policy and ACLs name.
final class ForeignAccounts {
  private final BucketState state;
  private final Set<String> accounts = new TreeSet<>();
  private boolean complete = true;

  private ForeignAccounts(BucketState state) {
    this.state = state;
  }

  static PossibleAudiences of(BucketState state) {
    ForeignAccounts found = new ForeignAccounts(state);
    found.readPolicy();
    boolean aclsDisabled =
        state.ownership().asOptional().map(ownership -> ownership.aclsDisabled()).orElse(false);
    if (!aclsDisabled) {
      found.readAcls();
    }
    List<Audience> audiences = new ArrayList<>();
    audiences.add(new Audience.Anyone());
    audiences.add(new Audience.AnyAccount());
    found.accounts.forEach(account -> audiences.add(new Audience.ForeignAccount(account)));
    return new PossibleAudiences(audiences, found.complete);
  }

  private void readPolicy() {
    switch (state.policy()) {
      case Part.Absent<String> a -> {}
      case Part.Unknown<String> u -> complete = false;
      case Part.Known<String>(String text) -> {
        Optional<PolicyDocument> policy = PolicyParser.parse(text).asOptional();
        policy.ifPresentOrElse(this::readPolicy, () -> complete = false);
      }
    }
  }

  private void readPolicy(PolicyDocument policy) {
    NamedValues named = NamedValues.of(policy);
    for (Statement statement : policy.statements()) {
      if (statement.effect() != Effect.ALLOW) {
        continue;
      }
      for (PrincipalName name : NamedValues.names(statement.principal())) {
        switch (name) {
          case PrincipalName.Account(String id) -> add(id);
          case PrincipalName.Arn arn -> add(arn.account());
          case PrincipalName.CanonicalUser(String id) -> add(id);
          case PrincipalName.Everyone e -> {}
          case PrincipalName.Deleted d -> {}
          case PrincipalName.Service s -> {}
          case PrincipalName.Federated f -> {}
        }
      }
      for (Condition condition : statement.conditions()) {
        if (condition.key().startsWith("aws:principal") || condition.key().equals("aws:userid")) {
          named.accounts().stream()
              .filter(id -> condition.values().stream().anyMatch(v -> v.source().contains(id)))
              .forEach(this::add);
        }
      }
    }
  }

  private void readAcls() {
    state.acl().asOptional().ifPresent(this::readAcl);
    state.objectAcls().asOptional().map(Map::values).ifPresent(acls -> acls.forEach(this::readAcl));
    complete &= !state.acl().isUnknown() && !state.objectAcls().isUnknown();
  }

  private void readAcl(Acl acl) {
    for (AclGrant grant : acl.grants()) {
      switch (grant.grantee()) {
        case Grantee.CanonicalUser(String id) -> {
          if (!id.equals(acl.owner())) {
            add(id);
          }
        }
        case Grantee.Account(String id) -> add(id);
        case Grantee.ByEmail e -> complete = false;
        case Grantee.Group g -> {}
      }
    }
  }

  private void add(String account) {
    boolean own =
        state.companyAccounts().contains(account)
            || state.owner().asOptional().map(account::equals).orElse(false);
    if (!own && !account.isEmpty()) {
      accounts.add(account);
    }
  }
}
