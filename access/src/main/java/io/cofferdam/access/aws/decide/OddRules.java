package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.catalogue.ResourceScope;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import java.util.Optional;
import java.util.Set;

/// Rules of single services that no policy expresses.
final class OddRules {
  /// KMS actions on aliases, which the key policy does not govern where they name the alias (AWS
  /// KMS Developer Guide, "Controlling access to aliases").
  private static final Set<String> ALIAS_ACTIONS =
      Set.of("kms:createalias", "kms:updatealias", "kms:deletealias");

  private OddRules() {}

  /// Why a request is allowed whatever the policies say (AWS STS API Reference, GetCallerIdentity;
  /// IAM User Guide, "Permissions for GetSessionToken").
  static Optional<Because> always(Facts facts) {
    boolean signed = !facts.caller.account().isEmpty();
    boolean longTerm =
        facts.caller.kind() == PrincipalKind.IAM_USER
            || facts.caller.kind() == PrincipalKind.ACCOUNT_ROOT;
    if (signed && facts.action.equals("sts:getcalleridentity")) {
      return Optional.of(
          Because.of(
              PolicyLayer.SERVICE_RULE,
              "sts:GetCallerIdentity needs no permission and no policy can deny it"));
    }
    if (longTerm && facts.action.equals("sts:getsessiontoken")) {
      return Optional.of(
          Because.of(
              PolicyLayer.SERVICE_RULE,
              "sts:GetSessionToken needs no permission and no policy can deny it"));
    }
    return Optional.empty();
  }

  /// Why a request is refused whatever the policies allow (AWS STS API Reference, AssumeRole).
  static Optional<Because> never(Facts facts, PolicySet policies) {
    if (facts.caller.kind() == PrincipalKind.ACCOUNT_ROOT
        && facts.action.equals("sts:assumerole")) {
      return Optional.of(Because.of(PolicyLayer.SERVICE_RULE, "a root user cannot assume a role"));
    }
    return OwnAccountOnly.refusal(facts).or(() -> PublicAclRequest.refusal(facts, policies.s3()));
  }

  /// Whether the resource's own policy must allow even within the account.
  static boolean resourceLeads(Facts facts) {
    return switch (facts.service) {
      case "kms" -> facts.request.resource().contains(":key/") || aliasStandsForKey(facts);
      case "sts" ->
          facts.action.startsWith("sts:assumerole")
              || facts.action.equals("sts:tagsession")
              || facts.action.equals("sts:setsourceidentity")
              || facts.action.equals("sts:setcontext");
      default -> false;
    };
  }

  /// Whether the request names a key by an alias. KMS decides such a request for the key: an alias
  /// in a Resource element gives nothing but the alias actions.
  static boolean aliasStandsForKey(Facts facts) {
    return facts.service.equals("kms")
        && facts.request.resource().contains(":alias/")
        && !ALIAS_ACTIONS.contains(facts.action);
  }

  /// Whether AWS decides the action for no resource at all, which only `*` covers.
  static boolean withoutResource(Facts facts) {
    return ServiceCatalogue.shipped().scope(facts.action) == ResourceScope.ONLY_ALL;
  }

  /// Whether resource control policies reach the request.
  static boolean reachedByResourceControl(Facts facts) {
    // a service-linked role's trust is not the account's to limit
    return !facts.request.resource().contains(":role/aws-service-role/")
        && ServiceCatalogue.shipped().reachedByRcps(facts.service)
        && !facts.action.equals("kms:retiregrant");
  }
}
