package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.decide.Because;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Ruling;
import io.cofferdam.access.aws.estate.request.Standing;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a way into sentences.
final class Explaining {
  private final EstateDecider decider;
  private final Estate estate;
  private final Grounds grounds;

  private Explaining(EstateDecider decider) {
    this.decider = decider;
    this.estate = decider.estate();
    this.grounds = new Grounds(estate);
  }

  static Explanation of(WhoCan whoCan, String principal, Question question) {
    Reach reach = whoCan.reach();
    Explaining explaining = new Explaining(reach.decider());
    End end = whoCan.end(principal, question);
    if (end.verdict() == Verdict.NO) {
      return new Explanation(
          principal, question, Verdict.NO, List.of(), explaining.whyNot(principal, question));
    }
    Map<Actor, Reach.Arrival> reached = reach.from(principal);
    Set<Step> steps = new LinkedHashSet<>();
    for (Step opening : end.openings()) {
      steps.addAll(reach.way(reached, opening.from()));
    }
    steps.addAll(reach.way(reached, end.actor()));
    List<Hop> hops = new ArrayList<>();
    steps.forEach(step -> hops.add(explaining.hop(step)));
    end.openings().forEach(opening -> hops.add(explaining.opening(opening)));
    end.deeds().forEach(deed -> hops.add(explaining.hop(deed)));
    return new Explanation(principal, question, end.verdict(), hops, List.of());
  }

  private List<String> whyNot(String principal, Question question) {
    Set<String> why = new LinkedHashSet<>();
    for (Question.Need need : question.needs()) {
      String arn = need.anyObject() ? need.resource() + "/any-object" : need.resource();
      Ruling ruling = decider.rule(Actor.of(principal), need.operation(arn));
      Decision decision = Decider.decide(ruling.request(), ruling.policies());
      if (ruling.verdict() == Verdict.NO) {
        for (Because because : decision.because()) {
          why.add(need.action() + ": " + because.sentence());
        }
      }
    }
    return List.copyOf(why);
  }

  private String words(Actor actor) {
    String words = estate.principal(actor.arn()).map(EstatePrincipal::words).orElse(actor.arn());
    return actor.standing() == Standing.EMPOWERED ? words + ", now with every right," : words;
  }

  private Hop hop(Step step) {
    Actor plain = Actor.of(step.to().arn());
    String target = step.from().arn().equals(plain.arn()) ? "itself" : words(plain);
    String act = step.act().words().replace("{}", target).replace("{host}", step.host());
    return hop(words(step.from()) + " " + act, step);
  }

  private Hop opening(Step step) {
    String resource = step.operations().get(0).resource();
    String target = estate.resource(resource).map(r -> r.words()).orElse(resource);
    String act = step.act().words().replace("{}", target);
    String forWhom = step.from().equals(step.to()) ? "" : ", in favour of " + words(step.to());
    return hop(words(step.from()) + " " + act + forWhom, step);
  }

  private Hop hop(String sentence, Step step) {
    Actor actor = step.from();
    List<Ground> all = new ArrayList<>();
    Set<String> onlyIf = new LinkedHashSet<>();
    for (Operation operation : step.operations()) {
      Ruling ruling = decider.rule(actor, operation);
      all.addAll(grounds.of(actor.arn(), ruling));
      onlyIf.addAll(Conditions.open(ruling));
    }
    return new Hop(sentence, Optional.of(step), distinct(all), onlyIf);
  }

  private Hop hop(Deed deed) {
    Operation operation = deed.operation();
    Ruling ruling = decider.rule(deed.actor(), operation, deed.change());
    List<Ground> all = new ArrayList<>();
    if (deed.actor().standing() == Standing.EMPOWERED) {
      all.add(new Ground("the policy it was given allows " + operation.action(), Optional.empty()));
    }
    if (deed.change() == Change.NONE) {
      all.addAll(grounds.of(deed.actor().arn(), ruling));
    } else {
      all.add(new Ground("what was changed before allows it", Optional.empty()));
      grounds.of(deed.actor().arn(), ruling).stream()
          .filter(g -> g.removable().orElse(null) instanceof Removable.OfPolicy)
          .forEach(all::add);
    }
    String sentence = words(deed.actor()) + " does " + operation.action() + " on " + on(operation);
    return new Hop(sentence, Optional.empty(), distinct(all), Conditions.open(ruling));
  }

  private String on(Operation operation) {
    String arn = operation.resource();
    String words = estate.resource(arn).map(r -> r.words()).orElse(arn);
    int slash = arn.indexOf('/');
    boolean object = arn.contains(":s3:::") && slash > 0;
    return object && !arn.endsWith("/any-object")
        ? arn.substring(slash + 1) + " in " + words
        : words;
  }

  private static List<Ground> distinct(List<Ground> grounds) {
    Map<String, Ground> bySentence = new LinkedHashMap<>();
    grounds.forEach(ground -> bySentence.putIfAbsent(ground.sentence(), ground));
    return List.copyOf(bySentence.values());
  }
}
