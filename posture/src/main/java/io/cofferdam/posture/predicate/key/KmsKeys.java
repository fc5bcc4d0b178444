package io.cofferdam.posture.predicate.key;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the KMS key that a resource names: by ARN, by id, or by an alias of its own account.
public final class KmsKeys {
  private static final String KEY = "kms-key";

  private final Scene scene;
  private final Map<String, String> byAlias = new HashMap<>();

  private KmsKeys(Scene scene) {
    this.scene = scene;
    for (var alias : scene.inventory().ofType("kms-alias")) {
      var target = alias.fact("TargetKeyId").asText("");
      if (!target.isEmpty()) {
        byAlias.put(alias.id(), alias.id().replaceAll(":alias/.*", ":key/" + target));
      }
    }
  }

  public static KmsKeys of(Scene scene) {
    return scene.derived(KmsKeys.class, KmsKeys::new);
  }

  /// The ARN of a key as it is named by a resource; empty for an alias that was not read.
  public Optional<String> arn(String named, String account, String region) {
    var prefix = "arn:aws:kms:" + region + ":" + account + ":";
    var full =
        named.startsWith("arn:")
            ? named
            : prefix + (named.startsWith("alias/") ? named : "key/" + named);
    return full.contains(":alias/") ? Optional.ofNullable(byAlias.get(full)) : Optional.of(full);
  }

  public Optional<Resource> key(String arn) {
    return scene.inventory().find(KEY, arn);
  }

  /// Tests that a resource is encrypted with a key of the customer that works.
  ///
  /// @param what is encrypted, in words: `objects`
  /// @param named as the resource names it; empty where none is named, so that the service's own
  ///     default applies
  public void test(String what, String named, Resource resource, Verdict verdict) {
    if (named.isEmpty() || named.matches("(.*:)?alias/aws/.*")) {
      verdict.wrong(
          what + " are encrypted with a key that AWS manages, whose policy nobody can narrow",
          named.isEmpty() ? "no key named" : named);
      return;
    }
    var arn = arn(named, resource.account(), resource.region());
    if (arn.isEmpty()) {
      verdict.open("which key `" + named + "` stands for (kms:ListAliases)");
      return;
    }
    var account = arn.get().split(":", 6)[4];
    if (!account.equals(resource.account())) {
      // a key that AWS manages cannot be used from another account
      verdict.fine(what + " are encrypted with " + arn.get() + ", a key of account " + account);
      return;
    }
    var key = key(arn.get());
    if (key.isEmpty()) {
      verdict.open("what kind of key " + arn.get() + " is (kms:DescribeKey)");
    } else if (!verdict.lacks(key.get(), "key")) {
      kind(what, key.get(), verdict);
    }
  }

  private static void kind(String what, Resource key, Verdict verdict) {
    var manager = key.fact("key.KeyManager").asText("");
    var state = key.fact("key.KeyState").asText("");
    if (manager.equals("AWS")) {
      verdict.wrong(
          what + " are encrypted with a key that AWS manages, whose policy nobody can narrow",
          key.id());
    } else if (!manager.equals("CUSTOMER")) {
      verdict.open("who manages " + key.id() + " (kms:DescribeKey)");
    } else if (!state.equals("Enabled")) {
      verdict.wrong("the key of " + what + " is " + state, key.id());
    } else {
      verdict.fine(what + " are encrypted with " + key.id() + ", a key of the customer");
    }
  }
}
