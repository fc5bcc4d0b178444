package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the policies of one layer say to a request.
final class LayerResult {
  private final PolicyLayer layer;
  private final Map<PrincipalGrade, Ternary> allows = new EnumMap<>(PrincipalGrade.class);
  private Ternary denies = Ternary.FALSE;
  private final List<Because> allowing = new ArrayList<>();
  private final List<Because> denying = new ArrayList<>();
  private boolean hasAllow;

  private LayerResult(PolicyLayer layer) {
    this.layer = layer;
  }

  static LayerResult of(
      PolicyLayer layer,
      Collection<PolicyDocument> documents,
      DecisionRequest request,
      StatementMatcher matcher) {
    LayerResult result = new LayerResult(layer);
    for (PolicyDocument document : documents) {
      for (Statement statement : document.statements()) {
        result.add(statement, request, matcher);
      }
    }
    return result;
  }

  private void add(Statement statement, DecisionRequest request, StatementMatcher matcher) {
    hasAllow |= statement.effect() == Effect.ALLOW;
    // a resource policy's statement that names nobody applies to nobody
    if (layer == PolicyLayer.RESOURCE
        && statement.principal() instanceof PrincipalElement.Missing) {
      return;
    }
    PrincipalGrade grade = PrincipalMatcher.grade(statement.principal(), request.principal());
    if (grade == PrincipalGrade.NO_MATCH) {
      return;
    }
    Ternary matched = matcher.matches(statement);
    if (matched == Ternary.FALSE) {
      return;
    }
    if (statement.effect() == Effect.DENY) {
      denies = denies.or(matched);
      if (matched == Ternary.TRUE) {
        denying.add(because(statement, "denies"));
      }
    } else {
      allows.merge(grade, matched, Ternary::or);
      if (matched == Ternary.TRUE) {
        allowing.add(because(statement, "allows"));
      }
    }
  }

  private Because because(Statement statement, String verb) {
    return new Because(
        layer, statement.name(), layer.words() + ", " + statement.name() + ", " + verb + " it");
  }

  PolicyLayer layer() {
    return layer;
  }

  Ternary denies() {
    return denies;
  }

  Ternary allows(PrincipalGrade grade) {
    return allows.getOrDefault(grade, Ternary.FALSE);
  }

  Ternary allows() {
    Ternary any = Ternary.FALSE;
    for (Ternary one : allows.values()) {
      any = any.or(one);
    }
    return any;
  }

  boolean hasAllow() {
    return hasAllow;
  }

  List<Because> allowing() {
    return allowing;
  }

  List<Because> denying() {
    return denying;
  }
}
