package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Of an account: no policy of a user or role reaches a bucket with sensitive data by a wildcard in
/// place of its name, once boundaries, service control policies and the bucket's own policy are
/// counted. Administrators are another control's matter.
final class WildcardReads implements Predicate {

  /// A policy statement that names no bucket.
  private record Grant(String policy, String statement) implements Comparable<Grant> {
    @Override
    public int compareTo(Grant other) {
      var byPolicy = policy.compareTo(other.policy);
      return byPolicy != 0 ? byPolicy : statement.compareTo(other.statement);
    }
  }

  private record Reached(Set<String> principals, Set<String> buckets) {}

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var buckets = SensitiveBuckets.of(scene);
    if (buckets.none()) {
      return new Outcome.NotApplicable(SensitiveBuckets.unclassed());
    }
    var estate = ScanEstate.of(scene);
    var power = AdminPower.of(scene);
    Map<Grant, Reached> found = new TreeMap<>();
    for (var principal : estate.principals(account.account())) {
      if (!AdminPower.keptByAws(principal) && power.direct(principal.arn()) != Verdict.YES) {
        look(principal, buckets, estate, found);
      }
    }
    if (!found.isEmpty()) {
      List<String> lines = new ArrayList<>();
      found.forEach((grant, reached) -> lines.add(line(grant, reached)));
      return Told.violated(
          estate,
          account.account(),
          Told.count(found.size(), "statement") + " reaching sensitive data by a wildcard",
          lines);
    }
    List<String> missing = new ArrayList<>(estate.missing(account.account()));
    missing.addAll(buckets.undecided());
    return missing.isEmpty()
        ? new Outcome.Met(
            List.of(
                "no statement with a wildcard for the bucket reaches any of "
                    + Told.count(buckets.buckets().size(), "bucket")
                    + " with sensitive data"))
        : new Outcome.Undetermined(missing);
  }

  private static void look(
      EstatePrincipal principal,
      SensitiveBuckets buckets,
      ScanEstate estate,
      Map<Grant, Reached> found) {
    for (NamedPolicy policy : estate.estate().identityPolicies(principal)) {
      if (policy.document().isEmpty()) {
        continue;
      }
      for (Statement statement : policy.document().get().statements()) {
        if (statement.effect() == Effect.ALLOW && statement.action().matches("s3:GetObject")) {
          var named = BucketNames.of(statement);
          for (var bucket : named.anyWide() ? buckets.buckets() : List.<Resource>of()) {
            if (named.byWildcard(bucket.name()) && reads(principal, bucket, estate)) {
              var reached =
                  found.computeIfAbsent(
                      new Grant(name(policy, principal), statement.name()),
                      _ -> new Reached(new TreeSet<>(), new TreeSet<>()));
              reached.principals().add(principal.words());
              reached.buckets().add(bucket.name());
            }
          }
        }
      }
    }
  }

  private static String name(NamedPolicy policy, EstatePrincipal principal) {
    return policy.key().equals(policy.name())
        ? policy.name()
        : "inline policy " + policy.name() + " of " + principal.words();
  }

  /// How a statement speaks of buckets.
  ///
  /// @param all it takes in all but some
  /// @param exact the names it writes out
  /// @param wide the patterns that stand for a name
  private record BucketNames(boolean all, Set<String> exact, List<Pattern> wide) {
    static BucketNames of(Statement statement) {
      var exact = new HashSet<String>();
      var wide = new ArrayList<Pattern>();
      for (Template value : statement.resource().values()) {
        var name = bucketPart(value.source());
        exact.add(name);
        if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
          wide.add(Pattern.glob(name));
        }
      }
      return new BucketNames(statement.resource().allBut(), exact, wide);
    }

    boolean anyWide() {
      return all || !wide.isEmpty();
    }

    /// Whether the statement takes the bucket in without naming it, and does not name it elsewhere.
    boolean byWildcard(String bucket) {
      return all
          || (!exact.contains(bucket) && wide.stream().anyMatch(each -> each.matches(bucket)));
    }
  }

  /// What stands for the bucket's name in a pattern; `*` where the pattern ends before it.
  private static String bucketPart(String pattern) {
    var fields = pattern.split(":", 6);
    return fields.length < 6 ? "*" : fields[5].split("/", 2)[0];
  }

  private static boolean reads(EstatePrincipal principal, Resource bucket, ScanEstate estate) {
    return Readers.direct(estate, principal.arn(), bucket.id());
  }

  private static String line(Grant grant, Reached reached) {
    return grant.policy()
        + ", "
        + grant.statement()
        + ": "
        + shortened(reached.principals())
        + " read "
        + shortened(reached.buckets());
  }

  private static String shortened(Set<String> names) {
    var some = names.stream().limit(4).toList();
    return String.join(", ", some)
        + (names.size() > some.size() ? " and " + (names.size() - some.size()) + " more" : "");
  }
}
