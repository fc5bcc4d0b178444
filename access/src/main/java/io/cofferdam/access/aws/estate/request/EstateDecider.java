package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.KeyGrant;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Decides what actors of an estate may do, under every policy the snapshot tells of.
///
/// Each request is an ordinary one (see [PrincipalSide]); what the caller is not free in, such as
/// the network it comes from, is unknown. Safe for use by several threads.
public final class EstateDecider {
  private final Estate estate;
  private final Places places;
  private final Set<String> usedTags;
  private final Map<Actor, PrincipalSide> principals = new ConcurrentHashMap<>();
  private final Map<String, ResourceSide> resources = new ConcurrentHashMap<>();

  public EstateDecider(Estate estate) {
    this.estate = estate;
    this.places = new Places(estate);
    this.usedTags = UsedKeys.tags(estate);
  }

  private EstateDecider(EstateDecider before, Estate estate, Set<String> changed) {
    this.estate = estate;
    this.places = new Places(estate);
    this.usedTags = before.usedTags;
    this.principals.putAll(before.principals);
    this.resources.putAll(before.resources);
    this.resources.keySet().removeAll(changed);
  }

  private EstateDecider(Estate estate, Set<String> usedTags) {
    this.estate = estate;
    this.places = new Places(estate);
    this.usedTags = usedTags;
  }

  /// Decides of an estate from which statements were taken away, so that its policies use no tag
  /// keys that those of this one do not. A key that nobody asks for changes no verdict.
  public EstateDecider without(Estate lesser) {
    return new EstateDecider(lesser, usedTags);
  }

  /// The same for an estate of which only some resources are other ones, with what was read of all
  /// others. Empty where policies use other tag keys than before, which bear on every request.
  ///
  /// @param changed ARNs of the resources, and of those whose account is another one
  public Optional<EstateDecider> after(Estate later, Set<String> changed) {
    return usedTags.equals(UsedKeys.tags(later))
        ? Optional.of(new EstateDecider(this, later, changed))
        : Optional.empty();
  }

  /// The snapshot that is asked.
  public Estate estate() {
    return estate;
  }

  /// What the actor's own policies are, for indexes.
  public List<PolicyDocument> identity(Actor actor) {
    return side(actor).identity();
  }

  /// The permission boundaries of the actor and the organisation's policies above it.
  public List<PolicyDocument> ceilings(Actor actor) {
    PrincipalSide side = side(actor);
    List<PolicyDocument> all = new ArrayList<>(side.boundaries());
    side.scps().forEach(all::addAll);
    return all;
  }

  /// Whether policies of the organisation above the actor are not in the snapshot, so that nothing
  /// is certain that it does itself. They do not limit what is linked to a service.
  public boolean limitsUnknown(Actor actor) {
    return !(estate.principals().get(actor.arn()) instanceof IamRole role && role.serviceLinked())
        && side(actor).scps().stream()
            .flatMap(List::stream)
            .flatMap(policy -> policy.statements().stream())
            .anyMatch(statement -> Stand.missingOf(statement).isPresent());
  }

  /// The condition keys that follow from who the actor is.
  public Map<String, KeyState> principalKeys(Actor actor) {
    return side(actor).context();
  }

  private PrincipalSide side(Actor actor) {
    return principals.computeIfAbsent(actor, a -> PrincipalSide.of(estate, usedTags, a, places));
  }

  private ResourceSide side(Operation operation, String caller) {
    String arn = operation.resource();
    if (operation.isNew() || arn.equals("*")) {
      return ResourceSide.none(caller, places);
    }
    EstatePrincipal principal = estate.principals().get(arn);
    if (principal != null) {
      boolean assuming = operation.action().startsWith("sts:AssumeRole");
      Optional<PolicyDocument> trust =
          assuming && principal instanceof IamRole role
              ? Optional.of(Stand.document(role.trust()))
              : Optional.empty();
      return resources.computeIfAbsent(
          assuming ? "trust of " + arn : arn,
          a -> ResourceSide.of(principal, trust, usedTags, places));
    }
    if (arn.contains(":iam::")) {
      // policies and groups: IAM resources carry no policy
      return ResourceSide.none(caller, places);
    }
    EstateResource resource = estate.resource(arn).orElse(null);
    return resource == null
        ? ResourceSide.unknown(arn, places)
        : resources.computeIfAbsent(
            resource.arn(), a -> ResourceSide.of(estate, resource, usedTags, places));
  }

  /// Decides an operation by an actor.
  public Ruling rule(Actor actor, Operation operation) {
    return rule(actor, operation, Change.NONE);
  }

  /// Decides an operation after somebody has changed the resource's policy or grants in favour of
  /// the actor.
  public Ruling rule(Actor actor, Operation operation, Change change) {
    PrincipalSide who = side(actor);
    return rule(who, operation, change);
  }

  /// Decides for somebody who is not of the estate: its own policies are not known.
  ///
  /// @param unknown keys that follow from the principal and are not known after all, in lower case
  public Ruling rule(RequestPrincipal outsider, Operation operation, Set<String> unknown) {
    Map<String, KeyState> context = new HashMap<>(PrincipalSide.ordinary());
    if (outsider.kind() == PrincipalKind.AWS_SERVICE) {
      context.keySet().removeIf(key -> key.startsWith("aws:source") || key.contains("service"));
    }
    for (String key : unknown) {
      context.put(key, KeyState.UNKNOWN);
    }
    boolean signed = !outsider.account().isEmpty();
    PrincipalSide who =
        new PrincipalSide(
            outsider, signed ? List.of(Stand.ALLOW_ALL) : List.of(), List.of(), List.of(), context);
    return rule(who, operation, Change.NONE);
  }

