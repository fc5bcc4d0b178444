package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.Observation.Subject;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides the kinds that a policy of their own opens: ECR repositories, KMS keys, Lambda
/// functions, roles, secrets and access points.
final class PolicyDecider implements KindDecider {
  private static final Set<ResourceKind> KINDS =
      Set.of(
          ResourceKind.ECR_REPOSITORY,
          ResourceKind.KMS_KEY,
          ResourceKind.LAMBDA_FUNCTION,
          ResourceKind.IAM_ROLE,
          ResourceKind.SECRET,
          ResourceKind.S3_ACCESS_POINT);

  private final Map<ResourceId, List<PolicyChange>> changes = new TreeMap<>();
  private final Proved proved;
  private final Set<String> ownAccounts;
  private final boolean accountsTold;
  private final PolicyJudge judge = new PolicyJudge();
  private final Map<Subject, List<Observation>> buckets;

  /// @param buckets what was seen of buckets, for the access points before them
  PolicyDecider(
      Collection<PolicyChange> changes,
      Map<Subject, List<Observation>> buckets,
      Proved proved,
      List<String> ownAccounts,
      boolean accountsTold) {
    for (var change : changes) {
      this.changes.computeIfAbsent(change.resource(), _ -> new ArrayList<>()).add(change);
    }
    this.buckets = buckets;
    this.proved = proved;
    this.ownAccounts = Set.copyOf(ownAccounts);
    this.accountsTold = accountsTold;
  }

  @Override
  public Set<ResourceKind> kinds() {
    return KINDS;
  }

  /// Only what some act may have opened to an outsider: the rest is in the list of changes.
  @Override
  public Set<ResourceId> resources() {
    return changes.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(c -> !outsiders(c).isEmpty()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private List<Audience> outsiders(PolicyChange change) {
    return PolicyNames.outsiders(change).stream()
        .filter(
            a ->
                !(a instanceof Audience.ForeignAccount(String account)
                    && ownAccounts.contains(account)))
        .toList();
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var ofResource = changes.getOrDefault(resource, List.of());
    var accounts = distinct(ofResource, PolicyChange::account);
    var account = accounts.size() == 1 ? accounts.iterator().next() : "";
    var covered =
        account.isEmpty()
            ? List.<Window>of()
            : proved.bucket(account, distinct(ofResource, PolicyChange::region));
    var all = new ArrayList<>(ofResource);
    all.addAll(behind(resource, ofResource));
    var history = new PolicyHistory(resource, account, all, covered, judge);
    var spans = history.spans(period);
    var exposures = new ArrayList<Exposure>();
    for (var audience : audiences(ofResource, witnesses)) {
      for (var each : SpanRows.of(resource.shortName(), audience, spans, witnesses, out)) {
        var row = accountsTold ? each : SpanRows.perhapsOwn(each, audience);
        exposures.add(
            new Exposure(
                resource,
                account,
                audience,
                row.window(),
                row.state(),
                row.apparent(),
                row.because()));
      }
    }
    return exposures;
  }

  /// The changes of the policy of the bucket behind an access point.
  private List<PolicyChange> behind(ResourceId resource, List<PolicyChange> ofResource) {
    var changes = new ArrayList<PolicyChange>();
    for (var change : ofResource) {
      if (!change.slot().equals(new Slot.Bucket())) {
        continue;
      }
      var bucket = new Subject.Bucket(change.change().value().asOptional().orElse(""));
      for (var seen : buckets.getOrDefault(bucket, List.of())) {
        if (seen.setting() instanceof BucketSetting.Policy(var policy)) {
          changes.add(
              new PolicyChange(
                  resource,
                  new Slot.BucketPolicy(),
                  change.account(),
                  change.region(),
                  new Change<>(
                      seen.time(),
                      policy instanceof Part.Absent<String> ? Part.known("") : policy,
                      false,
                      seen.words(),
                      seen.principal(),
                      seen.ref())));
        }
      }
    }
    return changes;
  }

  private static Set<String> distinct(
      List<PolicyChange> changes, Function<PolicyChange, String> of) {
    return changes.stream().map(of).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Audience> audiences(List<PolicyChange> ofResource, List<Witness> witnesses) {
    var audiences = new LinkedHashSet<>(KindDecider.always());
    ofResource.forEach(c -> audiences.addAll(outsiders(c)));
    witnesses.forEach(w -> audiences.add(w.audience()));
    return audiences;
  }
}
