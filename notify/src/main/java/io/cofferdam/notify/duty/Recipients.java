package io.cofferdam.notify.duty;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.notify.facts.Countries;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.rule.RecipientKind;
import java.util.ArrayList;
import java.util.List;

/// Names the recipients of a duty by country: the lead authority for a controller established in
/// the EEA (GDPR Art 55, 56), every authority whose residents are affected for one that is not
/// (EDPB Guidelines 9/2022, paragraph 73), the Information Commissioner in the United Kingdom.
final class Recipients {
  private Recipients() {}

  /// A recipient, and whether it is one at all.
  record Addressed(Recipient recipient, Ternary concerned, String why) {}

  static List<Addressed> of(RecipientKind kind, Facts facts) {
    return switch (kind) {
      case SUPERVISORY_AUTHORITY -> authorities(facts);
      case UK_COMMISSIONER ->
          one(kind, Countries.UNITED_KINGDOM, "Information Commissioner (United Kingdom)");
      case CSIRT -> csirt(facts);
      case DATA_SUBJECTS -> one(kind, "", "the people concerned");
      case CONTROLLER -> one(kind, "", "the controller");
      case SERVICE_RECIPIENTS -> one(kind, "", "recipients of the service");
      case OWN_RECORDS -> one(kind, "", "the organisation's own records");
    };
  }

  private static List<Addressed> one(RecipientKind kind, String country, String name) {
    return List.of(new Addressed(new Recipient(kind, country, name), Ternary.TRUE, ""));
  }

  private static List<Addressed> authorities(Facts facts) {
    var kind = RecipientKind.SUPERVISORY_AUTHORITY;
    return switch (facts.of(Fact.ESTABLISHED_IN_EEA)) {
      case TRUE -> lead(facts);
      case FALSE -> everyOneConcerned(facts);
      case UNKNOWN -> {
        var concerned =
            everyOneConcerned(facts).stream()
                .map(a -> a.recipient().country())
                .filter(c -> !c.isEmpty())
                .toList();
        yield one(
            kind,
            "",
            "supervisory authority: the lead one if established in the EEA, else each one"
                + " concerned"
                + (concerned.isEmpty() ? "" : " (" + String.join(", ", concerned) + ")"));
      }
    };
  }

  private static List<Addressed> lead(Facts facts) {
    var kind = RecipientKind.SUPERVISORY_AUTHORITY;
    var inEea = Countries.eeaAmong(facts.establishments());
    if (inEea.isEmpty()) {
      return one(kind, "", "lead supervisory authority (country of main establishment not told)");
    }
    var country = inEea.getFirst();
    boolean main = facts.establishments().getFirst().equals(country);
    return one(
        kind,
        country,
        "supervisory authority of "
            + country
            + (main ? " (lead)" : " (lead, if the main establishment in the Union is there)"));
  }

  private static List<Addressed> everyOneConcerned(Facts facts) {
    var kind = RecipientKind.SUPERVISORY_AUTHORITY;
    var all = new ArrayList<Addressed>();
    facts
        .residentsInOrder()
        .forEach(
            (country, people) -> {
              if (Countries.inEea(country) && people.atMost() > 0) {
                all.add(
                    new Addressed(
                        new Recipient(kind, country, "supervisory authority of " + country),
                        people.atLeast() > 0 ? Ternary.TRUE : Ternary.UNKNOWN,
                        people.atLeast() > 0
                            ? "people affected live there: " + Grounds.words(people)
                            : "whether people affected live there is open: "
                                + Grounds.words(people)));
              }
            });
    var unresolved = facts.residents().getOrDefault(SubjectCount.UNRESOLVED, Bounds.ZERO);
    if (all.isEmpty() || unresolved.atMost() > 0) {
      all.add(
          new Addressed(
              new Recipient(
                  kind,
                  "",
                  all.isEmpty()
                      ? "every supervisory authority whose residents are affected"
                      : "further supervisory authorities, by residence of those not resolved"),
              all.isEmpty() ? Ternary.TRUE : Ternary.UNKNOWN,
              "residence is not resolved for everybody: " + Grounds.words(unresolved)));
    }
    return all;
  }

  private static List<Addressed> csirt(Facts facts) {
    var inEu = facts.establishments().stream().filter(Countries.EU::contains).toList();
    var kind = RecipientKind.CSIRT;
    // Art 26(1)(b): providers of online marketplaces fall under their main establishment's country.
    return inEu.isEmpty()
        ? one(kind, "", "CSIRT or competent authority of the main establishment in the Union")
        : one(kind, inEu.getFirst(), "CSIRT or competent authority of " + inEu.getFirst());
  }
}