  /// The policies that the resource itself has, those of the organisation above it included.
  public List<PolicyDocument> resourcePolicies(Operation operation, String caller) {
    ResourceSide side = side(operation, caller);
    List<PolicyDocument> all = new ArrayList<>();
    side.policy().ifPresent(all::add);
    side.rcps().forEach(all::addAll);
    return all;
  }

  /// What binds whoever calls a resource, whether the estate holds the caller or not.
  public AnyCaller anyCaller(String resourceArn) {
    ResourceSide side = side(new Operation("*", resourceArn, false, Map.of()), "");
    List<List<PolicyDocument>> scps =
        side.account().isEmpty() ? List.of() : places.scps(side.account());
    return AnyCaller.of(side, scps);
  }

  /// The grantees of the key grants on the resource.
  public List<String> grantees(Operation operation) {
    return side(operation, "").grants().stream().map(KeyGrant::granteePrincipal).toList();
  }

  private Ruling rule(PrincipalSide who, Operation operation, Change change) {
    ResourceSide what = side(operation, who.principal().account());
    Ruling ruling = rule(who, what, operation, change);
    if (ruling.verdict() == Verdict.YES
        || who.principal().kind() != PrincipalKind.ROLE_SESSION
        || what.policy().isEmpty()) {
      return ruling;
    }
    // whoever assumes a role chooses the session's name, and a policy may name one
    for (String session : SessionNames.of(what.policy().get(), who.principal())) {
      Ruling other = rule(who.inSession(session), what, operation, change);
      if (other.verdict().compareTo(ruling.verdict()) > 0) {
        ruling = other;
      }
    }
    return ruling;
  }

  private static Ruling rule(
      PrincipalSide who, ResourceSide what, Operation operation, Change change) {
    String account = what.account().isEmpty() ? who.principal().account() : what.account();
    Map<String, KeyState> context = new HashMap<>(who.context());
    context.putAll(what.context());
    if (operation.action().startsWith("kms:") && !who.principal().account().isEmpty()) {
      context.put("kms:calleraccount", KeyState.of(who.principal().account()));
    }
    operation
        .context()
        .forEach(
            (key, value) ->
                context.put(key, value.isEmpty() ? KeyState.ABSENT : KeyState.of(value)));
    RequestedRegion.complete(operation, context);
    DecisionRequest request =
        new DecisionRequest(
            who.principal(),
            operation.action(),
            operation.resource(),
            account,
            new RequestContext(context, false));
    PolicySet least = policies(who, what, what.least(), operation, change);
    Verdict lower = Verdict.of(Decider.decide(request, least));
    boolean certain = what.grantsKnown() && what.least().equals(what.most());
    if (lower == Verdict.YES || certain) {
      return new Ruling(lower, request, least, List.of());
    }
    PolicySet most = policies(who, what, what.most(), operation, change);
    Verdict upper = Verdict.of(Decider.decide(request, withPossibleGrant(most, request, what)));
    if (upper == Verdict.NO) {
      return new Ruling(Verdict.NO, request, least, List.of());
    }
    List<String> gaps = new ArrayList<>(lower == Verdict.NO ? what.gaps() : List.of());
    if (lower == Verdict.NO && !what.grantsKnown() && gaps.isEmpty()) {
      gaps.add("the grants of the key are not in the snapshot");
    }
    return new Ruling(Verdict.ONLY_IF, request, most, gaps);
  }

  private static PolicySet withPossibleGrant(
      PolicySet policies, DecisionRequest request, ResourceSide what) {
    if (what.grantsKnown() || !request.action().startsWith("kms:")) {
      return policies;
    }
    List<KeyGrant> grants = new ArrayList<>(policies.grants());
    grants.add(grant(request.principal(), request.action()));
    return with(policies, policies.resource(), grants);
  }

  private static KeyGrant grant(RequestPrincipal to, String action) {
    return new KeyGrant(
        "made by the caller",
        to.name(),
        List.of(action.substring(action.indexOf(':') + 1)),
        Map.of(),
        Map.of());
  }

  private static PolicySet with(
      PolicySet policies, Optional<PolicyDocument> resource, List<KeyGrant> grants) {
    return new PolicySet(
        policies.identity(),
        resource,
        policies.scps(),
        policies.rcps(),
        policies.boundaries(),
        policies.session(),
        policies.endpoint(),
        grants,
        policies.s3());
  }

  private static PolicySet policies(
      PrincipalSide who, ResourceSide what, S3Controls s3, Operation operation, Change change) {
    PolicySet plain =
        new PolicySet(
            who.identity(),
            what.policy(),
            who.scps(),
            what.rcps(),
            who.boundaries(),
            List.of(),
            List.of(),
            what.grants(),
            s3);
    String name = who.principal().name();
    return switch (change) {
      case NONE -> plain;
      case POLICY_REPLACED -> with(plain, Optional.of(Stand.allowDocument(name)), plain.grants());
      case POLICY_ADDED -> with(plain, Optional.of(added(plain.resource(), name)), plain.grants());
      case GRANT_ADDED -> {
        List<KeyGrant> grants = new ArrayList<>(plain.grants());
        grants.add(grant(who.principal(), operation.action()));
        yield with(plain, plain.resource(), grants);
      }
    };
  }

  private static PolicyDocument added(Optional<PolicyDocument> policy, String arn) {
    if (policy.isEmpty()) {
      return Stand.allowDocument(arn);
    }
    List<Statement> statements = new ArrayList<>(policy.get().statements());
    statements.add(Stand.allow(arn));
    return new PolicyDocument(policy.get().version(), statements);
  }
}
