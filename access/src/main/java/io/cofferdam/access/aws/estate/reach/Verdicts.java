package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Verdicts, each decided once for all actors that are alike.
public final class Verdicts {
  private record Question(int actorClass, String arn, List<KeyState> values, Operation operation) {}

  private record Target(String action, String resource, String newOwner) {}

  /// What a resource tells actors apart by.
  private record Telling(Set<String> names, Set<String> keys) {}

  private record ClassVerb(int actorClass, String action) {}

  private record Verb(int document, String action) {}

  private final EstateDecider decider;
  private final Alike alike;
  private final Map<Question, Verdict> known = new ConcurrentHashMap<>();
  private final Map<Target, Telling> tellings = new ConcurrentHashMap<>();
  private final Map<ClassVerb, Boolean> classVerbs = new ConcurrentHashMap<>();
  private final Map<Verb, Boolean> verbs = new ConcurrentHashMap<>();
  private final IdentityHashMap<PolicyDocument, Integer> numbers = new IdentityHashMap<>();

  public Verdicts(EstateDecider decider) {
    this.decider = decider;
    this.alike = new Alike(decider);
  }

  public EstateDecider decider() {
    return decider;
  }

  /// The class of actors that are alike; equal numbers mean alike.
  public int classOf(Actor actor) {
    return alike.classOf(actor);
  }

  /// Whether the actor may do the operation.
  public Verdict of(Actor actor, Operation operation) {
    EstatePrincipal principal = decider.estate().principals().get(actor.arn());
    String account = principal == null ? "" : principal.account();
    Telling telling = telling(operation, account);
    boolean named = telling.names().contains(actor.arn());
    Question question =
        new Question(
            alike.classOf(actor),
            named ? actor.arn() : "",
            telling.keys().isEmpty() ? List.of() : alike.values(actor, telling.keys()),
            operation);
    Verdict verdict = known.get(question);
    if (verdict == null) {
      verdict = decider.rule(actor, operation).verdict();
      known.put(question, verdict);
    }
    return verdict;
  }

  /// Whether the resource tells the actor from others of its class.
  public boolean singlesOut(Actor actor, Operation operation) {
    EstatePrincipal principal = decider.estate().principals().get(actor.arn());
    Telling telling = telling(operation, principal == null ? "" : principal.account());
    return telling.names().contains(actor.arn()) || !telling.keys().isEmpty();
  }

  private Telling telling(Operation operation, String account) {
    Target target =
        new Target(
            operation.action().startsWith("sts:AssumeRole") ? "trust" : "",
            resourceOf(operation),
            operation.isNew() ? account : "");
    return tellings.computeIfAbsent(target, t -> tell(operation, account));
  }

  /// Objects of a bucket share its policies.
  private String resourceOf(Operation operation) {
    String arn = operation.resource();
    int slash = arn.indexOf('/');
    return arn.contains(":s3:::") && slash > 0 ? arn.substring(0, slash) : arn;
  }

  private Telling tell(Operation operation, String account) {
    Set<String> names = new HashSet<>(decider.grantees(operation));
    Set<String> keys = new TreeSet<>();
    for (PolicyDocument policy : decider.resourcePolicies(operation, account)) {
      keys.addAll(Alike.personalKeys(policy));
      for (Statement statement : policy.statements()) {
        for (PrincipalName name : names(statement.principal())) {
          if (name instanceof PrincipalName.Arn(String arn)) {
            names.add(arn);
            names.addAll(rolesOf(arn));
          }
        }
      }
    }
    names.addAll(names.stream().flatMap(arn -> rolesOf(arn).stream()).toList());
    return new Telling(Set.copyOf(names), keys);
  }

  static List<PrincipalName> names(PrincipalElement element) {
    return switch (element) {
      case PrincipalElement.Named(List<PrincipalName> named) -> named;
      case PrincipalElement.AllBut(List<PrincipalName> named) -> named;
      case PrincipalElement.Missing m -> List.of();
    };
  }

  /// The roles of the estate that a session's ARN may belong to, whatever their path.
  private List<String> rolesOf(String arn) {
    String[] fields = arn.split(":", 6);
    if (fields.length < 6 || !fields[5].startsWith("assumed-role/")) {
      return List.of();
    }
    String name = fields[5].split("/", -1)[1];
    return decider.estate().roles().stream()
        .filter(role -> role.account().equals(fields[4]) && role.name().equals(name))
        .map(role -> role.arn())
        .toList();
  }

  /// Whether some identity policy of the actor has an Allow for the action, on whatever resource.
  public boolean mayAllow(Actor actor, String action) {
    ClassVerb verb = new ClassVerb(alike.classOf(actor), action);
    Boolean known = classVerbs.get(verb);
    if (known == null) {
      known = someAllows(actor, action);
      classVerbs.put(verb, known);
    }
    return known;
  }

  private boolean someAllows(Actor actor, String action) {
    for (PolicyDocument policy : decider.identity(actor)) {
      if (verbs.computeIfAbsent(new Verb(number(policy), action), v -> allows(policy, action))) {
        return true;
      }
    }
    return false;
  }

  private synchronized int number(PolicyDocument policy) {
    return numbers.computeIfAbsent(policy, p -> numbers.size());
  }

  private static boolean allows(PolicyDocument policy, String action) {
    for (Statement statement : policy.statements()) {
      ActionElement actions = statement.action();
      if (statement.effect() == Effect.ALLOW && actions.matches(action)) {
        return true;
      }
    }
    return false;
  }
}
