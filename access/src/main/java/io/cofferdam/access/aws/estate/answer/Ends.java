package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.reach.EscalationAct;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Effect;
import io.cofferdam.access.aws.estate.reach.EscalationActs;
import io.cofferdam.access.aws.estate.reach.ObjectSamples;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.estate.reach.Verdicts;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// For one question: what each actor can do itself, and after somebody has opened the resource.
final class Ends {
  /// An act that opens the resource of a need.
  record Opening(
      EscalationAct act,
      Change change,
      Operation operation,
      EstateResource resource,
      Possible possible) {}

  private record Changed(Actor actor, Operation operation, Change change) {}

  private final Reach reach;
  private final Verdicts verdicts;
  private final Question question;
  private final List<List<Opening>> openings = new ArrayList<>();
  private final List<Possible> possible = new ArrayList<>();
  private final Map<Actor, End> direct = new HashMap<>();
  private final Map<Changed, Verdict> changed = new HashMap<>();

  Ends(Reach reach, Question question) {
    this.reach = reach;
    this.verdicts = reach.verdicts();
    this.question = question;
    for (Question.Need need : question.needs()) {
      openings.add(openings(need));
      possible.add(new Possible(reach.decider(), need.action(), need.resource()));
    }
  }

  private List<Opening> openings(Question.Need need) {
    Optional<EstateResource> resource = reach.decider().estate().resource(need.resource());
    List<Opening> all = new ArrayList<>();
    if (resource.isEmpty()) {
      return all;
    }
    for (EscalationAct act : EscalationActs.all()) {
      if (act.target().equals("resource:" + resource.get().service())) {
        Operation operation = Operation.on(act.needs().get(0).action(), resource.get().arn());
        Optional<Change> change = change(act.effect());
        if (change.isPresent()) {
          all.add(
              new Opening(
                  act,
                  change.get(),
                  operation,
                  resource.get(),
                  new Possible(reach.decider(), operation.action(), operation.resource())));
        }
      }
    }
    return all;
  }

  private static Optional<Change> change(Effect effect) {
    return switch (effect) {
      case REPLACE_POLICY -> Optional.of(Change.POLICY_REPLACED);
      case ADD_POLICY -> Optional.of(Change.POLICY_ADDED);
      case ADD_GRANT -> Optional.of(Change.GRANT_ADDED);
      case BECOME, EMPOWER -> Optional.empty();
    };
  }

  /// The best that the actors reached from one principal can do. The actors come in the order in
  /// which they are reached; of equal ends the first counts.
  End best(Collection<Reach.Arrival> reached) {
    End best = new End(reached.iterator().next().actor(), Verdict.NO, List.of(), List.of());
    for (Reach.Arrival arrival : reached) {
      End end = direct(arrival.actor());
      Verdict verdict = end.verdict().and(arrival.verdict());
      if (verdict.compareTo(best.verdict()) > 0) {
        best = new End(end.actor(), verdict, end.deeds(), List.of());
      }
      if (best.verdict() == Verdict.YES) {
        return best;
      }
    }
    List<List<Step>> openers = openers(reached);
    if (openers.stream().allMatch(List::isEmpty)) {
      return best;
    }
    for (Reach.Arrival arrival : reached) {
      if (best.verdict() == Verdict.YES) {
        return best;
      }
      End end = opened(arrival, openers);
      if (end.verdict().compareTo(best.verdict()) > 0) {
        best = end;
      }
    }
    return best;
  }

  Question question() {
    return question;
  }

  /// Whether the actor may do what one need asks; quickly told, and errs towards yes.
  boolean mayDo(Actor actor, int number) {
    return possible.get(number).by(actor);
  }

  /// False for accounts in which nobody may do what one need asks, save whom the resource names.
  Predicate<String> accounts(int number) {
    return in(possible.get(number));
  }

  /// False for accounts in which nobody may use the opening, save whom the resource names.
  Predicate<String> accounts(Opening opening) {
    return ownOnly(opening) ? opening.resource().account()::equals : in(opening.possible());
  }

  private static Predicate<String> in(Possible possible) {
    return possible.accounts().<Predicate<String>>map(all -> all::contains).orElse(account -> true);
  }

  private static boolean ownOnly(Opening opening) {
    return opening.change() != Change.GRANT_ADDED;
  }

  /// The acts that open the resource of one need.
  List<Opening> openings(int number) {
    return openings.get(number);
  }

