package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Takes back a copy of a disk, a machine or a database from all with whom it is shared.
final class UnshareCopy implements Act {
  private final SnapshotKind of;

  UnshareCopy(SnapshotKind of) {
    this.of = of;
  }

  @Override
  public ActKind kind() {
    return new ActKind(
        of.id,
        "stop sharing " + of.title,
        List.of(of.word),
        WayBack.WHOLE,
        List.of(
            "copies that others already made of it, and what they started from it, stay theirs"),
        of == SnapshotKind.SNAPSHOT || of == SnapshotKind.IMAGE
            ? "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html"
            : "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html");
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var answer = looking.body(of.read(target));
    var state = object();
    if (!answer.isMissingNode()) {
      state.set("shared", list(of.shared(answer)));
    }
    return new ActState(state);
  }

  private static ArrayNode list(Set<String> names) {
    var list = object().arrayNode();
    names.forEach(list::add);
    return list;
  }

  private static Set<String> names(ActState state) {
    Set<String> names = new TreeSet<>();
    state.at("/shared").forEach(each -> names.add(each.asText()));
    return names;
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var name = target.name(of.word);
    JsonNode shared = state.at("/shared");
    if (shared.isMissingNode()) {
      return new Proposal.Impossible(
          "there is no " + of.word + " " + name + " in account " + target.account());
    }
    var names = names(state);
    if (names.isEmpty()) {
      return new Proposal.Already(name + " is shared with nobody");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "stop sharing " + name + " with " + String.join(", ", names),
                of.modify(target, false, names),
                List.of(new Made("/shared", list(Set.of()))),
                Optional.of(of.modify(target, true, names)))),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Shares(
            of.word + " " + target.name(of.word),
            names(before),
            names(after),
            SnapshotKind.EVERYBODY));
  }
}
