package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.reach.StatementNumbers;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.ArnKey;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.exposure.Part;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells quickly who cannot possibly do an action on a resource: no Allow of their own covers it,
/// and the resource's policy and grants name neither them nor everybody. Errs towards possible.
final class Possible {
  private final EstateDecider decider;
  private final String action;
  private final String resource;
  private final Set<String> named = new HashSet<>();
  private final Set<String> accounts = new HashSet<>();
  private final Set<String> granted = new HashSet<>();
  private final Set<String> listed = new HashSet<>();
  private final boolean anybody;
  private final boolean beside;
  private final String owner;
  private final IdentityHashMap<PolicyDocument, Boolean> covering = new IdentityHashMap<>();

  Possible(EstateDecider decider, String action, String resource) {
    this.decider = decider;
    this.action = action;
    this.resource = resource;
    Operation operation = Operation.on(action, resource);
    Optional<EstateResource> known = decider.estate().resource(resource);
    boolean open = false;
    for (PolicyDocument policy : decider.resourcePolicies(operation, "")) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW) {
          open |= names(statement.principal());
        }
      }
    }
    boolean grantedToMany = false;
    for (String grantee : decider.grantees(operation)) {
      boolean one = grantee.contains(":user/") || grantee.contains(":role/");
      grantedToMany |= !one;
      granted.add(ArnKey.of(grantee));
    }
    this.anybody = open;
    this.beside = grantedToMany || lists(known);
    this.owner = known.map(EstateResource::account).orElse("");
  }

  /// Whether the resource is unknown, or has lists or grants beside its policy that may allow
  /// anybody. Accounts that a list names are noted.
  private boolean lists(Optional<EstateResource> resource) {
    if (resource.isEmpty()) {
      return true;
    }
    return switch (resource.get().detail()) {
      case ResourceDetail.Bucket bucket ->
          !(bucket.acl() instanceof Part.Absent)
              && !bucket.ownership().asOptional().map(o -> o.aclsDisabled()).orElse(false)
              && (bucket.ownership().isUnknown()
                  || bucket.acl().asOptional().map(this::lists).orElse(true));
      case ResourceDetail.Key key -> key.grants().isUnknown();
      case ResourceDetail.Plain p -> false;
    };
  }

  private boolean lists(Acl acl) {
    boolean open = false;
    for (AclGrant grant : acl.grants()) {
      switch (grant.grantee()) {
        case Grantee.Group g -> open = true;
        case Grantee.ByEmail e -> open = true;
        case Grantee.Account(String id) -> listed.add(id);
        case Grantee.CanonicalUser(String id) ->
            decider.estate().accounts().values().stream()
                .filter(each -> each.canonicalId().filter(id::equals).isPresent())
                .forEach(each -> listed.add(each.id()));
      }
    }
    return open;
  }

  /// Notes the principals named; true where that may be anybody. An account alone never suffices:
  /// its own policies must allow as well.
  private boolean names(PrincipalElement element) {
    if (!(element instanceof PrincipalElement.Named(List<PrincipalName> names))) {
      return element instanceof PrincipalElement.AllBut;
    }
    boolean open = false;
    for (PrincipalName name : names) {
      open |=
          switch (name) {
            case PrincipalName.Everyone e -> true;
            case PrincipalName.CanonicalUser c -> true;
            case PrincipalName.Arn(String arn) -> name(arn);
            case PrincipalName.Account(String id) -> {
              accounts.add(id);
              yield false;
            }
            case PrincipalName.Deleted d -> false;
            case PrincipalName.Service s -> false;
            case PrincipalName.Federated f -> false;
          };
    }
    return open;
  }

  private boolean name(String arn) {
    named.add(ArnKey.of(arn));
    return arn.contains(":assumed-role/");
  }

  /// The accounts in which somebody whom the resource does not name may do it; empty where that may
  /// be any.
  Optional<Set<String>> accounts() {
    if (beside || anybody || owner.isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = new HashSet<>(accounts);
    all.addAll(listed);
    all.add(owner);
    return Optional.of(all);
  }

  /// Within the resource's account its policy or the actor's may allow; across accounts both must,
  /// save that lists and grants stand beside them.
  boolean by(Actor actor) {
    if (beside || granted(actor)) {
      return true;
    }
    boolean byResource = anybody || named(actor);
    String account = account(actor);
    if (listed.contains(account)) {
      return true;
    }
    if (owner.isEmpty() || owner.equals(account)) {
      return byResource || byIdentity(actor);
    }
    return (byResource || accounts.contains(account)) && byIdentity(actor);
  }

  private boolean granted(Actor actor) {
    return !granted.isEmpty() && granted.contains(ArnKey.of(actor.arn()));
  }

  private boolean named(Actor actor) {
    return !named.isEmpty() && named.contains(ArnKey.of(actor.arn()));
  }

  private String account(Actor actor) {
    EstatePrincipal principal = decider.estate().principals().get(actor.arn());
    return principal == null ? "" : principal.account();
  }

  private boolean byIdentity(Actor actor) {
    for (PolicyDocument policy : decider.identity(actor)) {
      if (covering.computeIfAbsent(policy, this::covers)) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(PolicyDocument policy) {
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.ALLOW
          && statement.action().matches(action)
          && StatementNumbers.touches(statement.resource(), resource)) {
        return true;
      }
    }
    return false;
  }
}
