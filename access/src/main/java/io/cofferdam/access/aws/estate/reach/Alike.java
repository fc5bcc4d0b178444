package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.UsedKeys;
import io.cofferdam.access.aws.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Puts actors into classes that no resource can tell apart unless it names them or asks for keys
/// that follow from who they are: same account, same kind, same policies, same values of the keys
/// that these policies use.
final class Alike {
  private record Likeness(
      String account,
      boolean role,
      boolean serviceLinked,
      List<Integer> identity,
      List<Integer> ceilings,
      List<KeyState> values) {}

  private final EstateDecider decider;
  private final Map<PolicyDocument, Integer> documents = new HashMap<>();
  private final Map<PolicyDocument, Set<String>> keys = new HashMap<>();
  private final Map<Likeness, Integer> classes = new HashMap<>();
  private final Map<Actor, Integer> byActor = new ConcurrentHashMap<>();

  Alike(EstateDecider decider) {
    this.decider = decider;
  }

  /// The number of the actor's class.
  int classOf(Actor actor) {
    Integer known = byActor.get(actor);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      int number = classes.computeIfAbsent(likeness(actor), l -> classes.size());
      byActor.put(actor, number);
      return number;
    }
  }

  private Likeness likeness(Actor actor) {
    EstatePrincipal principal = decider.estate().principals().get(actor.arn());
    Set<String> used = new TreeSet<>();
    List<Integer> identity = numbers(decider.identity(actor), used);
    List<Integer> ceilings = numbers(decider.ceilings(actor), used);
    return new Likeness(
        principal == null ? "" : principal.account(),
        principal instanceof IamRole,
        principal instanceof IamRole role && role.serviceLinked(),
        identity,
        ceilings,
        values(actor, used));
  }

  private List<Integer> numbers(List<PolicyDocument> policies, Set<String> used) {
    List<Integer> numbers = new ArrayList<>();
    for (PolicyDocument policy : policies) {
      numbers.add(documents.computeIfAbsent(policy, p -> documents.size()));
      used.addAll(keys.computeIfAbsent(policy, Alike::personalKeys));
    }
    return numbers;
  }

  /// What the actor has for keys that follow from who it is.
  List<KeyState> values(Actor actor, Set<String> personal) {
    List<KeyState> values = new ArrayList<>();
    Map<String, KeyState> context = decider.principalKeys(actor);
    for (String key : personal) {
      values.add(context.getOrDefault(key, KeyState.UNKNOWN));
    }
    return values;
  }

  /// The keys of a policy whose values differ between principals of one account.
  static Set<String> personalKeys(PolicyDocument policy) {
    Set<String> personal = new TreeSet<>();
    for (String key : UsedKeys.of(policy)) {
      if (key.equals("aws:principalarn")
          || key.equals("aws:userid")
          || key.equals("aws:username")
          || key.startsWith("aws:principaltag/")) {
        personal.add(key);
      }
    }
    return personal;
  }
}
