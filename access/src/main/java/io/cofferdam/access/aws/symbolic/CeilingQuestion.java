package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.catalogue.ResourceType;
import io.cofferdam.access.aws.catalogue.ServiceAction;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks whether the policies of an organisation leave room for a request, whatever anybody is
/// granted below them. "Impossible" is the proof that a guard rail holds.
///
/// Service-linked roles, which no organisation policy limits, are left out; so are AWS services
/// calling by themselves. A principal of the account itself may bring any condition key that its
/// kind can have.
///
/// @param account 12 digits, whose principals or resources are asked about; not the management
///     account, which its own policies do not reach
/// @param scps service control policies, one list per level, the root's first
/// @param rcps resource control policies likewise
/// @param whose who calls
/// @param actions by their full names, such as `cloudtrail:StopLogging`, without wildcards
/// @param where conditions that hold of the requests asked about
public record CeilingQuestion(
    String account,
    List<List<PolicyDocument>> scps,
    List<List<PolicyDocument>> rcps,
    Whose whose,
    List<String> actions,
    List<Condition> where) {

  /// Whose requests.
  public enum Whose {
    /// Users, role sessions, federated users and the root user of the account.
    OWN,
    /// Callers without credentials, and principals of accounts, organisations and networks that no
    /// policy names.
    OUTSIDERS
  }

  public CeilingQuestion {
    scps = scps.stream().map(List::copyOf).toList();
    rcps = rcps.stream().map(List::copyOf).toList();
    actions = List.copyOf(actions);
    where = List.copyOf(where);
  }

  public Answer answer() {
    return answer(new Budget(Budget.USUAL));
  }

  /// With a budget of its own, which is spent.
  public Answer answer(Budget budget) {
    List<Proof.Step> steps = new ArrayList<>();
    Set<String> undecided = new LinkedHashSet<>();
    for (String action : actions) {
      Allowed claim = new Allowed(this, action);
      switch (RequestSearch.search(claim.callers(), claim, budget)) {
        case Answer.Found found -> {
          return found;
        }
        case Answer.Impossible(Proof proof) -> steps.addAll(proof.steps());
        case Answer.Unknown(Set<String> why) -> undecided.addAll(why);
      }
    }
    return undecided.isEmpty()
        ? new Answer.Impossible(new Proof(steps))
        : new Answer.Unknown(undecided);
  }

  /// That a request for one action is allowed and meets the conditions.
  private static final class Allowed implements Claim {
    private static final PolicyDocument OPEN =
        PolicyParser.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}")
            .asOptional()
            .orElseThrow();

    private final CeilingQuestion question;
    private final String action;
    private final List<PolicyDocument> all = new ArrayList<>();
    private final NamedValues named;
    private final KeyUses uses;
    private final boolean byRcps;

    Allowed(CeilingQuestion question, String action) {
      this.question = question;
      this.action = action;
      this.byRcps =
          ServiceCatalogue.shipped().reachedByRcps(action.substring(0, action.indexOf(':')));
      if (question.whose() == Whose.OWN) {
        question.scps().forEach(all::addAll);
      }
      if (byRcps) {
        question.rcps().forEach(all::addAll);
      }
      List<Statement> statements = new ArrayList<>();
      all.forEach(document -> statements.addAll(document.statements()));
      this.named = NamedValues.of(new PolicyDocument(PolicyVersion.V2012_10_17, statements));
      this.uses = KeyUses.of(all);
    }

    List<CallerClass> callers() {
      if (question.whose() == Whose.OUTSIDERS) {
        Set<String> known = new HashSet<>(named.accounts());
        known.add(question.account());
        return CallerClasses.unnamed(known, ResourceKinds.takesUnsigned(arns().get(0).text()));
      }
      List<CallerClass> own = new ArrayList<>();
      for (Route route : List.of(Route.INTERNET, Route.VPC_ENDPOINT)) {
        for (PrincipalKind kind :
            List.of(
                PrincipalKind.ROLE_SESSION,
                PrincipalKind.IAM_USER,
                PrincipalKind.FEDERATED_USER,
                PrincipalKind.ACCOUNT_ROOT)) {
          own.add(
              new CallerClass(
                  CallerClass.generic(kind, question.account()),
                  Optional.empty(),
                  Set.of(),
                  Set.of(),
                  Trust.ANY,
                  route));
        }
      }
      return own;
    }

    /// The ARNs that requests for the action name, those of other accounts left out.
    private List<Pattern> arns() {
      List<Pattern> arns = new ArrayList<>();
      for (ResourceType type :
          ServiceCatalogue.shipped()
              .action(action)
              .map(ServiceAction::required)
              .orElse(List.of())) {
        arns.add(
            Pattern.glob(
                type.arn()
                    .replace("${Partition}", "aws")
                    .replace("${Account}", question.account())
                    .replaceAll("\\$\\{[^}]*}", "?*")));
      }
      return arns.isEmpty() ? List.of(Pattern.literal("*")) : arns;
    }

    @Override
    public Formula formula(CallerClass caller, Domains domains, Memory memory) {
      List<Formula> parts = new ArrayList<>();
      for (Condition condition : question.where()) {
        parts.add(new Formula.Is(new Test.OfCondition(condition), true, "the question"));
      }
      if (byRcps) {
        PolicyFormula rcp = of(caller, domains, memory, "resource control policy, ");
        question.rcps().forEach(level -> level.forEach(p -> parts.add(rcp.noDeny(p))));
      }
      if (question.whose() == Whose.OWN) {
        PolicyFormula scp = of(caller, domains, memory, "service control policy, ");
        for (List<PolicyDocument> level : question.scps()) {
          parts.add(Formula.any(level.stream().map(scp::someAllow).toList()));
          level.forEach(policy -> parts.add(scp.noDeny(policy)));
        }
      }
      parts.add(ServiceRules.of(caller, all));
      return Formula.all(parts);
    }

    private static PolicyFormula of(
        CallerClass caller, Domains domains, Memory memory, String origin) {
      return new PolicyFormula(caller, domains, origin, Test.RESOURCE, false, memory);
    }

    @Override
    public int statements() {
      return all.stream().mapToInt(policy -> policy.statements().size()).sum();
    }

    @Override
    public List<RequestShape> shapes(CallerClass caller) {
      List<Pattern> arns = arns();
      return List.of(
          new RequestShape(
              List.of(Pattern.globIgnoringCase(action)),
              !arns.get(0).text().equals("*"),
              Map.of(Test.RESOURCE, arns),
              new CallerKeys(caller, Optional.of(question.account()), named, uses, Map.of())));
    }

    @Override
    public boolean holds(DecisionRequest request) {
      for (Condition condition : question.where()) {
        if (ConditionEvaluator.evaluate(condition, request.context()) != Ternary.TRUE) {
          return false;
        }
      }
      boolean signed = !request.principal().account().isEmpty();
      List<PolicyDocument> everything = signed ? List.of(ResourceClaim.ALLOW_ALL) : List.of();
      PolicySet policies =
          new PolicySet(
              everything,
              Optional.of(OPEN),
              question.whose() == Whose.OWN ? question.scps() : List.of(),
              question.rcps(),
              List.of(),
              everything,
              List.of(),
              List.of(),
              S3Controls.NONE);
      return Decider.decide(request, policies) instanceof Decision.Allowed;
    }

    @Override
    public String resourceAccount(CallerClass caller) {
      return question.account();
    }
  }
}
