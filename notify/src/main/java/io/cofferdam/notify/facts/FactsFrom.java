package io.cofferdam.notify.facts;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.origin.Origin;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Derives [Facts] from what the investigation found and what the data map tells.
///
/// INVARIANT: nothing becomes FALSE merely because something is missing: "at least 0 people" is
/// unknown. Only complete coverage without a read gives "no disclosure", and risk is never decided
/// here: it is proposed, and a named person has the final word.
public final class FactsFrom {
  private final Scope scope;
  private final List<Exposure> exposures;
  private final DataMap map;
  private final Ternary evidenceOfAccess;
  private final ConcernedStores stores;
  private final Map<Fact, Answer> answers = new EnumMap<>(Fact.class);

  private FactsFrom(Scope scope, List<Exposure> exposures, DataMap map, Ternary evidenceOfAccess) {
    this.scope = scope;
    this.exposures = exposures;
    this.map = map;
    this.evidenceOfAccess = evidenceOfAccess;
    this.stores = ConcernedStores.of(scope, exposures, map);
  }

  /// The facts of a case, each with its reason.
  ///
  /// @param evidenceOfAccess TRUE where the logs hold reads by somebody the data was not meant for;
  ///     FALSE or UNKNOWN otherwise (the scope says what follows from their absence)
  public static Facts of(
      Scope scope, List<Exposure> exposures, Origin origin, DataMap map, Ternary evidenceOfAccess) {
    return new FactsFrom(scope, exposures, map, evidenceOfAccess).derive(origin);
  }

  private Facts derive(Origin origin) {
    incident();
    personalData();
    secrets(origin);
    organisation(map.organisation());
    var people = new PeopleByCountry(scope);
    targeting(people);
    return new Facts(
        answers,
        quantities(people),
        people.byCountry(),
        establishments(map.organisation()),
        stores.dataClasses(scope),
        List.of(
            "every person in the compromised data who lives in the Union counts as a user of the"
                + " marketplace"));
  }

  private boolean accessSeen() {
    return evidenceOfAccess == Ternary.TRUE || scope.objects().atLeast() > 0;
  }

  private boolean nothingOpen() {
    return exposures.stream()
        .allMatch(
            e ->
                switch (e.state()) {
                  case CLOSED -> true;
                  case OPEN, UNKNOWN -> false;
                });
  }

  private void incident() {
    if (accessSeen()) {
      put(
          Fact.CONFIDENTIALITY_LOST,
          Answer.of(Ternary.TRUE, "the logs show reads by somebody the data was not meant for"));
      put(
          Fact.UNAUTHORISED_ACCESS_SUCCEEDED,
          Answer.of(Ternary.TRUE, "the logs show successful reads without authority"));
      put(
          Fact.MALICIOUS_SUSPECTED,
          Answer.proposed(Ternary.TRUE, "data was read by somebody it was not meant for"));
      put(
          Fact.SYNTHETIC_ONLY,
          Answer.of(Ternary.FALSE, "data was read from a store, not made up by a model"));
    } else if (scope.noEvidenceOfAccess() && nothingOpen()) {
      var why = "coverage is complete, nothing stood open and no read was found";
      put(Fact.CONFIDENTIALITY_LOST, Answer.of(Ternary.FALSE, why));
      put(Fact.UNAUTHORISED_ACCESS_SUCCEEDED, Answer.of(Ternary.FALSE, why));
    } else if (scope.noEvidenceOfAccess()) {
      put(
          Fact.CONFIDENTIALITY_LOST,
          Answer.proposed(
              Ternary.FALSE,
              "coverage is complete and no read was found, though it stood open; whether that"
                  + " alone is a disclosure is for a person to say"));
    } else {
      put(
          Fact.CONFIDENTIALITY_LOST,
          Answer.of(Ternary.UNKNOWN, "no read was found, but the logs are not proved complete"));
    }
    var reads = "the investigation looks at reads; it does not show this";
    put(Fact.INTEGRITY_LOST, Answer.of(Ternary.UNKNOWN, reads));
    put(Fact.AVAILABILITY_LOST, Answer.of(Ternary.UNKNOWN, reads));
  }

  private void personalData() {
    var personal = stores.personalData(scope);
    put(Fact.PERSONAL_DATA_INVOLVED, personal);
    put(Fact.DATA_UNINTELLIGIBLE, stores.unintelligible());
    put(Fact.RISK_UNLIKELY, RiskProposal.riskUnlikely(scope, accessSeen(), nothingOpen(), stores));
    put(
        Fact.HIGH_RISK_LIKELY,
        RiskProposal.highRisk(stores.dataClasses(scope), accessSeen(), personal.value()));
  }

