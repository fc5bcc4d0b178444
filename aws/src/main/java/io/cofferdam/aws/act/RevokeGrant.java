package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Revokes a grant of a key. KMS gives no way to make the same grant again: a new one has another
/// id and token.
final class RevokeGrant implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.kms.revoke-grant",
          "revoke a grant of a key",
          List.of("grant", "key"),
          WayBack.NONE,
          List.of(
              "a grant that was revoked is gone: a new one with the same words has another id",
              "a service that relies on it, as for a disk in use, may stop at its next call",
              "it may be used for up to five minutes more"),
          "https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var grants = state.putObject("grants");
    for (var grant : KeyCalls.all(target, "ListGrants", "Grants", looking)) {
      var kept = grants.putObject(grant.path("GrantId").asText());
      for (var member :
          List.of("GranteePrincipal", "RetiringPrincipal", "Operations", "Constraints", "Name")) {
        keep(kept, member, grant.path(member));
      }
    }
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var grant = target.name("grant");
    if (state.at("/grants/" + grant).isMissingNode()) {
      return new Proposal.Already("key " + target.name("key") + " has no grant " + grant);
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "revoke grant " + grant + " of " + words(state.at("/grants/" + grant)),
                KeyCalls.call(target, "RevokeGrant", object().put("GrantId", grant)),
                List.of(new Made("/grants/" + grant, Calls.nothing())),
                Optional.empty())),
        List.of());
  }

  private static String words(JsonNode grant) {
    List<String> operations = new ArrayList<>();
    grant.path("Operations").forEach(each -> operations.add(each.asText()));
    return grant.path("GranteePrincipal").asText() + " (" + String.join(", ", operations) + ")";
  }

  private static Set<String> grants(ActState state) {
    var grants = new TreeSet<String>();
    state
        .at("/grants")
        .properties()
        .forEach(each -> grants.add(words(each.getValue()) + " by grant " + each.getKey()));
    return grants;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        new Claim.Shares("key " + target.name("key"), grants(before), grants(after), "everybody"));
    before
        .at("/grants")
        .properties()
        .forEach(
            each -> {
              if (after.at("/grants/" + each.getKey()).isMissingNode()) {
                var grantee = each.getValue().path("GranteePrincipal").asText();
                claims.add(new Claim.Self(grantee, grantee));
              }
            });
    return claims;
  }
}
