package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamGroup;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.IamUser;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes the estate as it would be after a change.
public final class Edits {
  private final Map<String, Set<Integer>> policies = new HashMap<>();
  private final Map<String, Set<Integer>> trusts = new HashMap<>();
  private final Map<String, Set<Integer>> resources = new HashMap<>();
  private final Map<String, Set<String>> grants = new HashMap<>();
  private final Set<String> acls = new HashSet<>();

  private Edits(Set<Removable> removed) {
    for (Removable one : removed) {
      switch (one) {
        case Removable.OfPolicy(String policy, int number, String words) ->
            add(policies, policy, number);
        case Removable.OfTrust(String role, int number, String words) -> add(trusts, role, number);
        case Removable.OfResource(String resource, int number, String words) ->
            add(resources, resource, number);
        case Removable.OfGrant(String key, String grant, String words) -> add(grants, key, grant);
        case Removable.OfAcl(String bucket, String words) -> acls.add(bucket);
      }
    }
  }

  private static <T> void add(Map<String, Set<T>> map, String key, T value) {
    map.computeIfAbsent(key, k -> new HashSet<>()).add(value);
  }

  /// The estate without these statements, grants and lists.
  public static Estate without(Estate estate, Set<Removable> removed) {
    Edits edits = new Edits(removed);
    // copies of sorted maps, which are made without sorting again
    Map<String, EstatePrincipal> principals = new TreeMap<>(estate.principals());
    principals.replaceAll((arn, principal) -> edits.cut(principal));
    Map<String, IamGroup> groups = new HashMap<>();
    estate
        .groups()
        .forEach((arn, group) -> groups.put(arn, new IamGroup(arn, edits.cut(group.policies()))));
    Map<String, EstateResource> resources = new TreeMap<>(estate.resources());
    resources.replaceAll((arn, resource) -> edits.cut(resource));
    return new Estate(
        estate.organisation(),
        estate.accounts(),
        principals,
        groups,
        resources,
        estate.endpoints());
  }

  /// The estate with one more inline policy on a principal.
  public static Estate with(Estate estate, String principal, PolicyDocument policy) {
    Map<String, EstatePrincipal> principals = new HashMap<>(estate.principals());
    principals.computeIfPresent(
        principal,
        (arn, old) -> {
          List<NamedPolicy> all = new ArrayList<>(old.policies());
          all.add(new NamedPolicy(arn, "added deny", Optional.of(policy)));
          return withPolicies(old, all);
        });
    return new Estate(
        estate.organisation(),
        estate.accounts(),
        principals,
        estate.groups(),
        estate.resources(),
        estate.endpoints());
  }

  private static EstatePrincipal withPolicies(EstatePrincipal principal, List<NamedPolicy> all) {
    return switch (principal) {
      case IamUser user ->
          new IamUser(
              user.arn(),
              user.account(),
              user.uniqueId(),
              user.tags(),
              all,
              user.boundary(),
              user.groups());
      case IamRole role ->
          new IamRole(
              role.arn(),
              role.account(),
              role.uniqueId(),
              role.tags(),
              all,
              role.boundary(),
              role.trust(),
              role.instanceProfiles());
    };
  }

  private EstatePrincipal cut(EstatePrincipal principal) {
    List<NamedPolicy> own = cut(principal.policies());
    EstatePrincipal changed =
        own.equals(principal.policies()) ? principal : withPolicies(principal, own);
    return changed instanceof IamRole role && trusts.containsKey(role.arn())
        ? new IamRole(
            role.arn(),
            role.account(),
            role.uniqueId(),
            role.tags(),
            role.policies(),
            role.boundary(),
            cut(role.trust(), trusts.getOrDefault(role.arn(), Set.of())),
            role.instanceProfiles())
        : changed;
  }

  private List<NamedPolicy> cut(List<NamedPolicy> all) {
    boolean touched = all.stream().anyMatch(policy -> policies.containsKey(policy.key()));
    return touched
        ? all.stream().map(p -> cut(p, policies.getOrDefault(p.key(), Set.of()))).toList()
        : all;
  }

  private static NamedPolicy cut(NamedPolicy policy, Set<Integer> numbers) {
    if (numbers.isEmpty() || policy.document().isEmpty()) {
      return policy;
    }
    PolicyDocument document = policy.document().get();
    List<Statement> kept =
        document.statements().stream().filter(s -> !numbers.contains(s.number())).toList();
    return new NamedPolicy(
        policy.owner(), policy.name(), Optional.of(new PolicyDocument(document.version(), kept)));
  }

  private EstateResource cut(EstateResource resource) {
    String arn = resource.arn();
    if (!resources.containsKey(arn) && !grants.containsKey(arn) && !acls.contains(arn)) {
      return resource;
    }
    Part<NamedPolicy> policy = resource.policy();
    if (policy instanceof Part.Known<NamedPolicy>(NamedPolicy known)) {
      policy = Part.known(cut(known, resources.getOrDefault(resource.arn(), Set.of())));
    }
    ResourceDetail detail =
        switch (resource.detail()) {
          case ResourceDetail.Key key ->
              key.grants().asOptional().isEmpty()
                  ? key
                  : new ResourceDetail.Key(
                      Part.known(
                          key.grants().asOptional().get().stream()
                              .filter(
                                  g ->
                                      !grants
                                          .getOrDefault(resource.arn(), Set.of())
                                          .contains(g.grantId()))
                              .toList()));
          case ResourceDetail.Bucket bucket ->
              acls.contains(resource.arn())
                  ? new ResourceDetail.Bucket(
                      bucket.publicAccessBlock(),
                      Part.absent(),
                      bucket.ownership(),
                      bucket.encryptionKey(),
                      bucket.accessPoints(),
                      bucket.region())
                  : bucket;
          case ResourceDetail.Plain plain -> plain;
        };
    return new EstateResource(
        resource.arn(), resource.account(), policy, resource.tags(), resource.runsAs(), detail);
  }
}