  private void secrets(Origin origin) {
    var kinds = new ArrayList<String>();
    boolean possible = false;
    for (var artefact : scope.artefacts()) {
      if (artefact.partsTaken().atLeast() > 0) {
        kinds.add(artefact.kind() + " " + artefact.version());
      }
      possible |= artefact.partsTaken().atMost() > 0;
    }
    if (!kinds.isEmpty()) {
      put(
          Fact.TRADE_SECRETS_TAKEN,
          Answer.of(
              Ternary.TRUE,
              "taken: "
                  + String.join(", ", kinds)
                  + "; treated as a trade secret until a person decides otherwise"));
    } else if (scope.noEvidenceOfAccess() && nothingOpen()) {
      put(
          Fact.TRADE_SECRETS_TAKEN,
          Answer.of(
              Ternary.FALSE, "coverage is complete, nothing stood open and nothing was read"));
    } else if (possible || origin.answers().contains(OriginAnswer.WEIGHTS)) {
      put(
          Fact.TRADE_SECRETS_TAKEN,
          Answer.proposed(Ternary.TRUE, "weights, adapters, prompts or code may have been taken"));
    } else {
      put(
          Fact.TRADE_SECRETS_TAKEN,
          Answer.of(Ternary.UNKNOWN, "the data map does not say whether a store holds any"));
    }
  }

  private void organisation(Organisation it) {
    put(Fact.CONTROLLER, Answer.of(it.controller(), "as the data map says"));
    put(
        Fact.PROCESSOR,
        Answer.of(
            it.controller().not(),
            "for the same data, the counterpart of what the data map says of the controller"));
    put(Fact.ONLINE_MARKETPLACE, Answer.of(it.onlineMarketplace(), "as the data map says"));
    put(Fact.MEDIUM_OR_LARGER, Answer.of(it.mediumOrLarger(), "as the data map says"));
    var countries = establishments(it);
    put(
        Fact.ESTABLISHED_IN_EEA,
        established(it, countries.stream().anyMatch(Countries::inEea), "the EEA"));
    put(
        Fact.ESTABLISHED_IN_UK,
        established(it, countries.stream().anyMatch(Countries::inUk), "the UK"));
  }

  private static Answer established(Organisation it, boolean there, String where) {
    if (there) {
      return Answer.of(Ternary.TRUE, "the data map names an establishment in " + where);
    }
    return it.establishments().isEmpty()
        ? Answer.of(Ternary.UNKNOWN, "the data map does not list the establishments")
        : Answer.of(Ternary.FALSE, "the data map lists the establishments, none in " + where);
  }

  private static List<String> establishments(Organisation it) {
    var all = new ArrayList<String>();
    if (!it.country().isEmpty()) {
      all.add(it.country());
    }
    it.establishments().stream().filter(c -> !all.contains(c)).forEach(all::add);
    return all;
  }

  /// People living somewhere suggest that goods are offered there; they do not prove it.
  private void targeting(PeopleByCountry people) {
    put(Fact.TARGETS_EEA_PEOPLE, targets(people.inEea(), "the EEA"));
    put(Fact.TARGETS_UK_PEOPLE, targets(people.inUk(), "the UK"));
  }

  private static Answer targets(Bounds people, String where) {
    return people.atLeast() > 0
        ? Answer.proposed(Ternary.TRUE, "people whose data is concerned live in " + where)
        : Answer.of(Ternary.UNKNOWN, "not told, and residence does not settle it");
  }

  private Map<Quantity, Bounds> quantities(PeopleByCountry people) {
    var all = new EnumMap<Quantity, Bounds>(Quantity.class);
    all.put(Quantity.PEOPLE_AFFECTED, scope.people());
    all.put(Quantity.RECORDS_AFFECTED, scope.records());
    all.put(Quantity.PEOPLE_IN_EEA, people.inEea());
    all.put(Quantity.PEOPLE_IN_UK, people.inUk());
    all.put(Quantity.UNION_USERS_DATA_COMPROMISED, people.inUnion());
    if (map.organisation().users() >= 0) {
      all.put(Quantity.UNION_USERS, Bounds.exactly(map.organisation().users()));
    }
    return all;
  }

  private void put(Fact fact, Answer answer) {
    answers.put(fact, answer);
  }
}
