package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.StepClass;
import java.util.Set;

/// Which role answers for a kind of work: one by construction.
public record RaciRule(
    StepClass step,
    Role accountable,
    Set<Role> responsible,
    Set<Role> consulted,
    Set<Role> informed,
    Place place) {
  public RaciRule {
    responsible = Role.ordered(responsible);
    consulted = Role.ordered(consulted);
    informed = Role.ordered(informed);
  }
}
