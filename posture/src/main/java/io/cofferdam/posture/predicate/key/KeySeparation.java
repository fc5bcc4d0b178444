package io.cofferdam.posture.predicate.key;

import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.bucket.BucketUse;
import io.cofferdam.posture.predicate.bucket.BucketUse.Use;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A key encrypts buckets of one use only (training data, weights, inference data, logs, evidence),
/// and nobody named by its policy also administers the key of another use.
final class KeySeparation implements AsksTrails {

  @Override
  public Outcome evaluate(Resource key, Scene scene) {
    var keys = scene.derived(Uses.class, Uses::of);
    var own = keys.byKey().getOrDefault(key.id(), Map.of());
    if (own.isEmpty()) {
      return keys.none()
          .outcome(
              "no bucket of a known use (data map, tag `purpose`, trails) is encrypted with it");
    }
    var verdict = new Verdict();
    if (own.size() > 1) {
      var words = own.keySet().stream().map(Use::words).toList();
      verdict.wrong(
          "it encrypts " + String.join(" and ", words),
          String.join(", ", own.values().stream().flatMap(Set::stream).toList()));
    }
    var apart = scene.derived(Administered.class, each -> Administered.of(each, keys));
    for (var other : apart.unread()) {
      if (!other.id().equals(key.id()) && !keys.others(other, own.keySet()).isEmpty()) {
        verdict.lacks(other, "policy");
      }
    }
    for (var admin : admins(key)) {
      for (var other : apart.byAdmin().getOrDefault(admin, List.of())) {
        var uses = keys.others(other, own.keySet());
        if (!other.id().equals(key.id()) && !uses.isEmpty()) {
          verdict.wrong(
              admin + " also administers the key of " + uses.iterator().next().words(), other.id());
        }
      }
    }
    if (keys.none().outcome("") instanceof Outcome.Undetermined(var missing)) {
      missing.forEach(each -> verdict.open(each + ", so it may encrypt more"));
    }
    return verdict
        .fine("it encrypts " + own.keySet().iterator().next().words() + " alone")
        .outcome();
  }

  /// Users and roles that the policy allows to change it. The account itself is not one: it leaves
  /// that to its own policies.
  private static Set<String> admins(Resource key) {
    var admins = new TreeSet<String>();
    var policy = PolicyParser.parse(key.fact("policy").asText("")).asOptional();
    if (policy.isEmpty()) {
      return admins;
    }
    for (var statement : policy.get().statements()) {
      if (statement.effect() == Effect.ALLOW
          && statement.action().matches("kms:PutKeyPolicy")
          && statement.principal() instanceof PrincipalElement.Named(List<PrincipalName> names)) {
        for (var name : names) {
          if (name instanceof PrincipalName.Arn(String arn)) {
            admins.add(arn);
          }
        }
      }
    }
    return admins;
  }

  /// The keys of a use, by each who administers them.
  ///
  /// @param unread those whose policies could not be read
  private record Administered(Map<String, List<Resource>> byAdmin, List<Resource> unread) {
    static Administered of(Scene scene, Uses uses) {
      Map<String, List<Resource>> byAdmin = new HashMap<>();
      List<Resource> unread = new ArrayList<>();
      for (var key : scene.inventory().ofType("kms-key")) {
        if (!uses.byKey().containsKey(key.id())) {
          continue;
        }
        if (!key.gapsOf(List.of("policy")).isEmpty()) {
          unread.add(key);
        } else {
          admins(key)
              .forEach(each -> byAdmin.computeIfAbsent(each, _ -> new ArrayList<>()).add(key));
        }
      }
      return new Administered(byAdmin, unread);
    }
  }

  /// The buckets of each use that each key encrypts.
  private record Uses(Map<String, Map<Use, Set<String>>> byKey, Absence none) {
    /// The uses of a key that are none of these.
    EnumSet<Use> others(Resource key, Set<Use> than) {
      var uses = EnumSet.noneOf(Use.class);
      uses.addAll(byKey.getOrDefault(key.id(), Map.of()).keySet());
      uses.removeAll(than);
      return uses;
    }

    static Uses of(Scene scene) {
      Map<String, Map<Use, Set<String>>> byKey = new HashMap<>();
      for (var bucket : scene.inventory().ofType("s3-bucket")) {
        var named =
            bucket
                .fact("encryption.Rules")
                .path(0)
                .path("ApplyServerSideEncryptionByDefault")
                .path("KMSMasterKeyID")
                .asText("");
        var uses = BucketUse.of(scene).of(bucket);
        if (named.isEmpty() || uses.isEmpty()) {
          continue;
        }
        KmsKeys.of(scene)
            .arn(named, bucket.account(), bucket.region())
            .ifPresent(
                arn ->
                    uses.forEach(
                        use ->
                            byKey
                                .computeIfAbsent(arn, k -> new TreeMap<>())
                                .computeIfAbsent(use, u -> new TreeSet<>())
                                .add(bucket.name())));
      }
      var none =
          new Absence()
              .lists(scene, "s3-bucket", "cloudtrail-trail", "kms-alias")
              .facts(scene.inventory().ofType("s3-bucket"), "encryption", "tags", "location");
      return new Uses(byKey, none);
    }
  }
}
