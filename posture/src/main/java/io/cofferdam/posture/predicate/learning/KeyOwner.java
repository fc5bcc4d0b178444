package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;

/// Whether a key named in a configuration is the customer's.
final class KeyOwner {
  private KeyOwner() {}

  /// Adds to a verdict what a key tells.
  ///
  /// @param of the resource whose key it is
  /// @param key an ARN, an id or an alias, or empty
  /// @param what is protected by it: `its volume`
  static void judge(Resource of, String key, String what, Scene scene, Verdict verdict) {
    if (key.isEmpty()) {
      verdict.wrong("no key of the customer protects " + what, "no key is named");
      return;
    }
    if (key.contains("alias/aws/")) {
      verdict.wrong("a key of AWS protects " + what, "the key is " + key);
      return;
    }
    var id = key.contains("/") ? key.substring(key.lastIndexOf('/') + 1) : key;
    for (var each : scene.inventory().ofType("kms-key")) {
      if (each.id().equals(key)
          || (each.account().equals(of.account()) && each.fact("KeyId").asText("").equals(id))) {
        if (!verdict.lacks(each, "key")) {
          if (each.fact("key.KeyManager").asText("").equals("AWS")) {
            verdict.wrong("a key of AWS protects " + what, "KeyManager of " + key + " is AWS");
          } else {
            verdict.fine("a key of the customer protects " + what);
          }
        }
        return;
      }
    }
    if (key.contains("alias/")
        || (key.startsWith("arn:") && !key.contains(":" + of.account() + ":"))) {
      verdict.fine("key `" + key + "` protects " + what + "; keys of AWS cannot be named so");
    } else {
      verdict.open("kms:DescribeKey: whose key `" + key + "` is");
    }
  }
}
