package io.cofferdam.access.aws.estate.answer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the fewest statements whose removal takes a right away from a principal.
///
/// A way is found, what allows it is noted; of all noted ways the smallest set that cuts each is
/// removed, and the question asked again of the estate without it. Every noted way is one that
/// must be cut, so the set that ends it is smallest. Organisation policies and boundaries are left
/// alone: they only limit.
public final class TakeAway {
  private static final int MOST_WAYS = 60;
  private static final int MOST_SETS = 200_000;

  private TakeAway() {}

  /// What ends the principal's ability to do what is asked, certain or conditional.
  public static Removal of(WhoCan whoCan, String principal, Question question) {
    return removal(whoCan, principal, question, deny(whoCan, principal, question));
  }

  /// As [#of], without working out which single Deny would end it, which takes as long again.
  public static Removal withoutDeny(WhoCan whoCan, String principal, Question question) {
    return removal(whoCan, principal, question, Optional.empty());
  }

  private static Removal removal(
      WhoCan whoCan, String principal, Question question, Optional<String> deny) {
    Estate estate = whoCan.reach().decider().estate();
    List<Set<Removable>> ways = new ArrayList<>();
    Set<Removable> removed = new TreeSet<>();
    boolean smallest = true;
    WhoCan current = whoCan;
    while (ways.size() < MOST_WAYS) {
      Explanation way = current.explain(principal, question);
      if (way.verdict() == Verdict.NO) {
        return new Removal(new TreeSet<>(removed), smallest, deny, Optional.empty());
      }
      Set<Removable> grounds = new TreeSet<>();
      way.hops().forEach(hop -> hop.grounds().forEach(g -> g.removable().ifPresent(grounds::add)));
      if (grounds.isEmpty()) {
        return none(deny, "it depends on what the snapshot does not hold");
      }
      ways.add(grounds);
      Optional<Set<Removable>> best = cut(ways);
      smallest &= best.isPresent();
      removed = best.orElseGet(() -> greedy(ways));
      current = new WhoCan(whoCan.reach().without(Edits.without(estate, removed)));
    }
    return none(deny, "there are more than " + MOST_WAYS + " ways");
  }

  private static Removal none(Optional<String> deny, String why) {
    return new Removal(new TreeSet<>(), false, deny, Optional.of(why));
  }

  /// A smallest set that meets every way; empty when the budget ends first.
  static <T extends Comparable<? super T>> Optional<Set<T>> cut(List<Set<T>> ways) {
    int[] budget = {MOST_SETS};
    for (int size = 1; size <= ways.size(); size++) {
      Optional<Set<T>> found = cut(ways, new TreeSet<>(), size, budget);
      if (found.isPresent() || budget[0] <= 0) {
        return budget[0] <= 0 ? Optional.empty() : found;
      }
    }
    return Optional.empty();
  }

  private static <T extends Comparable<? super T>> Optional<Set<T>> cut(
      List<Set<T>> ways, Set<T> chosen, int size, int[] budget) {
    if (--budget[0] <= 0) {
      return Optional.empty();
    }
    Optional<Set<T>> open =
        ways.stream().filter(way -> way.stream().noneMatch(chosen::contains)).findFirst();
    if (open.isEmpty()) {
      return Optional.of(new TreeSet<>(chosen));
    }
    if (size == 0) {
      return Optional.empty();
    }
    for (T one : open.get()) {
      chosen.add(one);
      Optional<Set<T>> found = cut(ways, chosen, size - 1, budget);
      if (found.isPresent()) {
        return found;
      }
      chosen.remove(one);
    }
    return Optional.empty();
  }

  private static Set<Removable> greedy(List<Set<Removable>> ways) {
    Set<Removable> chosen = new TreeSet<>();
    for (Set<Removable> way : ways) {
      if (way.stream().noneMatch(chosen::contains)) {
        chosen.add(way.iterator().next());
      }
    }
    return chosen;
  }

  /// One Deny on the principal itself: of the operations it does itself on every way.
  private static Optional<String> deny(WhoCan whoCan, String principal, Question question) {
    Estate estate = whoCan.reach().decider().estate();
    Set<String> actions = new TreeSet<>();
    Set<String> resources = new TreeSet<>();
    WhoCan current = whoCan;
    for (int i = 0; i < MOST_WAYS; i++) {
      End end = current.end(principal, question);
      if (end.verdict() == Verdict.NO) {
        return actions.isEmpty() ? Optional.empty() : Optional.of(json(actions, resources));
      }
      int before = actions.size() + resources.size();
      for (Operation operation : own(current.reach(), principal, end)) {
        actions.add(operation.action());
        resources.add(pattern(operation));
      }
      if (actions.size() + resources.size() == before) {
        return Optional.empty();
      }
      Optional<PolicyDocument> document = PolicyParser.parse(json(actions, resources)).asOptional();
      if (document.isEmpty()) {
        return Optional.empty();
      }
      current = new WhoCan(Edits.with(estate, principal, document.get()));
    }
    return Optional.empty();
  }

  /// The first operation on the way that the principal does as itself.
  private static Set<Operation> own(Reach reach, String principal, End end) {
    Set<Operation> own = new LinkedHashSet<>();
    List<Step> steps = new ArrayList<>(reach.way(reach.from(principal), end.actor()));
    for (Step opening : end.openings()) {
      steps.addAll(reach.way(reach.from(principal), opening.from()));
      steps.add(opening);
    }
    for (Step step : steps) {
      if (step.from().equals(Actor.of(principal)) && own.isEmpty()) {
        own.add(step.operations().get(0));
      }
    }
    for (Deed deed : end.deeds()) {
      if (deed.actor().equals(Actor.of(principal)) && own.isEmpty()) {
        own.add(deed.operation());
      }
    }
    return own;
  }

  private static String pattern(Operation operation) {
    String arn = operation.resource();
    int slash = arn.indexOf('/');
    if (operation.isNew()) {
      return "*";
    }
    return arn.contains(":s3:::") && slash > 0 ? arn.substring(0, slash) + "/*" : arn;
  }

  private static String json(Set<String> actions, Set<String> resources) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":["
        + quoted(actions)
        + "],\"Resource\":["
        + quoted(resources)
        + "]}]}";
  }

  private static String quoted(Set<String> texts) {
    return texts.stream()
        .map(t -> "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(t)) + "\"")
        .collect(Collectors.joining(","));
  }
}
