package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.List;

/// What the policies of one layer say to a request.
final class LayerResult {
  private final PolicyLayer layer;
  private final int level;
  private final boolean several;
  private final Facts facts;
  private final StatementMatcher matcher;
  private final Target target;
  private Ternary exact = Ternary.FALSE;
  private Ternary everyone = Ternary.FALSE;
  private Ternary role = Ternary.FALSE;
  private Ternary account = Ternary.FALSE;
  private Ternary denies = Ternary.FALSE;
  private List<Because> allowing = List.of();
  private List<Because> denying = List.of();

  private LayerResult(
      PolicyLayer layer,
      int level,
      boolean several,
      Facts facts,
      StatementMatcher matcher,
      Target target) {
    this.layer = layer;
    this.level = level;
    this.several = several;
    this.facts = facts;
    this.matcher = matcher;
    this.target = target;
  }

  /// @param level of an organisation policy, counted from 1 at the root; else 0
  static LayerResult of(
      PolicyLayer layer,
      int level,
      List<PolicyDocument> documents,
      Facts facts,
      StatementMatcher matcher,
      Target target) {
    LayerResult result =
        new LayerResult(layer, level, documents.size() > 1, facts, matcher, target);
    for (int i = 0; i < documents.size(); i++) {
      List<Statement> statements = documents.get(i).statementsFor(facts.service);
      for (int s = 0; s < statements.size(); s++) {
        result.add(statements.get(s), i + 1);
      }
    }
    return result;
  }

  private void add(Statement statement, int document) {
    if (!statement.action().matchesLower(facts.action)) {
      return;
    }
    // a resource policy's statement that names nobody applies to nobody
    if (layer.namesPrincipals() && statement.principal() instanceof PrincipalElement.Missing) {
      return;
    }
    PrincipalGrade grade = facts.principals.grade(statement);
    if (grade == PrincipalGrade.NO_MATCH) {
      return;
    }
    Ternary matched = matcher.matches(statement, target);
    if (matched == Ternary.FALSE) {
      return;
    }
    if (matched == Ternary.UNKNOWN) {
      matcher.noteOpen(layer, place(document), statement, target);
    }
    if (statement.effect() == Effect.DENY) {
      denies = denies.or(matched);
      if (matched == Ternary.TRUE) {
        denying = denying.isEmpty() ? new ArrayList<>(2) : denying;
        denying.add(because(statement, document, "denies"));
      }
    } else {
      allow(grade, matched);
      if (matched == Ternary.TRUE) {
        allowing = allowing.isEmpty() ? new ArrayList<>(2) : allowing;
        allowing.add(because(statement, document, "allows"));
      }
    }
  }

  private void allow(PrincipalGrade grade, Ternary matched) {
    switch (grade) {
      case NO_MATCH -> {}
      case ACCOUNT -> account = account.or(matched);
      case ROLE_OF_SESSION -> role = role.or(matched);
      case EVERYONE -> everyone = everyone.or(matched);
      case EXACT -> exact = exact.or(matched);
    }
  }

  private String place(int document) {
    if (level > 0) {
      return "level " + level + ", policy " + document;
    }
    return several ? "policy " + document : "";
  }

  private Because because(Statement statement, int document, String verb) {
    return new Because(
        layer,
        place(document),
        statement,
        () -> Reasons.statement(facts, layer, place(document), statement, verb));
  }

  PolicyLayer layer() {
    return layer;
  }

  int level() {
    return level;
  }

  Ternary denies() {
    return denies;
  }

  Ternary allows(PrincipalGrade grade) {
    return switch (grade) {
      case NO_MATCH -> Ternary.FALSE;
      case ACCOUNT -> account;
      case ROLE_OF_SESSION -> role;
      case EVERYONE -> everyone;
      case EXACT -> exact;
    };
  }

  Ternary allows() {
    return exact.or(everyone).or(role).or(account);
  }

  List<Because> allowing() {
    return allowing;
  }

  List<Because> denying() {
    return denying;
  }
}
