package io.cofferdam.access.aws.estate.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.Because;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.ShopOrganisation;
import io.cofferdam.access.aws.estate.request.AnyCaller;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Stand;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.aws.symbolic.PropertyQuestion.Result;
import io.cofferdam.access.aws.symbolic.Words;
import java.util.List;
import java.util.Set;

/// Each named property, asked of a resource where it holds and of one where it does not.
final class PromiseExamples {
  private static final String HEAD =
      """

      # What always holds: promises proved

      A promise is about every request that anybody could ever be allowed. Identity policies are not
      counted on, since whoever may write one could write another: what is proved here holds
      whatever users and roles are granted tomorrow. Every counter-example is a request that the
      decider allows to a caller who is granted everything. `access prove` asks the same on the
      command line.
      """;

  private final EstateDecider decider;
  private final StringBuilder page = new StringBuilder(HEAD);

  PromiseExamples(Estate estate) {
    this.decider = new EstateDecider(estate);
  }

  String page() {
    Property endpoints =
        new Property.ReadOnlyThroughEndpoints(Set.of("vpce-0a1b2c3d", "vpce-4e5f6a7b"));
    title("Are objects read only through our VPC endpoints?");
    holds(endpoints, ShopOrganisation.bucket(12));
    text(
        "Shop 4 names the endpoint in its Allow. That binds the other account alone: the shop's own"
            + " users need no Allow of the bucket.");
    fails(endpoints, ShopOrganisation.bucket(4));

    title("Is nothing below TLS 1.3 answered?");
    holds(new Property.TlsAtLeast("1.3"), ShopOrganisation.bucket(6));
    text("Shop 1 denies plain HTTP and no more.");
    fails(new Property.TlsAtLeast("1.3"), ShopOrganisation.bucket(1));

    title("Are there no readers but the notebook?");
    holds(notebook(8), ShopOrganisation.bucket(8));
    fails(notebook(2), ShopOrganisation.bucket(2));

    title("Is nothing stored without our key?");
    holds(new Property.PutOnlyWithKey(ShopOrganisation.key(10)), ShopOrganisation.bucket(10));
    text("The Deny of shop 11 looks only at requests that name a key.");
    fails(new Property.PutOnlyWithKey(ShopOrganisation.key(11)), ShopOrganisation.bucket(11));

    title("Is no model invoked without the guardrail?");
    Property guarded = new Property.InvokeOnlyWithGuardrail(ShopOrganisation.GUARDRAIL);
    text("A service control policy of the machine learning account denies it.");
    holds(guarded, ShopOrganisation.model(ShopOrganisation.ML));
    text("The CI account stands beside it, in the same unit, without that policy.");
    fails(guarded, ShopOrganisation.model(ShopOrganisation.CI));

    title("What if there is no time, or a policy is missing?");
    text("With fifty steps in place of " + Budget.USUAL + " nothing is decided, and that is said:");
    unknown(endpoints, ShopOrganisation.bucket(12), 50);
    text("The snapshot lacks the policy of shop 9, which may deny more than can be known:");
    unknown(endpoints, ShopOrganisation.bucket(9), Budget.USUAL);
    return page.toString();
  }

  private static Property notebook(int shop) {
    return new Property.ReadersWithin(
        Set.of("arn:aws:iam::" + ShopOrganisation.shop(shop) + ":role/notebook"));
  }

  private void title(String title) {
    page.append("\n## ").append(title).append('\n');
  }

  private void text(String text) {
    page.append('\n').append(text).append('\n');
  }

  private void verdict(String verdict, Property property, String resource) {
    page.append("\n**").append(verdict).append(":** ").append(property.words());
    page.append(", for `").append(resource).append("`\n\n");
  }

  private void bullets(Iterable<String> lines) {
    lines.forEach(line -> page.append("- ").append(line).append('\n'));
  }

  private void holds(Property property, String resource) {
    Result result = prove(property, resource, Budget.USUAL);
    assertThat(result).as(property.words()).isInstanceOf(Result.Proved.class);
    verdict("Proved", property, resource);
    for (Proof.Group group : ((Result.Proved) result).proof().groups()) {
      page.append("- ").append(group.callers()).append(":");
      if (group.reasons().isEmpty()) {
        page.append(" no Allow applies\n");
      } else {
        page.append('\n');
        group.reasons().forEach(reason -> page.append("  - ").append(reason).append('\n'));
      }
    }
  }

  private void fails(Property property, String resource) {
    Result result = prove(property, resource, Budget.USUAL);
    assertThat(result).as(property.words()).isInstanceOf(Result.Counterexample.class);
    DecisionRequest request = ((Result.Counterexample) result).request();
    Decision decision = Decider.decide(request, granted(decider.anyCaller(resource), request));
    assertThat(decision).isInstanceOf(Decision.Allowed.class);
    verdict("Does not hold", property, resource);
    bullets(List.of("request: " + Words.of(request)));
    bullets(decision.because().stream().map(Because::sentence).toList());
  }

  private void unknown(Property property, String resource, long steps) {
    Result result = prove(property, resource, steps);
    assertThat(result).as(property.words()).isInstanceOf(Result.Unknown.class);
    verdict("Unknown", property, resource);
    bullets(((Result.Unknown) result).why().stream().sorted().toList());
  }

  private Result prove(Property property, String resource, long steps) {
    return EstateProperty.prove(decider, resource, property, new Budget(steps));
  }

  /// The policies that meet a caller whom its own account grants everything; those of the
  /// organisation bind the resource's own account.
  private static PolicySet granted(AnyCaller any, DecisionRequest request) {
    List<PolicyDocument> all =
        request.principal().account().isEmpty() ? List.of() : List.of(Stand.ALLOW_ALL);
    PolicySet known = any.policies();
    return new PolicySet(
        all,
        known.resource(),
        request.sameAccount() ? known.scps() : List.of(),
        known.rcps(),
        List.of(),
        List.of(),
        List.of(),
        known.grants(),
        known.s3());
  }
}