  /// Whether the actor may use the opening; quickly told, and errs towards yes.
  boolean mayOpen(Actor actor, Opening opening) {
    return (!ownOnly(opening) || account(actor).equals(opening.resource().account()))
        && opening.possible().by(actor);
  }

  /// Policies are opened by the resource's own account alone.
  private Verdict opens(Actor actor, Opening opening) {
    return mayOpen(actor, opening) ? verdicts.of(actor, opening.operation()) : Verdict.NO;
  }

  /// What the actor can do with the resource as it is.
  End direct(Actor actor) {
    End known = direct.get(actor);
    if (known == null) {
      List<Deed> deeds = new ArrayList<>();
      Verdict all = Verdict.YES;
      for (int i = 0; i < question.needs().size() && all != Verdict.NO; i++) {
        Deed deed = deed(actor, i);
        deeds.add(deed);
        all = all.and(deed.verdict());
      }
      known = new End(actor, all, deeds, List.of());
      direct.put(actor, known);
    }
    return known;
  }

  private Deed deed(Actor actor, int number) {
    if (!possible.get(number).by(actor)) {
      Question.Need need = question.needs().get(number);
      return new Deed(actor, need.operation(need.resource()), Change.NONE, Verdict.NO);
    }
    Deed best = null;
    for (Operation operation : operations(actor, number)) {
      Verdict verdict = verdicts.of(actor, operation);
      if (best == null || verdict.compareTo(best.verdict()) > 0) {
        best = new Deed(actor, operation, Change.NONE, verdict);
      }
      if (verdict == Verdict.YES) {
        break;
      }
    }
    return best == null
        ? new Deed(actor, operations(actor, number).get(0), Change.NONE, Verdict.NO)
        : best;
  }

  /// What is tried for one need: of a bucket's objects, those that policies tell apart.
  List<Operation> operations(Actor actor, int number) {
    Question.Need need = question.needs().get(number);
    if (!need.anyObject()) {
      return List.of(need.operation(need.resource()));
    }
    Operation bucket = Operation.on(need.action(), need.resource());
    Set<String> objects =
        ObjectSamples.of(
            reach.decider(),
            actor,
            need.action(),
            need.resource(),
            reach.decider().resourcePolicies(bucket, account(actor)));
    return objects.stream().map(need::operation).toList();
  }

  private String account(Actor actor) {
    EstatePrincipal principal = reach.decider().estate().principals().get(actor.arn());
    return principal == null ? "" : principal.account();
  }

  /// For each need the acts that open its resource, the certain ones first.
  private List<List<Step>> openers(Collection<Reach.Arrival> reached) {
    List<List<Step>> all = new ArrayList<>();
    for (List<Opening> ofNeed : openings) {
      List<Step> steps = new ArrayList<>();
      for (Opening opening : ofNeed) {
        for (Reach.Arrival arrival : reached) {
          Actor actor = arrival.actor();
          Verdict verdict = opens(actor, opening).and(arrival.verdict());
          if (verdict != Verdict.NO) {
            steps.add(
                new Step(opening.act(), actor, actor, verdict, List.of(opening.operation()), ""));
          }
        }
      }
      steps.sort((a, b) -> b.verdict().compareTo(a.verdict()));
      all.add(steps);
    }
    return all;
  }

  private End opened(Reach.Arrival arrival, List<List<Step>> openers) {
    Actor actor = arrival.actor();
    List<Deed> deeds = new ArrayList<>();
    List<Step> used = new ArrayList<>();
    Verdict all = arrival.verdict();
    for (int i = 0; i < question.needs().size(); i++) {
      Deed best = deed(actor, i);
      Step by = null;
      for (Step opener : openers.get(i)) {
        if (best.verdict() == Verdict.YES) {
          break;
        }
        Change change = change(opener.act().effect()).orElse(Change.NONE);
        for (Operation operation : operations(actor, i)) {
          Verdict after = after(actor, operation, change).and(opener.verdict());
          if (after.compareTo(best.verdict()) > 0) {
            best = new Deed(actor, operation, change, after);
            by = opener;
          }
        }
      }
      if (by != null) {
        used.add(new Step(by.act(), by.from(), actor, by.verdict(), by.operations(), by.host()));
      }
      deeds.add(best);
      all = all.and(best.verdict());
    }
    return new End(actor, all, deeds, used);
  }

  /// Openers of one kind of change leave the same behind.
  private Verdict after(Actor actor, Operation operation, Change change) {
    return changed.computeIfAbsent(
        new Changed(actor, operation, change),
        c -> reach.decider().rule(actor, operation, change).verdict());
  }
}
