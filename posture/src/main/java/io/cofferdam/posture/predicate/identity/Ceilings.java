package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.OrganisationNode;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.posture.estate.ScanEstate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The policies of the organisation above an account, level by level from the root; or why they
/// are not to be judged.
sealed interface Ceilings {

  /// All of them known.
  record Known(List<List<PolicyDocument>> scps, List<List<PolicyDocument>> rcps)
      implements Ceilings {
    public Known {
      scps = scps.stream().map(List::copyOf).toList();
      rcps = rcps.stream().map(List::copyOf).toList();
    }
  }

  /// No policy of an organisation reaches the account.
  record None(String why) implements Ceilings {}

  record Unread(List<String> missing) implements Ceilings {
    public Unread {
      missing = List.copyOf(missing);
    }
  }

  static Ceilings of(ScanEstate estate, String account, List<String> organisationGaps) {
    if (!organisationGaps.isEmpty()) {
      return new Unread(organisationGaps);
    }
    var organisation = estate.organisation();
    if (organisation.isEmpty()) {
      return new None("the account stands in no organisation");
    }
    if (organisation.get().management().equals(account)) {
      return new None("it is the management account, which its own policies do not reach");
    }
    if (!organisation.get().unread().isEmpty()) {
      return new Unread(organisation.get().unread());
    }
    if (estate.estate().levels(account).isEmpty()) {
      return new None("the account does not stand in organisation " + organisation.get().id());
    }
    if (!organisation.get().rcpsUnread().isEmpty()) {
      return new Unread(organisation.get().rcpsUnread());
    }
    var scps = levels(estate, account, OrganisationNode::scps);
    var rcps = levels(estate, account, OrganisationNode::rcps);
    return scps.isEmpty() || rcps.isEmpty()
        ? new Unread(
            List.of(
                "organizations:ListTargetsForPolicy: a policy on every place above the account,"
                    + " each of which can be read"))
        : new Known(scps.get(), rcps.get());
  }

  /// Empty where a policy is not understood.
  private static Optional<List<List<PolicyDocument>>> levels(
      ScanEstate estate,
      String account,
      Function<OrganisationNode, Part<List<NamedPolicy>>> attached) {
    List<List<PolicyDocument>> levels = new ArrayList<>();
    for (var node : estate.estate().levels(account)) {
      if (attached.apply(node) instanceof Part.Known<List<NamedPolicy>>(List<NamedPolicy> named)) {
        List<PolicyDocument> level = new ArrayList<>();
        for (var policy : named) {
          if (policy.document().isEmpty()) {
            return Optional.empty();
          }
          level.add(policy.document().get());
        }
        levels.add(level);
      } else if (attached.apply(node).isUnknown()) {
        return Optional.empty();
      }
    }
    return Optional.of(levels);
  }
}
