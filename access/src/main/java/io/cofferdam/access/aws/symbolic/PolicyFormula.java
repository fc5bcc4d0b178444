package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalGrade;
import io.cofferdam.access.aws.decide.PrincipalMatcher;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes what a policy says to one class of callers as a [Formula].
final class PolicyFormula {
  private final CallerClass caller;
  private final Domains domains;
  private final String origin;
  private final String resource;
  private final boolean needsPrincipal;
  private final Memory memory;

  /// @param origin put before statement names, e.g. `before, `; may be empty
  /// @param resource the variable that Resource elements test
  /// @param needsPrincipal whether a statement without Principal applies to nobody, as in
  ///     resource policies
  /// @param memory of the question
  PolicyFormula(
      CallerClass caller,
      Domains domains,
      String origin,
      String resource,
      boolean needsPrincipal,
      Memory memory) {
    this.caller = caller;
    this.domains = domains;
    this.origin = origin;
    this.resource = resource;
    this.needsPrincipal = needsPrincipal;
    this.memory = memory;
  }

  /// Some Allow applies; Denies not looked at.
  ///
  /// @param grades how the statement may name the caller
  Formula someAllow(PolicyDocument policy, Set<PrincipalGrade> grades) {
    List<Formula> any = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.ALLOW && grades.contains(grade(statement))) {
        any.add(applies(statement));
      }
    }
    return Formula.any(any);
  }

  Formula someAllow(PolicyDocument policy) {
    return someAllow(policy, EnumSet.complementOf(EnumSet.of(PrincipalGrade.NO_MATCH)));
  }

  Formula noDeny(PolicyDocument policy) {
    List<Formula> all = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.DENY && grade(statement) != PrincipalGrade.NO_MATCH) {
        all.add(applies(statement).not());
      }
    }
    return Formula.all(all);
  }

  /// Some Allow applies and no Deny does.
  Formula allows(PolicyDocument policy) {
    return someAllow(policy).and(noDeny(policy));
  }

  private PrincipalGrade grade(Statement statement) {
    return needsPrincipal && statement.principal() instanceof PrincipalElement.Missing
        ? PrincipalGrade.NO_MATCH
        : PrincipalMatcher.grade(statement, caller.principal());
  }

  private Formula applies(Statement statement) {
    String name = origin + statement.name();
    List<Formula> all = new ArrayList<>();
    for (Condition condition : statement.conditions()) {
      all.add(new Formula.Is(memory.of(settle(condition)), true, name));
    }
    all.add(new Formula.Is(memory.of(resource, settle(statement)), true, name));
    all.add(new Formula.Is(memory.of(statement.action()), true, name));
    return Formula.all(all);
  }

  private ResourceElement settle(Statement statement) {
    ResourceElement element = statement.resource();
    return tied(element.values())
        ? new ResourceElement(element.allBut(), settle("", element.values()))
        : element;
  }

  private Condition settle(Condition condition) {
    return tied(condition.values())
        ? new Condition(
            condition.operator(),
            condition.key(),
            condition.name(),
            settle(condition.key(), condition.values()))
        : condition;
  }

  private static boolean tied(List<Template> values) {
    return values.stream().anyMatch(value -> !value.variables().isEmpty());
  }

  /// Variables that have one state for the whole class are replaced; a value without its variable
  /// matches nothing.
  private List<Template> settle(String key, List<Template> templates) {
    List<Template> settled = new ArrayList<>();
    for (Template template : templates) {
      Map<String, String> values = new HashMap<>();
      boolean all = true;
      for (String variable : template.variables()) {
        if (foreignOrganisation(key, variable)) {
          continue;
        }
        if (domains.of(variable) instanceof KeyDomain.Fixed(KeyState state)) {
          if (state instanceof KeyState.Present(List<String> one) && one.size() == 1) {
            values.put(variable, one.get(0));
          }
        } else {
          all = false;
        }
      }
      if (all) {
        template.resolve(v -> java.util.Optional.ofNullable(values.get(v))).ifPresent(settled::add);
      } else {
        settled.add(template);
      }
    }
    return settled;
  }

  /// A caller whom nobody named is not of the organisation of the resource, whichever that is.
  private boolean foreignOrganisation(String key, String variable) {
    return caller.trust() == CallerClass.Trust.UNNAMED
        && ((key.equals("aws:resourceorgid") && variable.equals("aws:principalorgid"))
            || (key.equals("aws:principalorgid") && variable.equals("aws:resourceorgid")));
  }
}
