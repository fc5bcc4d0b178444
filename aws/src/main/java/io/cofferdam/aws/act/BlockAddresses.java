package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Blocks addresses at a web ACL, by an IP set that one of its rules blocks already. A set that any
/// rule goes by otherwise is refused: added to such a set, the addresses might be let in.
final class BlockAddresses implements Act {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws:wafv2:[a-z0-9-]+:[0-9]{12}:(regional|global)/(?:ipset|webacl)/([^/]+)/([^/]+)");
  private static final Pattern CIDR = Pattern.compile("[0-9a-fA-F.:]+/(?!0$)[0-9]{1,3}");

  private static final ActKind KIND =
      new ActKind(
          "aws.waf.block-addresses",
          "block addresses at a web ACL",
          List.of("acl", "addresses", "set"),
          WayBack.WHOLE,
          List.of(
              "everybody behind the addresses is blocked, customers too",
              "who changes his address is not",
              "what does not pass the web ACL, as an API of AWS itself, is not blocked",
              "it takes up to some minutes until all places know"),
          "https://docs.aws.amazon.com/waf/latest/developerguide/waf-ip-set-using.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var set = ARN.matcher(target.name("set"));
    if (!set.matches()) {
      return new ActState(state);
    }
    var answer = looking.body(call(target, "GetIPSet", target.name("set"), named(target)));
    if (answer.isMissingNode()) {
      return new ActState(state);
    }
    state.putObject(ActState.TOKENS).set("lock", answer.path("LockToken"));
    keep(state, "version", answer.at("/IPSet/IPAddressVersion"));
    state.set("addresses", sorted(answer.at("/IPSet/Addresses")));
    state.set("uses", WebRules.uses(target, scope(target), target.name("set"), looking));
    return new ActState(state);
  }

  private static String scope(Target target) {
    return target.name("set").contains(":global/") ? "CLOUDFRONT" : "REGIONAL";
  }

  private static ObjectNode named(Target target) {
    var set = ARN.matcher(target.name("set"));
    return set.matches()
        ? object().put("Name", set.group(2)).put("Scope", scope(target)).put("Id", set.group(3))
        : object();
  }

  private static ActCall call(
      Target target, String operation, String resource, ObjectNode parameters) {
    return Calls.call("wafv2", operation, target.region(), resource, parameters);
  }

  private static ArrayNode sorted(Iterable<?> addresses) {
    var names = new TreeSet<String>();
    for (var address : addresses) {
      names.add(address instanceof JsonNode node ? node.asText() : address.toString());
    }
    var list = object().arrayNode();
    names.forEach(list::add);
    return list;
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/addresses").isMissingNode()) {
      return new Proposal.Impossible(
          "there is no IP set `"
              + target.name("set")
              + "` [arn:aws:wafv2:REGION:ACCOUNT:regional/ipset/NAME/ID]");
    }
    var asked = new TreeSet<String>();
    for (var address : target.name("addresses").split(",", -1)) {
      if (!CIDR.matcher(address.strip()).matches()
          || address.contains(":") != state.at("/version").asText().equals("IPV6")) {
        return new Proposal.Impossible(
            "`"
                + address.strip()
                + "` is no "
                + state.at("/version").asText()
                + " block of addresses [192.0.2.0/24; not of length 0]");
      }
      asked.add(address.strip());
    }
    var odd = WebRules.others(state);
    if (!odd.isEmpty()) {
      return new Proposal.Impossible(
          "rules go by the set otherwise than to block it: " + String.join(", ", odd));
    }
    if (WebRules.blocking(state).stream()
        .noneMatch(each -> each.startsWith(target.name("acl") + " "))) {
      return new Proposal.Impossible("no rule of " + target.name("acl") + " blocks the set");
    }
    var all = new TreeSet<>(asked);
    state.at("/addresses").forEach(each -> all.add(each.asText()));
    if (all.size() == state.at("/addresses").size()) {
      return new Proposal.Already("the set has these addresses");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "block " + String.join(", ", asked),
                update(target, sorted(all)),
                List.of(new Made("/addresses", sorted(all))),
                Optional.of(update(target, (ArrayNode) state.at("/addresses"))))),
        WebRules.before(state, target.name("acl")));
  }

  private static ActCall update(Target target, ArrayNode addresses) {
    return call(
        target,
        "UpdateIPSet",
        target.name("set"),
        named(target)
            .put("LockToken", "$state:/" + ActState.TOKENS + "/lock")
            .set("Addresses", addresses));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            "web ACL " + target.name("acl"),
            kept(before),
            kept(after),
            "requests from " + target.name("addresses") + " are blocked, whoever sends them"),
        new Claim.Switch(
            "IP set " + target.name("set"),
            !WebRules.others(before).isEmpty(),
            !WebRules.others(after).isEmpty(),
            "whoever a rule let in by the set"));
  }

  private static Set<String> kept(ActState state) {
    var kept = new TreeSet<>(WebRules.blocking(state));
    state.at("/addresses").forEach(each -> kept.add(each.asText()));
    return kept;
  }
}
