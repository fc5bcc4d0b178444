package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.CeilingQuestion;
import io.cofferdam.access.aws.symbolic.CeilingQuestion.Whose;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Of an account: the policies of its organisation leave no room for some requests, proved for
/// whatever anybody in the account is granted. Callers whom the policies exempt by name are listed;
/// where the data map declares who is meant to be exempt, nobody else may be.
final class GuardRails implements Predicate {
  private final Whose whose;
  private final Function<Scene, List<Rail>> rails;
  private final String undeclared;

  /// @param undeclared why nothing is judged where there are no rails
  GuardRails(Whose whose, Function<Scene, List<Rail>> rails, String undeclared) {
    this.whose = whose;
    this.rails = rails;
    this.undeclared = undeclared;
  }

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var gaps = account.gapsOf(List.of("organisation")).stream().map(Gap::words).toList();
    var wanted = rails.apply(scene);
    return switch (Ceilings.of(ScanEstate.of(scene), account.account(), gaps)) {
      case Ceilings.None(var why) -> new Outcome.NotApplicable(why);
      case Ceilings.Unread(var missing) -> new Outcome.Undetermined(missing);
      case Ceilings.Known known ->
          wanted.isEmpty()
              ? new Outcome.NotApplicable(undeclared)
              : judge(account.account(), known, wanted, scene);
    };
  }

  private Outcome judge(String account, Ceilings.Known ceilings, List<Rail> wanted, Scene scene) {
    var checks = new Checks();
    Set<String> exempt = new TreeSet<>();
    for (var rail : wanted) {
      var levels = new ArrayList<>(whose == Whose.OWN ? ceilings.scps() : List.of());
      levels.addAll(ceilings.rcps());
      var exemptions = Exemptions.of(levels, rail.actions());
      var first = ask(account, ceilings, rail, List.of());
      if (first instanceof Answer.Found(DecisionRequest request, String _)
          && exemptions.broad().isEmpty()
          && !exemptions.conditions().isEmpty()) {
        tell(checks, rail, ask(account, ceilings, rail, exemptions.conditions()), exemptions);
        exempt.addAll(exemptions.values());
      } else {
        tell(checks, rail, first, exemptions);
      }
    }
    if (whose == Whose.OUTSIDERS) {
      strangers(ceilings, wanted, scene)
          .forEach(each -> checks.fault("members of organisation " + each + " are let in", each));
    }
    undeclared(exempt, scene)
        .forEach(each -> checks.fault(each + " is exempt and not declared", each));
    if (!exempt.isEmpty()) {
      checks.holds("exempt: " + String.join(", ", exempt));
    }
    return checks.outcome();
  }

  private Answer ask(
      String account, Ceilings.Known ceilings, Rail rail, List<Condition> notExempt) {
    List<Condition> where = new ArrayList<>(rail.where());
    where.addAll(notExempt);
    return new CeilingQuestion(
            account, ceilings.scps(), ceilings.rcps(), whose, rail.actions(), where)
        .answer();
  }

  private void tell(Checks checks, Rail rail, Answer answer, Exemptions exemptions) {
    switch (answer) {
      case Answer.Found(DecisionRequest request, String _) ->
          checks.fault(
              (whose == Whose.OWN ? "somebody could " : "an outsider could ")
                  + rail.what()
                  + (exemptions.broad().isEmpty()
                      ? ""
                      : ", since everybody is exempt by " + String.join(", ", exemptions.broad())),
              Words.of(request));
      case Answer.Impossible(Proof proof) ->
          checks.holds(
              "nobody can "
                  + rail.what()
                  + proof.lines().stream().findFirst().map(line -> " (" + line + ")").orElse(""));
      case Answer.Unknown(Set<String> why) ->
          checks.open(rail.what() + ": " + String.join(", ", new TreeSet<>(why)));
    }
  }

  /// Organisations whose members a denial spares and that are neither the company's own nor a
  /// partner's.
  private static Set<String> strangers(Ceilings.Known ceilings, List<Rail> wanted, Scene scene) {
    var strangers = new TreeSet<String>();
    for (var level : ceilings.rcps()) {
      for (var policy : level) {
        for (var statement : policy.statements()) {
          if (statement.effect() == Effect.DENY
              && wanted.stream()
                  .flatMap(rail -> rail.actions().stream())
                  .anyMatch(statement.action()::matches)) {
            statement.conditions().stream()
                .filter(each -> each.key().equals("aws:principalorgid"))
                .filter(each -> each.operator().negated())
                .flatMap(each -> each.values().stream())
                .map(each -> each.source())
                .filter(each -> !scene.zone().holdsOrganisation(each))
                .forEach(strangers::add);
          }
        }
      }
    }
    return strangers;
  }

  /// Exempt principals whom the data map does not declare; none where it declares nobody.
  private static List<String> undeclared(Set<String> exempt, Scene scene) {
    var declared = AdminPower.patterns(scene.expected().access().breakGlass());
    if (declared.isEmpty()) {
      return List.of();
    }
    return exempt.stream()
        .filter(each -> each.startsWith("aws:PrincipalArn "))
        .filter(each -> declared.stream().noneMatch(p -> matches(p, each)))
        .toList();
  }

  private static boolean matches(Pattern declared, String exemption) {
    return declared.matches(exemption.substring("aws:PrincipalArn ".length()).replace("*", "any"));
  }
}
