package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.estate.request.Ruling;
import io.cofferdam.access.aws.estate.request.Stand;
import io.cofferdam.access.aws.estate.request.StatementMatch;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The conditions under which an undecided request is allowed, in words.
final class Conditions {
  private static final int MOST_VALUES = 4;

  private Conditions() {}

  /// What a ruling depends on; empty where it depends on nothing.
  static Set<String> open(Ruling ruling) {
    Set<String> words = new TreeSet<>();
    if (ruling.verdict() != Verdict.ONLY_IF) {
      return words;
    }
    words.addAll(ruling.gaps());
    PolicySet policies = ruling.policies();
    DecisionRequest request = ruling.request();
    List<PolicyDocument> grants = new ArrayList<>(policies.identity());
    if (eitherSuffices(request)) {
      policies.resource().ifPresent(grants::add);
      allows(grants, request, words);
    } else {
      allows(grants, request, words);
      policies.resource().ifPresent(one -> allows(List.of(one), request, words));
      policies.resource().ifPresent(grants::add);
    }
    policies.boundaries().forEach(one -> allows(List.of(one), request, words));
    policies.scps().forEach(level -> allows(level, request, words));
    policies.rcps().forEach(level -> allows(level, request, words));
    List<PolicyDocument> all = new ArrayList<>(grants);
    all.addAll(policies.boundaries());
    policies.scps().forEach(all::addAll);
    policies.rcps().forEach(all::addAll);
    denies(all, request, words);
    return words;
  }

  /// Whether identity or resource policy is enough, rather than both.
  private static boolean eitherSuffices(DecisionRequest request) {
    return request.sameAccount()
        && !request.action().startsWith("kms:")
        && !request.action().startsWith("sts:");
  }

  /// The undecided Allows of a layer; none where another Allow of it is certain.
  private static void allows(
      Collection<PolicyDocument> layer, DecisionRequest request, Set<String> into) {
    Set<String> open = new TreeSet<>();
    for (PolicyDocument policy : layer) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW) {
          StatementMatch match = StatementMatch.of(statement, request);
          if (match.matches() == Ternary.TRUE) {
            return;
          }
          match.open().forEach(condition -> open.add(words(condition, "")));
        }
      }
    }
    into.addAll(open);
  }

  private static void denies(
      Collection<PolicyDocument> policies, DecisionRequest request, Set<String> into) {
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.DENY) {
          StatementMatch match = StatementMatch.of(statement, request);
          if (match.matches() == Ternary.UNKNOWN) {
            List<String> all = new ArrayList<>();
            match.open().forEach(condition -> all.add(words(condition, "")));
            boolean gap = all.stream().anyMatch(text -> text.endsWith("is not in the snapshot"));
            into.add(gap ? all.get(0) : "not (" + String.join(" and ", all) + ")");
          }
        }
      }
    }
  }

  static String words(Condition condition, String before) {
    if (condition.name().startsWith(Stand.GAP)) {
      return condition.name().substring(Stand.GAP.length()) + " is not in the snapshot";
    }
    List<String> values = condition.values().stream().map(Template::source).toList();
    String shown = String.join(", ", values.subList(0, Math.min(MOST_VALUES, values.size())));
    if (values.size() > MOST_VALUES) {
      shown += ", and " + (values.size() - MOST_VALUES) + " more";
    }
    return before + condition.name() + " " + condition.operator().name() + " " + shown;
  }
}
