package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// All four settings of the public access block hold for the bucket: its own, or those of the
/// account, which count for each of its buckets.
final class BucketBlock implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var own = off(bucket, "block");
    if (own.isEmpty()) {
      return new Outcome.Met(List.of("all four are on"));
    }
    var account = scene.account(bucket);
    if (account.isPresent()) {
      var left = off(account.get(), BucketQuestion.ACCOUNT_BLOCK);
      left.retainAll(own);
      if (left.isEmpty()) {
        return new Outcome.Met(List.of("those that are off here are on for the whole account"));
      }
    }
    if (!account
        .map(a -> a.gapsOf(List.of(BucketQuestion.ACCOUNT_BLOCK)))
        .orElse(List.of())
        .isEmpty()) {
      return new Outcome.Undetermined(
          List.of("whether the account's block covers it (s3:GetAccountPublicAccessBlock)"));
    }
    return new Verdict()
        .wrong(String.join(", ", own) + " " + (own.size() == 1 ? "is" : "are") + " off", "block")
        .outcome();
  }

  private static List<String> off(Resource resource, String fact) {
    var off = new ArrayList<String>();
    for (var setting : BucketQuestion.SETTINGS) {
      if (!resource.fact(fact + "." + setting).asBoolean(false)) {
        off.add(setting);
      }
    }
    return off;
  }
}
