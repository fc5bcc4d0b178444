package io.cofferdam.app.contain;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.casebook.CaseActs;
import io.cofferdam.respond.cases.Approval;
import io.cofferdam.respond.cases.CaseFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the acts of a case, and what people were asked about them.
public final class ActsOfCase {
  private ActsOfCase() {}

  /// The act that a word names; the only one where none is named.
  ///
  /// @throws CofferdamException CFD-APP-0161 where there is none, or several and none was named
  public static CaseAct find(CaseFile file, Optional<String> word) {
    var all = CaseActs.of(file);
    if (word.isEmpty() && all.size() == 1) {
      return all.getFirst();
    }
    return all.stream()
        .filter(each -> word.isPresent() && each.id().equals(word.get().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> none(file, word, all));
  }

  private static CofferdamException none(CaseFile file, Optional<String> word, List<CaseAct> all) {
    var known = String.join(", ", all.stream().map(CaseAct::id).toList());
    return new CofferdamException(
        "CFD-APP-0161",
        ErrorCategory.INVALID_INPUT,
        word.map(id -> "`" + Plain.line(id) + "` is no act of the case").orElse("no act was named")
            + " ["
            + (all.isEmpty() ? "there are none" : known)
            + "]",
        all.isEmpty()
            ? "`contain acts` tells what can be done, `contain plan " + file.id() + " ...` plans it"
            : "`contain show " + file.id() + " ACT` tells one");
  }

  /// Its plan.
  static ActPlan plan(CaseAct act) {
    return act.record()
        .plan()
        .orElseThrow(
            () ->
                new CofferdamException(
                    "CFD-APP-0162",
                    ErrorCategory.UNAVAILABLE,
                    "act `" + act.id() + "` has no plan [one that was recorded first]",
                    "`case verify` compares the store with its ledger"));
  }

  /// What people were asked about the plan, in the order in which they were asked.
  static List<Approval> requests(CaseFile file, ActPlan plan) {
    return file.approvals().values().stream()
        .filter(each -> each.request().planHash().equals(plan.hash()))
        .toList();
  }
}
