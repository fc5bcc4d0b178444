package io.cofferdam.notify.duty;

import io.cofferdam.model.Ternary;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.rule.Open;
import io.cofferdam.notify.rule.RecipientKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The triage list: open questions ordered by the earliest clock that an answer could start.
final class Questions {
  private static final long NO_CLOCK = Long.MAX_VALUE;

  private final Facts facts;
  private final Map<String, Long> earliest = new HashMap<>();

  Questions(List<Judged> judged, Facts facts) {
    this.facts = facts;
    for (var one : judged) {
      for (var open : one.open()) {
        if (!one.rule().dormant()) {
          earliest.merge(open.key(), hours(one), Math::min);
        }
      }
    }
  }

  private static long hours(Judged judged) {
    return judged.recipient().kind() == RecipientKind.OWN_RECORDS
        ? NO_CLOCK
        : judged.rule().period().roughHours();
  }

  List<DecidingFact> of(Judged judged) {
    var list = new ArrayList<DecidingFact>();
    for (var open : judged.open()) {
      list.add(
          new DecidingFact(
              open.key(),
              open.question(),
              earliest.getOrDefault(open.key(), NO_CLOCK),
              proposal(open)));
    }
    list.sort(Comparator.comparingLong(DecidingFact::earliestHours));
    if (judged.addresseeOpen()) {
      list.add(residents(judged));
    }
    if (judged.needsVerification()) {
      list.add(
          new DecidingFact(
              DecidingFact.VERIFY + judged.rule().id(),
              "Has a lawyer checked our reading of "
                  + judged.rule().citation().words()
                  + " against the primary text?",
              hours(judged),
              ""));
    }
    return list;
  }

  private static DecidingFact residents(Judged judged) {
    var country = judged.recipient().country();
    return country.isEmpty()
        ? new DecidingFact(
            "residents-unresolved",
            "In which countries do the people of unresolved residence live?",
            hours(judged),
            "")
        : new DecidingFact(
            "residents-" + country,
            "Does anybody whose data is concerned live in " + country + "?",
            hours(judged),
            "");
  }

  private String proposal(Open open) {
    return switch (open) {
      case Open.OfFact(var fact) -> facts.proposal(fact).map(Questions::word).orElse("");
      case Open.OfQuantity _ -> "";
    };
  }

  private static String word(Ternary value) {
    return value == Ternary.TRUE ? "yes" : "no";
  }
}
