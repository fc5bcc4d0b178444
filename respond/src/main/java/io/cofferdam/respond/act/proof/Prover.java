package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Judges claims with the access engine. The same for a change that is planned, one that was made,
/// and one that somebody made by hand.
///
/// @param now when requests are taken to be made, for conditions on the time
/// @param self ARN of the role that acts and would go back; absent where it is not known, so that
///     nothing about it is proved
public record Prover(Instant now, Optional<String> self) {
  public Proof judge(List<Claim> claims) {
    return new Proof(claims.stream().map(this::judge).toList());
  }

  private Judgement judge(Claim claim) {
    return switch (claim) {
      case Claim.Bucket bucket -> new BucketProof(bucket, now).judgement();
      case Claim.Policy policy -> PolicyProof.of(policy);
      case Claim.Denial denial -> DenialProof.of(denial);
      case Claim.Shares shares -> shares(shares);
      case Claim.Kept kept -> kept(kept);
      case Claim.Entries entries -> EntriesProof.of(entries);
      case Claim.Keeps keeps -> WayInProof.of(keeps, self);
      case Claim.Switch(var what, var before, var after, var cuts) ->
          flip(what, before, after, cuts);
      case Claim.Traffic traffic -> TrafficProof.of(traffic);
      case Claim.Storage storage -> new StorageProof(storage, now).judgement();
      case Claim.WayIn way -> WayInProof.of(way, self);
      case Claim.Self(var what, var arn) -> notSelf(what, arn);
    };
  }

  private Judgement notSelf(String what, String arn) {
    if (self.isEmpty()) {
      return new Judgement(
          what, Verdict.UNKNOWN, "which role acts is not known: it might be this one", List.of());
    }
    return samePrincipal(self.get(), arn)
        ? new Judgement(what, Verdict.LOCKS_OUT, "it is the role that acts", List.of())
        : new Judgement(what, Verdict.UNCHANGED, "it is not the role that acts", List.of());
  }

  /// Whether two ARNs are those of one user or role. Their names are unique in an account whatever
  /// the path, and the ARN of a session leaves the path out.
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  static boolean samePrincipal(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    var a = RequestPrincipal.parse(one);
    var b = RequestPrincipal.parse(other);
    return a.isPresent()
        && b.isPresent()
        && a.get().account().equals(b.get().account())
        && (same(a.get().roleName(), b.get().roleName())
            || same(a.get().userName(), b.get().userName()));
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private static Judgement shares(Claim.Shares claim) {
    Set<String> more = new TreeSet<>(claim.after());
    more.removeAll(claim.before());
    if (!more.isEmpty() && !claim.before().contains(claim.everybody())) {
      return new Judgement(
          claim.what(), Verdict.OPENS, "shared with " + String.join(", ", more), List.of());
    }
    Set<String> fewer = new TreeSet<>(claim.before());
    fewer.removeAll(claim.after());
    if (fewer.isEmpty()) {
      return new Judgement(claim.what(), Verdict.UNCHANGED, "nobody loses access", List.of());
    }
    var cuts =
        fewer.stream()
            .map(each -> each.equals(claim.everybody()) ? "everybody" : shared(each))
            .map(each -> each + " no longer gets at " + claim.what())
            .toList();
    return new Judgement(
        claim.what(),
        Verdict.PROVED,
        claim.after().isEmpty()
            ? "shared with nobody"
            : "shared with " + String.join(", ", new TreeSet<>(claim.after())) + " alone",
        cuts);
  }

  private static String shared(String with) {
    return with.matches("[0-9]{12}") ? "account " + with : with;
  }

  private static Judgement kept(Claim.Kept claim) {
    var fewer = new TreeSet<>(claim.before());
    fewer.removeAll(claim.after());
    if (!fewer.isEmpty()) {
      return new Judgement(claim.what(), Verdict.LOSES, String.join(", ", fewer), List.of());
    }
    return claim.after().size() > claim.before().size()
        ? new Judgement(claim.what(), Verdict.PROVED, claim.gains(), List.of())
        : new Judgement(claim.what(), Verdict.UNCHANGED, "the same is kept as before", List.of());
  }

  private static Judgement flip(String what, boolean before, boolean after, String cuts) {
    if (after) {
      return before
          ? new Judgement(what, Verdict.STILL_OPEN, "it lets in as before", List.of())
          : new Judgement(what, Verdict.OPENS, "it let nobody in before", List.of());
    }
    return before
        ? new Judgement(what, Verdict.PROVED, "it lets nobody in", List.of(cuts))
        : new Judgement(what, Verdict.UNCHANGED, "it let nobody in before either", List.of());
  }
}
