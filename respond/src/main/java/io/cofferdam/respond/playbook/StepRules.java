package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.StepClass;
import java.util.List;
import java.util.Optional;

/// What our extension says of a step.
///
/// @param phase of NIST SP 800-61
/// @param step the kind of work, for which the RACI names who is accountable
/// @param who does it
/// @param doneWhen how it is known to be done
/// @param destructive whether it may change or end something; empty where nothing is said
/// @param evidenceBefore steps that must be done before this one begins
/// @param inverse how it is undone
/// @param clauses of law or standards that it serves, for people
/// @param rounds how often a loop runs at most; 0 where nothing is said
public record StepRules(
    Optional<Phase> phase,
    Optional<StepClass> step,
    Optional<Role> who,
    String doneWhen,
    Optional<Boolean> destructive,
    Optional<Gate> gate,
    Optional<LegalClock> clock,
    List<String> evidenceBefore,
    Optional<Inverse> inverse,
    List<String> clauses,
    Optional<ActBinding> act,
    int rounds) {
  public StepRules {
    evidenceBefore = List.copyOf(evidenceBefore);
    clauses = List.copyOf(clauses);
  }

  /// Nothing is said.
  public static final StepRules NONE =
      new StepRules(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          0);
}
