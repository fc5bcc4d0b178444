package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Verdicts, each decided once for all actors that are alike.
public final class Verdicts {
  private record Question(int actorClass, String arn, List<Object> findings, Operation operation) {}

  private record Target(String action, String resource, String newOwner) {}

  private final EstateDecider decider;
  private final Alike alike;
  private final Map<Question, Verdict> known = new ConcurrentHashMap<>();
  private final Map<Target, Telling> tellings = new ConcurrentHashMap<>();

  public Verdicts(EstateDecider decider) {
    this.decider = decider;
    this.alike = new Alike(decider);
  }

  private Verdicts(Verdicts before, EstateDecider decider, Set<String> changed) {
    this.decider = decider;
    this.alike = before.alike;
    before.known.forEach(
        (question, verdict) -> {
          if (!changed.contains(resource(question.operation().resource()))) {
            known.put(question, verdict);
          }
        });
    before.tellings.forEach(
        (target, telling) -> {
          if (!changed.contains(target.resource())) {
            tellings.put(target, telling);
          }
        });
  }

  /// The same where only some resources are other ones, with the verdicts on all others.
  ///
  /// @param later decides of the changed estate
  /// @param changed ARNs of the resources
  Verdicts after(EstateDecider later, Set<String> changed) {
    return new Verdicts(this, later, changed);
  }

  public EstateDecider decider() {
    return decider;
  }

  /// The actors that are as this one as far as the action goes.
  public ActorClass classOf(Actor actor, String action) {
    return alike.classOf(actor, action);
  }

  /// What the statements say that classes are made of.
  public StatementNumbers statements() {
    return alike.statements();
  }

  /// Whether the actor may do the operation.
  public Verdict of(Actor actor, Operation operation) {
    Telling telling = telling(operation, account(actor));
    Question question =
        new Question(
            alike.classOf(actor, operation.action()).number(),
            telling.names(actor) ? actor.arn() : "",
            telling.asksNothing() ? List.of() : telling.findings(decider.principalKeys(actor)),
            operation);
    Verdict verdict = known.get(question);
    if (verdict == null) {
      verdict = decider.rule(actor, operation).verdict();
      known.put(question, verdict);
    }
    return verdict;
  }

  /// Whether some identity policy of the actor allows the action, on whatever resource.
  public boolean mayAllow(Actor actor, String action) {
    return alike.classOf(actor, action).mayAllow();
  }

  /// What the resource of an operation tells actors of one class apart by.
  ///
  /// @param caller the actor's account
  public Telling telling(Operation operation, String caller) {
    return tellings.computeIfAbsent(
        target(operation, caller),
        t ->
            Telling.of(
                operation.action(),
                decider.resourcePolicies(operation, caller),
                decider.grantees(operation)));
  }

  /// Operations with one target meet the same policies: objects of a bucket share its policies, and
  /// of users and roles only assuming a role goes by a policy of its own.
  private Target target(Operation operation, String caller) {
    String arn = operation.resource();
    if (operation.isNew() || arn.equals("*")) {
      return new Target(operation.action(), "", caller);
    }
    if (arn.contains(":iam::") && !operation.action().startsWith("sts:AssumeRole")) {
      EstatePrincipal principal = decider.estate().principals().get(arn);
      return new Target(
          operation.action(), "iam", principal == null ? caller : principal.account());
    }
    return new Target(operation.action(), resource(arn), "");
  }

  /// The resource that has the policies: of an object its bucket.
  private static String resource(String arn) {
    int slash = arn.indexOf('/');
    return arn.contains(":s3:::") && slash > 0 ? arn.substring(0, slash) : arn;
  }

  private String account(Actor actor) {
    EstatePrincipal principal = decider.estate().principals().get(actor.arn());
    return principal == null ? "" : principal.account();
  }
}
