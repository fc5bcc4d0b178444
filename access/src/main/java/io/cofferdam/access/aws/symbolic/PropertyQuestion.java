package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.PrincipalGrade;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks whether a [Property] holds of a resource, whoever calls.
///
/// Identity policies that are not known are taken to allow everything (the worst case). Service
/// control policies are those of the resource's account and bind its own principals alone;
/// resource control policies bind all. Service-linked roles, whose rights AWS fixes and no
/// organisation policy limits, are left out; boundaries, session policies and the policies
/// of access points are not counted on.
///
/// @param resource an ARN; for buckets their own; `*` stands for any run
/// @param resourceAccount 12 digits
/// @param policies the resource's policy, blocks and lists, and the organisation's policies
/// @param identityKnown whether `policies.identity()` is what each principal of the account holds;
///     else it is not looked at
public record PropertyQuestion(
    String resource, String resourceAccount, PolicySet policies, boolean identityKnown) {

  /// The answer.
  public sealed interface Result {

    /// No allowed request breaks it.
    record Proved(Proof proof) implements Result {}

    /// An allowed request that breaks it, confirmed by the decider.
    record Counterexample(DecisionRequest request, String caller) implements Result {}

    record Unknown(Set<String> why) implements Result {
      public Unknown {
        why = Set.copyOf(why);
      }
    }
  }

  public Result prove(Property property) {
    return prove(property, new Budget(Budget.USUAL));
  }

  public Result prove(Property property, Budget budget) {
    if (!ResourceKinds.service(resource).equals(property.service())) {
      return new Result.Unknown(
          Set.of("the promise is about " + property.service() + ", " + resource + " is not of it"));
    }
    Broken claim = new Broken(this, property);
    CallerClasses classes = claim.classes();
    List<CallerClass> callers =
        classes.withAccount(resourceAccount).stream().filter(c -> !property.permits(c)).toList();
    return switch (RequestSearch.search(callers, claim, budget)) {
      case Answer.Found(DecisionRequest request, String caller) ->
          new Result.Counterexample(request, caller);
      case Answer.Impossible(Proof proof) -> {
        Set<String> open = new LinkedHashSet<>(classes.undecided());
        if (AclFormula.namesByEmail(policies.s3())) {
          open.add(AclFormula.BY_EMAIL);
        }
        yield open.isEmpty() ? new Result.Proved(proof) : new Result.Unknown(open);
      }
      case Answer.Unknown(var why) -> new Result.Unknown(why);
    };
  }

  /// That a request is allowed and breaks the property.
  private static final class Broken implements Claim {
    private static final EnumSet<PrincipalGrade> DIRECT =
        EnumSet.of(PrincipalGrade.EXACT, PrincipalGrade.EVERYONE, PrincipalGrade.ROLE_OF_SESSION);

    /// Outsiders too may come by an access point, the owner's included; what its policy
    /// lets through is not counted on.
    private static final Map<String, KeyDomain> ACCESS_POINTS =
        Map.of(
            "s3:dataaccesspointaccount",
            new KeyDomain.Chosen(true, false, List.of(Shapes.of("############")), List.of()),
            "s3:dataaccesspointarn",
            new KeyDomain.Chosen(
                true,
                false,
                List.of(Shapes.of("arn:aws%:s3:%:############:accesspoint/^*")),
                List.of()));

    private final PropertyQuestion question;
    private final Property property;
    private final PolicySet policies;
    private final Optional<PolicyDocument> resourcePolicy;
    private final List<PolicyDocument> all = new ArrayList<>();
    private final NamedValues named;
    private final KeyUses uses;

    Broken(PropertyQuestion question, Property property) {
      this.question = question;
      this.property = property;
      this.policies = question.policies();
      this.resourcePolicy = policies.resource();
      resourcePolicy.ifPresent(all::add);
      policies.scps().forEach(all::addAll);
      policies.rcps().forEach(all::addAll);
      if (question.identityKnown()) {
        all.addAll(policies.identity());
      }
      List<Statement> statements = new ArrayList<>();
      all.forEach(document -> statements.addAll(document.statements()));
      this.named = NamedValues.of(new PolicyDocument(PolicyVersion.V2012_10_17, statements));
      this.uses = KeyUses.of(all);
    }

    CallerClasses classes() {
      CallerClasses classes = CallerClasses.of(all);
      classes.addGrantees(AclFormula.named(policies.s3()));
      if (property instanceof Property.ReadersWithin(var principals)) {
        principals.forEach(classes::addText);
      }
      return classes;
    }

    private boolean own(CallerClass caller) {
      return caller.principal().account().equals(question.resourceAccount());
    }

    @Override
    public Formula formula(CallerClass caller, Domains domains, Memory memory) {
      PolicyFormula onResource =
          new PolicyFormula(caller, domains, "", Test.RESOURCE, true, memory);
      List<Formula> parts = new ArrayList<>();
      parts.add(property.violation(caller));
      parts.add(granted(caller, domains, onResource, memory));
      resourcePolicy.ifPresent(policy -> parts.add(onResource.noDeny(policy)));
      if (question.identityKnown() && own(caller)) {
        for (PolicyDocument policy : policies.identity()) {
          parts.add(of(caller, domains, memory, "identity policy, ").noDeny(policy));
        }
      }
      if (ServiceCatalogue.shipped().reachedByRcps(ResourceKinds.service(question.resource()))) {
        PolicyFormula rcp =
            new PolicyFormula(
                caller, domains, "resource control policy, ", Test.RESOURCE, false, memory);
        policies.rcps().forEach(level -> level.forEach(p -> parts.add(rcp.noDeny(p))));
      }
      if (own(caller)) {
        PolicyFormula scp = of(caller, domains, memory, "service control policy, ");
        for (List<PolicyDocument> level : policies.scps()) {
          parts.add(Formula.any(level.stream().map(scp::someAllow).toList()));
          level.forEach(policy -> parts.add(scp.noDeny(policy)));
        }
      }
      parts.add(ServiceRules.of(caller, all));
      if (property instanceof Property.TlsAtLeast || uses.mentions("s3:tlsversion")) {
        parts.add(ServiceRules.tls());
      }
      return Formula.all(parts);
    }

    private static PolicyFormula of(
        CallerClass caller, Domains domains, Memory memory, String origin) {
      return new PolicyFormula(caller, domains, origin, Test.RESOURCE, false, memory);
    }

    private Formula granted(
        CallerClass caller, Domains domains, PolicyFormula onResource, Memory memory) {
      boolean restricted =
          !own(caller)
              && caller.kind() != PrincipalKind.AWS_SERVICE
              && policies.s3().effectiveBlock().restrictPublicBuckets()
              && resourcePolicy.map(PublicPolicy::isPublic).orElse(Ternary.FALSE) == Ternary.TRUE;
      PolicyDocument policy =
          restricted ? ResourceClaim.NONE : resourcePolicy.orElse(ResourceClaim.NONE);
      Formula byList = new AclFormula(policies.s3(), caller, question.resource()).someGrant();
      Formula direct = onResource.someAllow(policy, DIRECT).or(byList);
      Formula account = onResource.someAllow(policy, EnumSet.of(PrincipalGrade.ACCOUNT));
      if (!caller.hasAccount()) {
        return direct;
      }
      Formula identity = Formula.always();
      if (question.identityKnown() && own(caller) && caller.kind() != PrincipalKind.ACCOUNT_ROOT) {
        PolicyFormula held = of(caller, domains, memory, "identity policy, ");
        identity = Formula.any(policies.identity().stream().map(held::someAllow).toList());
      }
      if (!own(caller)) {
        return direct.or(account).and(identity);
      }
      return ResourceKinds.resourceLeads(question.resource())
          ? direct.or(account.and(identity))
          : direct.or(identity);
    }

    @Override
    public int statements() {
      return all.stream().mapToInt(policy -> policy.statements().size()).sum();
    }

    @Override
    public List<RequestShape> shapes(CallerClass caller) {
      return List.of(
          new RequestShape(
              property.actions(),
              true,
              Map.of(Test.RESOURCE, property.resources(question.resource())),
              new CallerKeys(
                  caller, Optional.of(question.resourceAccount()), named, uses, ACCESS_POINTS)));
    }

    @Override
    public boolean holds(DecisionRequest request) {
      boolean account = !request.principal().account().isEmpty();
      boolean own = request.sameAccount();
      List<PolicyDocument> everything = account ? List.of(ResourceClaim.ALLOW_ALL) : List.of();
      PolicySet set =
          new PolicySet(
              own && question.identityKnown() ? policies.identity() : everything,
              resourcePolicy,
              own ? policies.scps() : List.of(),
              policies.rcps(),
              List.of(),
              everything,
              List.of(),
              policies.grants(),
              policies.s3());
      return Decider.decide(request, set) instanceof Decision.Allowed && breaks(request);
    }

    private boolean breaks(DecisionRequest request) {
      CallerClass caller =
          new CallerClass(
              request.principal(),
              roleOf(request),
              Set.of(),
              Set.of(),
              CallerClass.Trust.ANY,
              CallerClass.Route.EITHER);
      return broken(property.violation(caller), request);
    }

    private static boolean broken(Formula violation, DecisionRequest request) {
      return switch (violation) {
        case Formula.Is(Test.OfCondition(var condition), boolean wanted, String origin) ->
            ConditionEvaluator.evaluate(condition, request.context()) == Ternary.of(wanted);
        case Formula.Is is -> false;
        case Formula.All(var parts) -> parts.stream().allMatch(part -> broken(part, request));
        case Formula.Any(var parts) -> parts.stream().anyMatch(part -> broken(part, request));
      };
    }

    private static Optional<String> roleOf(DecisionRequest request) {
      return request.principal().kind() == PrincipalKind.ROLE_SESSION
          ? request.context().present().getOrDefault("aws:principalarn", List.of()).stream()
              .findFirst()
          : Optional.empty();
    }

    @Override
    public String resourceAccount(CallerClass caller) {
      return question.resourceAccount();
    }
  }
}
