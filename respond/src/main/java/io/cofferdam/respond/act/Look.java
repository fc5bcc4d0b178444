package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One reading of a state; keeps what could not be read. A reading is tried three times.
final class Look implements Looking {
  private static final int TRIES = 3;

  private final CloudCalls cloud;
  private final Pause pause;
  private final List<String> unread = new ArrayList<>();
  private final Set<Permission> permissions = new TreeSet<>();

  Look(CloudCalls cloud, Pause pause) {
    this.cloud = cloud;
    this.pause = pause;
  }

  Looked at(Act act, Target target) {
    var state = act.look(target, this);
    return unread.isEmpty() ? new Looked.Read(state) : new Looked.Unread(unread);
  }

  /// What the reading needs.
  Set<Permission> permissions() {
    return permissions;
  }

  @Override
  public void foresee(ActCall call) {
    permissions.addAll(call.permissions());
  }

  @Override
  public JsonNode body(ActCall call) {
    permissions.addAll(call.permissions());
    for (var tried = 1; ; tried++) {
      switch (cloud.look(call)) {
        case CallResult.Answered(var body, _) -> {
          return body;
        }
        case CallResult.Absent _ -> {
          return MissingNode.getInstance();
        }
        case CallResult.Denied(var code, _, _) -> {
          return fault(call, code + " [grant " + call.permissionWords() + "]");
        }
        case CallResult.Rejected(var code, var words, _) -> {
          return fault(call, code + ": " + words);
        }
        case CallResult.Uncertain(var code, var words, _) -> {
          if (tried == TRIES) {
            return fault(call, code + ": " + words);
          }
          pause.take(Duration.ofSeconds(tried));
        }
      }
    }
  }

  private JsonNode fault(ActCall call, String why) {
    unread.add(call.words() + ": " + why);
    return MissingNode.getInstance();
  }
}
