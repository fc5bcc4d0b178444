package io.cofferdam.azure.act;

import static io.cofferdam.azure.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes the public access level of a container away. The call that sets the level sets the stored
/// access policies too, so that both are read, and the policies are written back as they were.
final class CloseContainer implements Act {
  private static final Set<String> OPEN = Set.of("blob", "container");
  private static final String PRIVATE = "none";

  private static final ActKind KIND =
      new ActKind(
          "azure.container.close",
          "close a blob container to requests without credentials",
          List.of("group", "account", "container"),
          WayBack.WHOLE,
          List.of(
              "shared access signatures and keys go on to work: disable shared keys, or rotate the"
                  + " key that signed",
              "a website of the account serves $web to everybody whatever its level",
              "Azure may take up to 30 seconds until stored access policies take effect; they are"
                  + " written back unchanged",
              "where the account forbids public access meanwhile, the level cannot be set back",
              "who holds a lease on the container is not asked for it"),
          "https://learn.microsoft.com/rest/api/storageservices/set-container-acl");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    if (!AzureTargets.named(target)) {
      return new ActState(state);
    }
    var acl = looking.body(Calls.getAcl(target));
    if (acl.isMissingNode()) {
      return new ActState(state);
    }
    state.put("level", acl.path("publicAccess").asText(PRIVATE));
    var policies = state.putObject("policies");
    for (var policy : acl.path("SignedIdentifiers")) {
      JsonNode terms = policy.path("AccessPolicy");
      policies.set(policy.path("Id").asText(), terms.isObject() ? terms : object());
    }
    state.putObject(ActState.TOKENS).set("lastModified", acl.path("lastModified"));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var name = target.name("account") + "/" + target.name("container");
    var level = state.at("/level").asText("");
    if (level.isEmpty()) {
      return new Proposal.Impossible("there is no container `" + name + "`");
    }
    if (level.equals(PRIVATE)) {
      return new Proposal.Already("container " + name + " is private");
    }
    if (!OPEN.contains(level)) {
      return new Proposal.Impossible(
          "the public access level of " + name + " is `" + level + "` [none, blob, container]");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "make container " + name + " private",
                set(target, state, PRIVATE),
                List.of(
                    new Made("/level", TextNode.valueOf(PRIVATE)),
                    new Made("/policies", state.at("/policies"))),
                Optional.of(set(target, state, level)))),
        List.of());
  }

  /// Refused where the container was changed since it was read, as far as the service can tell: its
  /// time has whole seconds.
  private static ActCall set(Target target, ActState state, String level) {
    var parameters = object();
    if (!level.equals(PRIVATE)) {
      parameters.put("publicAccess", level);
    }
    var list = parameters.putArray("SignedIdentifiers");
    for (var policy : state.at("/policies").properties()) {
      ObjectNode one = list.addObject().put("Id", policy.getKey());
      if (!policy.getValue().isEmpty()) {
        one.set("AccessPolicy", policy.getValue());
      }
    }
    parameters.put("ifUnmodifiedSince", "$state:/tokens/lastModified");
    return Calls.setAcl(target, parameters);
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Storage(
            "container " + target.name("account") + "/" + target.name("container"),
            Claim.Storage.Outsiders.ANONYMOUS,
            members(target, before),
            members(target, after)));
  }

  private static ObjectNode members(Target target, ActState state) {
    var members = object();
    var container = members.putObject("containers").putObject(target.name("container"));
    container.set("publicAccess", state.at("/level"));
    container.set("policies", state.at("/policies"));
    return members;
  }
}
