package io.cofferdam.app.contain;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.casebook.CaseActs;
import io.cofferdam.respond.cases.Approval;
import io.cofferdam.respond.cases.CaseFile;
import java.util.List;
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
        .filter(each -> word.isPresent() && each.id().equalsIgnoreCase(word.get()))
        .findFirst()
        .orElseThrow(() -> none(file, word, all));
  }

  /// The act of a run's key that was planned last.
  static Optional<CaseAct> ofKey(CaseFile file, String key) {
    return CaseActs.of(file).stream()
        .filter(each -> isOf(each.id(), key))
        .reduce((_, last) -> last);
  }

  /// An id for the next act of a run's key: the key, and a number where there are others.
  static String nextOf(CaseFile file, String key) {
    var known = CaseActs.of(file).stream().filter(each -> isOf(each.id(), key)).count();
    return known == 0 ? key : key + "." + (known + 1);
  }

  static boolean isOf(String id, String key) {
    return id.equals(key) || id.startsWith(key + ".");
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
  ///
  /// @throws CofferdamException CFD-APP-0162 where it has none
  public static ActPlan plan(CaseAct act) {
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
