package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares two versions of a policy: what the later one newly allows, and what it newly denies.
///
/// Both are taken by themselves: a resource policy (one with Principal elements) as it answers
/// callers of other accounts whose own policies allow everything, an identity policy as it answers
/// its holder where nothing else stands in the way. Requests are all that can be asked: any caller,
/// any action, any ARN, any condition key present or absent, save that keys which follow from the
/// caller do so.
///
/// @param before the earlier document
/// @param after the later document
public record PolicyComparison(PolicyDocument before, PolicyDocument after) {

  /// A request that `after` allows and `before` does not.
  public Answer opened() {
    return opened(new Budget(Budget.USUAL));
  }

  public Answer opened(Budget budget) {
    return new Question(before, after, "before, ", "after, ").answer(budget);
  }

  /// A request that `before` allows and `after` does not.
  public Answer closed() {
    return closed(new Budget(Budget.USUAL));
  }

  public Answer closed(Budget budget) {
    return new Question(after, before, "after, ", "before, ").answer(budget);
  }

  /// Whether there is a request that one document allows and the other does not.
  private static final class Question implements Claim {
    private static final List<Pattern> ARNS = List.of(Pattern.glob("arn:*"));
    private static final List<Pattern> ALL = List.of(Pattern.glob("*"));

    private final PolicyDocument not;
    private final PolicyDocument allows;
    private final String notOrigin;
    private final String origin;
    private final boolean ofResource;
    private final List<PolicyDocument> both;
    private final NamedValues named;
    private final KeyUses uses;
    private final List<Pattern> resources;

    Question(PolicyDocument not, PolicyDocument allows, String notOrigin, String origin) {
      this.not = not;
      this.allows = allows;
      this.notOrigin = notOrigin;
      this.origin = origin;
      this.both = List.of(not, allows);
      List<Statement> statements = new ArrayList<>(not.statements());
      statements.addAll(allows.statements());
      this.ofResource =
          statements.stream().anyMatch(s -> !(s.principal() instanceof PrincipalElement.Missing));
      this.named = NamedValues.of(new PolicyDocument(PolicyVersion.V2012_10_17, statements));
      this.uses = KeyUses.of(both);
      this.resources = statements.stream().allMatch(Question::namesArns) ? ARNS : ALL;
    }

    private static boolean namesArns(Statement statement) {
      for (Template value : statement.resource().values()) {
        String source = value.source();
        if (!source.startsWith("arn:") && !source.equals("*")) {
          return false;
        }
      }
      return true;
    }

    Answer answer(Budget budget) {
      if (!ofResource) {
        return RequestSearch.search(CallerClasses.holders(), this, budget);
      }
      CallerClasses classes = CallerClasses.of(both);
      Answer answer = RequestSearch.search(classes.everybody(), this, budget);
      return answer instanceof Answer.Impossible && !classes.undecided().isEmpty()
          ? new Answer.Unknown(classes.undecided())
          : answer;
    }

    @Override
    public int statements() {
      return not.statements().size() + allows.statements().size();
    }

    @Override
    public Formula formula(CallerClass caller, Domains domains, Memory memory) {
      Formula yes =
          new PolicyFormula(caller, domains, origin, Test.RESOURCE, ofResource, memory)
              .allows(allows);
      Formula no =
          new PolicyFormula(caller, domains, notOrigin, Test.RESOURCE, ofResource, memory)
              .allows(not)
              .not();
      return Formula.all(List.of(yes, no, ServiceRules.of(caller, both)));
    }

    @Override
    public List<RequestShape> shapes(CallerClass caller) {
      Domains keys = new CallerKeys(caller, Optional.empty(), named, uses, Map.of());
      return List.of(
          new RequestShape(ALL, true, Map.of(Test.RESOURCE, resources), keys),
          new RequestShape(ALL, false, Map.of(Test.RESOURCE, List.of(Pattern.literal("*"))), keys));
    }

    @Override
    public boolean holds(DecisionRequest request) {
      return decide(request, allows) instanceof Decision.Allowed
          && switch (decide(request, not)) {
            case Decision.Allowed a -> false;
            case Decision.Unknown u -> false;
            case Decision.ImplicitlyDenied d -> true;
            case Decision.ExplicitlyDenied d -> true;
          };
    }

    private Decision decide(DecisionRequest request, PolicyDocument document) {
      List<PolicyDocument> everything =
          request.principal().account().isEmpty() ? List.of() : List.of(ResourceClaim.ALLOW_ALL);
      PolicySet policies =
          ofResource
              ? PolicySet.of(everything, Optional.of(document)).withSession(everything)
              : PolicySet.of(
                      List.of(document), Optional.of(passedOn(request.principal().account())))
                  .withSession(everything);
      return Decider.decide(request, policies);
    }

    /// A resource policy that leaves the decision to the caller's account.
    private static PolicyDocument passedOn(String account) {
      return PolicyParser.parse(
              "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                  + "{\"AWS\":\""
                  + account
                  + "\"},\"Action\":\"*\",\"Resource\":\"*\"}}")
          .asOptional()
          .orElseThrow();
    }

    @Override
    public String resourceAccount(CallerClass caller) {
      return ofResource
          ? Accounts.unnamed(Set.of(caller.principal().account()))
          : caller.principal().account();
    }
  }
}
