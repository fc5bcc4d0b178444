package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a box, puts each door into it, and shuts the doors.
final class SwitchAct implements Act {
  static final Target TARGET = new Target("111122223333", "", new TreeMap<>());

  @Override
  public ActKind kind() {
    return new ActKind("test.shut-doors", "shut doors", List.of(), WayBack.WHOLE, List.of(), "");
  }

  @Override
  public ActState look(Target target, Looking looking) {
    return new ActState((ObjectNode) looking.body(call("Get", object())));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "make the box",
            call("Create", object().put("name", "box")),
            List.of(new Made("/box", TextNode.valueOf(Made.NEW))),
            Optional.of(call("Delete", object().put("name", "box")))));
    state
        .fields()
        .properties()
        .forEach(
            door -> {
              if (door.getKey().startsWith("door")) {
                steps.add(set(door.getKey(), TextNode.valueOf("$state:/box"), door.getValue()));
              } else if (door.getKey().startsWith("lock")) {
                steps.add(set(door.getKey(), BooleanNode.TRUE, door.getValue()));
              }
            });
    return new Proposal.Steps(steps, List.of());
  }

  private static Step set(String name, JsonNode value, JsonNode before) {
    return new Step(
        "set " + name,
        call("Set", object().put("name", name).set("value", value)),
        List.of(new Made("/" + name, value)),
        Optional.of(call("Set", object().put("name", name).set("value", before))));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ActCall call(String operation, ObjectNode parameters) {
    return new ActCall(
        "doors", operation, "", parameters, new Permission("doors:" + operation, "*"));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Switch("the doors", true, !after.at("/box").isTextual(), "whoever walks in"));
  }
}
