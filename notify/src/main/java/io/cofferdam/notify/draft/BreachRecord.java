package io.cofferdam.notify.draft;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.notify.duty.Awareness;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Our own canonical record of a personal data breach, each field mapped to Art 33(3) GDPR where it
/// serves one of its points. It claims no conformity with the form of any authority.
///
/// @param phase 1 for a first notification
/// @param late whether 72 hours are over, so that reasons for the delay belong to it
public record BreachRecord(int phase, boolean late, List<BreachField> fields) {
  public static final String CLAIM =
      "This record follows our own structure. It claims no conformity with the form or template of"
          + " any authority.";

  public BreachRecord {
    fields = List.copyOf(fields);
  }

  /// The first notification from what is known now.
  public static BreachRecord of(DraftCase it) {
    boolean late =
        it.duties().stream().filter(BreachRecord::toAuthority).anyMatch(d -> d.clock().late());
    var fields = new ArrayList<BreachField>();
    fields.add(
        BreachField.known(
            "controller-name", "name of the controller", "", it.organisation().name()));
    fields.add(
        BreachField.known(
            "controller-country",
            "country of main establishment",
            "",
            it.organisation().country()));
    contact(it, fields);
    times(it, fields);
    nature(it, fields);
    numbers(it.facts(), fields);
    fields.add(list("consequences", "likely consequences", "33(3)(c)", it.consequences()));
    fields.add(list("measures", "measures taken or proposed", "33(3)(d)", it.measures()));
    fields.add(risk(it.facts()));
    if (late) {
      fields.add(
          BreachField.known("late-reasons", "reasons for the delay", "33(1)", it.lateReasons()));
    }
    return new BreachRecord(1, late, fields);
  }

  private static boolean toAuthority(Duty duty) {
    return duty.ruleId().endsWith("gdpr-33-1") && !duty.whatIf();
  }

  public BreachField field(String id) {
    return fields.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static void contact(DraftCase it, List<BreachField> fields) {
    fields.add(
        BreachField.known(
            "contact-name",
            "data protection officer or other contact point",
            "33(3)(b)",
            it.organisation().contactName()));
    fields.add(
        BreachField.known(
            "contact-channel",
            "how to reach the contact point",
            "33(3)(b)",
            it.organisation().contactChannel()));
  }

  private static void times(DraftCase it, List<BreachField> fields) {
    var aware = it.awareness().recorded();
    fields.add(
        BreachField.known(
            "aware-at",
            "when the controller became aware",
            "33(1)",
            aware.map(a -> a.at().toString()).orElse("")));
    fields.add(
        BreachField.known(
            "aware-by",
            "who recorded it, and why",
            "33(1)",
            aware.map(BreachRecord::who).orElse("")));
    fields.add(
        BreachField.known(
            "occurred-from",
            "start of the breach",
            "33(3)(a)",
            it.exposed().map(w -> w.from().toString()).orElse("")));
    fields.add(
        BreachField.known(
            "occurred-until",
            "end of the breach",
            "33(3)(a)",
            it.exposed().map(w -> w.until().toString()).orElse("")));
  }

  private static String who(Awareness.Recorded recorded) {
    return recorded.by() + (recorded.why().isBlank() ? "" : ": " + recorded.why());
  }

  private static void nature(DraftCase it, List<BreachField> fields) {
    fields.add(
        option(
            it.facts(),
            Fact.CONFIDENTIALITY_LOST,
            "confidentiality",
            "disclosure or access without authority"));
    fields.add(
        option(it.facts(), Fact.INTEGRITY_LOST, "integrity", "alteration without authority"));
    fields.add(option(it.facts(), Fact.AVAILABILITY_LOST, "availability", "loss of availability"));
    fields.add(
        option(it.facts(), Fact.MALICIOUS_SUSPECTED, "malicious", "malicious act suspected"));
    fields.add(
        option(
            it.facts(),
            Fact.DATA_UNINTELLIGIBLE,
            "unintelligible",
            "data unintelligible to whoever has it"));
    fields.add(list("systems", "systems concerned", "33(3)(a)", it.systems()));
    fields.add(list("origin", "where the data came from", "33(3)(a)", it.sources()));
  }

  private static void numbers(Facts facts, List<BreachField> fields) {
    fields.add(
        list("data-classes", "categories of personal data", "33(3)(a)", facts.dataClasses()));
    fields.add(
        BreachField.known("people-categories", "categories of people concerned", "33(3)(a)", ""));
    fields.add(
        BreachField.number(
            "people",
            "number of people concerned",
            "33(3)(a)",
            facts.of(Quantity.PEOPLE_AFFECTED)));
    fields.add(
        BreachField.number(
            "records",
            "number of records concerned",
            "33(3)(a)",
            facts.of(Quantity.RECORDS_AFFECTED)));
    facts.residentsInOrder().forEach((country, people) -> fields.add(perCountry(country, people)));
  }

  private static BreachField perCountry(String country, Bounds people) {
    var where = country.equals(SubjectCount.UNRESOLVED) ? "residence not resolved" : country;
    return BreachField.number(
        "people-" + country, "people concerned: " + where, "33(3)(a)", people);
  }

  private static BreachField option(Facts facts, Fact fact, String id, String label) {
    var answer = facts.of(fact);
    return BreachField.known(id, label, "33(3)(a)", answer == Ternary.UNKNOWN ? "" : word(answer));
  }

  private static BreachField risk(Facts facts) {
    var decided = facts.answer(Fact.RISK_UNLIKELY);
    var high = facts.answer(Fact.HIGH_RISK_LIKELY);
    var said =
        Optional.of(high)
            .filter(a -> a.value() == Ternary.TRUE)
            .map(_ -> "a high risk is likely")
            .or(
                () ->
                    Optional.of(decided)
                        .filter(a -> a.value() == Ternary.TRUE)
                        .map(_ -> "a risk is unlikely"))
            .or(
                () ->
                    Optional.of(decided)
                        .filter(a -> a.value() == Ternary.FALSE)
                        .map(_ -> "a risk is not unlikely"));
    return BreachField.known(
        "risk", "assessment of the risk by a named person", "33(1)", said.orElse(""));
  }

  private static BreachField list(String id, String label, String citation, List<String> values) {
    return BreachField.known(id, label, citation, String.join("; ", values));
  }

  private static String word(Ternary value) {
    return value == Ternary.TRUE ? "yes" : "no";
  }
}
