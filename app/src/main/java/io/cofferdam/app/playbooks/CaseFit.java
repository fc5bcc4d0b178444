package io.cofferdam.app.playbooks;

import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CasePerson;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.playbook.Gate;
import io.cofferdam.respond.playbook.Playbook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Says why a playbook could not be carried out on a case as it is staffed: work that nobody on it
/// can do, gates that could never open, contacts that are not there.
public final class CaseFit {
  private final CaseFile file;
  private final Set<String> gaps = new LinkedHashSet<>();

  private CaseFit(CaseFile file) {
    this.file = file;
  }

  /// All gaps, each once.
  ///
  /// @param playbooks the playbook and those it calls
  public static List<String> gaps(CaseFile file, List<Playbook> playbooks) {
    var fit = new CaseFit(file);
    playbooks.forEach(fit::look);
    return List.copyOf(fit.gaps);
  }

  private void look(Playbook playbook) {
    for (var kind : playbook.contacts()) {
      if (file.contacts().stream().noneMatch(each -> each.kind() == kind)) {
        gaps.add("there is no contact " + kind.word());
      }
    }
    for (var step : playbook.steps().values()) {
      var rules = step.head().rules();
      rules
          .who()
          .filter(role -> people().stream().noneMatch(each -> each.roles().contains(role)))
          .ifPresent(role -> gaps.add("nobody on the case is " + role.word()));
      rules.gate().ifPresent(gate -> gate(step.head().title(), gate));
    }
  }

  private List<CasePerson> people() {
    return file.people().values().stream().filter(CasePerson::active).toList();
  }

  private void gate(String title, Gate gate) {
    var able =
        people().stream()
            .filter(each -> each.key().isPresent())
            .filter(
                each ->
                    gate.from().isEmpty()
                        || each.roles().stream()
                            .anyMatch(
                                role ->
                                    gate.from().contains(role) || gate.including().contains(role)))
            .toList();
    int needed = Math.max(2, gate.quorum());
    if (able.size() < needed) {
      gaps.add(
          "the gate of `"
              + title
              + "` can never open: "
              + able.size()
              + " people with a key may consent, "
              + needed
              + " must");
    }
    for (var role : gate.including()) {
      if (able.stream().noneMatch(each -> each.roles().contains(role))) {
        gaps.add("nobody with a key is " + role.word() + ", whom a gate asks for");
      }
    }
    gate.escalateTo()
        .filter(role -> people().stream().noneMatch(each -> holds(each, role)))
        .ifPresent(
            role -> gaps.add("nobody with a key is " + role.word() + ", to whom gates escalate"));
  }

  private static boolean holds(CasePerson person, Role role) {
    return person.key().isPresent() && person.roles().contains(role);
  }
}
