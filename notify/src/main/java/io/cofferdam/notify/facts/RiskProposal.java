package io.cofferdam.notify.facts;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What we would propose for the two questions of risk. A proposal decides nothing.
final class RiskProposal {
  private static final Set<String> GRAVE =
      Set.of(
          "health",
          "medical",
          "sensitive",
          "special-category",
          "biometric",
          "genetic",
          "religion",
          "sexual-orientation",
          "political-opinion",
          "children",
          "minors",
          "credentials",
          "password",
          "payment",
          "payment-card",
          "financial",
          "bank-account",
          "identity-document",
          "location",
          "conversation",
          "chat");

  private RiskProposal() {}

  static Answer riskUnlikely(
      Scope scope, boolean accessSeen, boolean nothingOpen, ConcernedStores stores) {
    if (stores.unintelligible().value() == Ternary.TRUE) {
      return Answer.proposed(
          Ternary.TRUE, "the content is unintelligible without a key kept elsewhere");
    }
    if (accessSeen) {
      return Answer.proposed(Ternary.FALSE, "readable data was read by somebody not meant to");
    }
    if (scope.noEvidenceOfAccess()) {
      return Answer.proposed(
          Ternary.TRUE,
          nothingOpen
              ? "coverage is complete, nothing stood open and no read was found"
              : "it stood open, but coverage is complete and no read was found");
    }
    return Answer.of(
        Ternary.UNKNOWN, "no read was found, but the logs are not proved complete: no proposal");
  }

  static Answer highRisk(List<String> dataClasses, boolean accessSeen, Ternary personalData) {
    var grave =
        dataClasses.stream().filter(c -> GRAVE.contains(c.toLowerCase(Locale.ROOT))).toList();
    if (accessSeen && personalData == Ternary.TRUE && !grave.isEmpty()) {
      return Answer.proposed(
          Ternary.TRUE, "data of these classes was read: " + String.join(", ", grave));
    }
    return Answer.of(Ternary.UNKNOWN, "a person weighs how likely and how severe harm is");
  }
}
