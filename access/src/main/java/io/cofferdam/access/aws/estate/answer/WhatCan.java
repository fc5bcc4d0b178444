package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.catalogue.ResourceType;
import io.cofferdam.access.aws.catalogue.ServiceAction;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Stand;
import io.cofferdam.access.aws.estate.request.Standing;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Answers what a principal can do: for every Allow of its policies the actions of the service
/// catalogue that it covers, each checked on a resource of the pattern; and what the resources of
/// the estate allow it by their own policies. The same for whomever it can come to act as.
public final class WhatCan {
  private final Reach reach;
  private final EstateDecider decider;
  private final Estate estate;

  public WhatCan(Reach reach) {
    this.reach = reach;
    this.decider = reach.decider();
    this.estate = decider.estate();
  }

  /// Everything the principal can do in some services.
  ///
  /// @param services prefixes such as `s3`; empty for all
  public WhatCanAnswer ask(String principal, Set<String> services) {
    Map<Actor, Reach.Arrival> reached = reach.from(principal);
    Map<String, List<WhatLine>> others = new TreeMap<>();
    Map<String, String> ways = new TreeMap<>();
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (Reach.Arrival arrival : reached.values()) {
      if (arrival.step().isPresent()) {
        String words = words(arrival.actor());
        others.put(words, lines(arrival.actor(), services));
        verdicts.put(words, arrival.verdict());
        List<String> steps = new ArrayList<>();
        for (Step step : reach.way(reached, arrival.actor())) {
          steps.add(sentence(step));
        }
        ways.put(words, String.join("; ", steps));
      }
    }
    return new WhatCanAnswer(
        principal, lines(Actor.of(principal), services), others, ways, verdicts);
  }

  private String words(Actor actor) {
    String words = estate.principal(actor.arn()).map(EstatePrincipal::words).orElse(actor.arn());
    return actor.standing() == Standing.EMPOWERED ? words + " with every right" : words;
  }

  private String sentence(Step step) {
    return words(step.from())
        + " "
        + step.act()
            .words()
            .replace("{}", words(Actor.of(step.to().arn())))
            .replace("{host}", step.host());
  }

  /// What one actor can do itself.
  public List<WhatLine> lines(Actor actor, Set<String> services) {
    List<WhatLine> lines = new ArrayList<>();
    EstatePrincipal principal = estate.principals().get(actor.arn());
    if (principal == null) {
      return lines;
    }
    List<NamedPolicy> policies = new ArrayList<>(estate.identityPolicies(principal));
    if (actor.standing() == Standing.EMPOWERED) {
      policies.add(
          new NamedPolicy(actor.arn(), "the policy it was given", Optional.of(Stand.ALLOW_ALL)));
    }
    for (NamedPolicy policy : policies) {
      if (policy.document().isEmpty()) {
        lines.add(
            new WhatLine(
                List.of("*"), "*", Verdict.ONLY_IF, policy.name() + " is not in the snapshot"));
      } else {
        statements(actor, principal, policy.name(), policy.document().get(), services, lines);
      }
    }
    resources(actor, services, lines);
    return lines;
  }

