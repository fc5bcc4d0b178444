package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import io.cofferdam.respond.spi.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The calls of an approved plan, and no others.
final class ActPermit implements Permit {
  private static final String LEFT_TO_STATE = "$state:";

  private final ActPlan plan;

  private ActPermit(ActPlan plan) {
    this.plan = plan;
  }

  /// Empty where the approval is for another plan or lacks people.
  static Optional<ActPermit> of(ActPlan plan, Approved approved) {
    return approved.planHash().equals(plan.hash())
            && approved.by().stream().distinct().count() >= plan.approvals()
        ? Optional.of(new ActPermit(plan))
        : Optional.empty();
  }

  @Override
  public boolean covers(ActCall call) {
    return plan.steps().stream().flatMap(ActPermit::calls).anyMatch(each -> covers(each, call));
  }

  private static Stream<ActCall> calls(Step step) {
    return Stream.concat(Stream.of(step.call()), step.undo().stream());
  }

  private static boolean covers(ActCall planned, ActCall call) {
    return planned.service().equals(call.service())
        && planned.operation().equals(call.operation())
        && planned.region().equals(call.region())
        && planned.permissions().equals(call.permissions())
        && covers(planned.parameters(), call.parameters());
  }

  private static boolean covers(JsonNode planned, JsonNode given) {
    if (planned.isTextual() && planned.textValue().startsWith(LEFT_TO_STATE)) {
      return true;
    }
    if (planned.isObject() && given.isObject()) {
      return planned.size() == given.size()
          && planned.properties().stream()
              .allMatch(
                  member ->
                      given.has(member.getKey())
                          && covers(member.getValue(), given.get(member.getKey())));
    }
    if (planned.isArray() && given.isArray() && planned.size() == given.size()) {
      for (var i = 0; i < planned.size(); i++) {
        if (!covers(planned.get(i), given.get(i))) {
          return false;
        }
      }
      return true;
    }
    return planned.equals(given);
  }

  @Override
  public List<Permission> permissions() {
    return plan.permissions();
  }
}
