package io.cofferdam.posture.watch;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Change;
import java.util.List;
import java.util.Set;

/// The public access block of an account: what it bears on of the account's resources, beside the
/// principals who read other buckets for it.
final class AccountBlock {
  private static final String FACT = "s3-block";

  /// Buckets and their doors, and regions, whose logs of models go to a bucket.
  private static final Set<String> BEARS_ON = Set.of("s3-bucket", "s3-access-point", "region");

  private AccountBlock() {}

  static boolean bearsOn(Resource resource) {
    return BEARS_ON.contains(resource.type());
  }

  /// Whether an account is as before but for its block, known or not.
  static boolean isAllOf(Change.Touched touched) {
    if (!touched.resource().type().equals(Inventory.ACCOUNT)
        || touched.before().isEmpty()
        || touched.after().isEmpty()) {
      return false;
    }
    var before = touched.before().get();
    var after = touched.after().get();
    return others(before).equals(others(after)) && otherGaps(before).equals(otherGaps(after));
  }

  private static Object others(Resource account) {
    return account.facts().deepCopy().without(FACT);
  }

  private static List<Gap> otherGaps(Resource account) {
    return account.gaps().stream().filter(gap -> !gap.fact().equals(FACT)).toList();
  }
}