  private void statements(
      Actor actor,
      EstatePrincipal principal,
      String name,
      PolicyDocument policy,
      Set<String> services,
      List<WhatLine> into) {
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.ALLOW) {
        List<ServiceAction> covered = covered(statement, services);
        List<Template> templates =
            statement.resource().allBut()
                ? List.of(Template.of("*", policy.version()))
                : statement.resource().values();
        for (Template template : templates) {
          String because = name + ", " + statement.name();
          add(actor, principal, statement, covered, template, because, into);
        }
      }
    }
  }

  private static List<ServiceAction> covered(Statement statement, Set<String> services) {
    ServiceCatalogue catalogue = ServiceCatalogue.shipped();
    List<ServiceAction> covered = new ArrayList<>();
    for (String prefix : services.isEmpty() ? prefixes(statement) : services) {
      catalogue
          .service(prefix)
          .ifPresent(
              service ->
                  service.actions().stream()
                      .filter(action -> statement.action().matches(action.text()))
                      .forEach(covered::add));
    }
    return covered;
  }

  /// The services that a statement's actions can belong to.
  private static Set<String> prefixes(Statement statement) {
    Set<String> prefixes = new TreeSet<>();
    for (Pattern pattern : statement.action().patterns()) {
      String text = pattern.text();
      int colon = text.indexOf(':');
      String prefix = colon < 0 ? "*" : text.substring(0, colon);
      if (statement.action().allBut() || prefix.contains("*") || prefix.contains("?")) {
        return ServiceCatalogue.shipped().prefixes();
      }
      prefixes.add(prefix);
    }
    return prefixes;
  }

  private void add(
      Actor actor,
      EstatePrincipal principal,
      Statement statement,
      List<ServiceAction> covered,
      Template template,
      String because,
      List<WhatLine> into) {
    Map<Verdict, List<String>> byVerdict = new TreeMap<>();
    for (ServiceAction action : covered) {
      Verdict verdict = verdict(actor, principal, action, template);
      byVerdict.computeIfAbsent(verdict, v -> new ArrayList<>()).add(action.text());
    }
    byVerdict.remove(Verdict.NO);
    boolean uniform =
        byVerdict.size() == 1 && byVerdict.values().iterator().next().size() == covered.size();
    byVerdict.forEach(
        (verdict, actions) ->
            into.add(
                new WhatLine(
                    uniform && !statement.action().allBut() ? written(statement, actions) : actions,
                    template.source(),
                    verdict,
                    because)));
  }

  /// The statement's patterns in the spelling of the catalogue.
  private static List<String> written(Statement statement, List<String> actions) {
    Set<String> written = new TreeSet<>();
    for (Pattern pattern : statement.action().patterns()) {
      String text = pattern.text();
      int literal = 0;
      while (literal < text.length()
          && text.charAt(literal) != '*'
          && text.charAt(literal) != '?') {
        literal++;
      }
      String rest = text.substring(literal);
      int length = literal;
      actions.stream()
          .filter(pattern::matches)
          .findFirst()
          .ifPresent(action -> written.add(action.substring(0, length) + rest));
    }
    return List.copyOf(written);
  }

  private Verdict verdict(
      Actor actor, EstatePrincipal principal, ServiceAction action, Template template) {
    Optional<Template> resolved = template.resolve(key -> single(actor, key));
    if (resolved.isEmpty()) {
      return Verdict.NO;
    }
    Pattern pattern = resolved.get().pattern();
    List<ResourceType> types = new ArrayList<>(action.required());
    types.addAll(action.optional());
    if (types.isEmpty()) {
      return pattern.matchesAll()
          ? reach.verdicts().of(actor, Operation.making(action.text(), "*"))
          : Verdict.NO;
    }
    Verdict best = Verdict.NO;
    for (ResourceType type : types) {
      for (Operation operation : samples(principal, action, type, pattern)) {
        best = best.or(reach.verdicts().of(actor, operation));
        if (best == Verdict.YES) {
          return best;
        }
      }
    }
    return best;
  }

  /// Resources of the estate that the pattern names, else one of the caller's account.
  private List<Operation> samples(
      EstatePrincipal principal, ServiceAction action, ResourceType type, Pattern pattern) {
    List<Operation> samples = new ArrayList<>();
    Pattern ofType = type.pattern();
    if (pattern.isLiteral()) {
      String arn = pattern.text();
      if (ofType.matches(arn)) {
        samples.add(Operation.on(action.text(), arn));
      }
      return samples;
    }
    String own =
        type.arn()
            .replace("${Partition}", "aws")
            .replace("${Region}", "eu-central-1")
            .replace("${Account}", principal.account())
            .replaceAll("\\$\\{[^}]*}", "*");
    for (Pattern kind : List.of(Pattern.glob(own), ofType)) {
      if (samples.isEmpty()
          && PatternSearch.find(List.of(kind, pattern), List.of())
              instanceof PatternSearch.Found.Text(String text)) {
        boolean held = estate.resource(text).isPresent() || estate.principal(text).isPresent();
        samples.add(
            held ? Operation.on(action.text(), text) : Operation.making(action.text(), text));
      }
    }
    return samples;
  }

  private Optional<String> single(Actor actor, String key) {
    return decider.principalKeys(actor).get(key) instanceof KeyState.Present(List<String> values)
            && values.size() == 1
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  /// What resources allow by their own policies and grants.
  private void resources(Actor actor, Set<String> services, List<WhatLine> into) {
    for (EstateResource resource : estate.resources().values()) {
      if (!services.isEmpty() && !services.contains(resource.service())) {
        continue;
      }
      Map<Verdict, List<String>> byVerdict = new LinkedHashMap<>();
      for (AccessGroup group : AccessGroup.values()) {
        for (Question question : group.questions(resource)) {
          String action = question.needs().get(0).action();
          Verdict verdict =
              new Ends(reach, question)
                  .best(List.of(new Reach.Arrival(actor, Verdict.YES, Optional.empty(), 0)))
                  .verdict();
          boolean byIdentity = reach.verdicts().mayAllow(actor, action);
          if (verdict != Verdict.NO && !byIdentity) {
            byVerdict.computeIfAbsent(verdict, v -> new ArrayList<>()).add(action);
          }
        }
      }
      byVerdict.forEach(
          (verdict, actions) ->
              into.add(
                  new WhatLine(
                      actions, resource.arn(), verdict, "policy or grants of the resource")));
    }
  }
}
