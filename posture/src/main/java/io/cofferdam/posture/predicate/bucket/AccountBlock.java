package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// All four settings of the account's public access block are on, by the account itself or by a
/// policy of its organisation (AWS Organizations user guide, "Amazon S3 policies"). What is off at
/// the account is only a fault where no policy of the organisation may turn it on.
final class AccountBlock implements Predicate {
  private static final Pattern ALL =
      Pattern.compile("\"public_access_block_configuration\"\\s*:\\s*\"all\"");

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var off = new ArrayList<String>();
    for (var setting : BucketQuestion.SETTINGS) {
      if (!account.fact(BucketQuestion.ACCOUNT_BLOCK + "." + setting).asBoolean(false)) {
        off.add(setting);
      }
    }
    if (off.isEmpty()) {
      return new Outcome.Met(List.of("all four are on"));
    }
    if (ALL.matcher(account.fact("s3-policy.PolicyContent").asText("")).find()) {
      return new Outcome.Met(List.of("a policy of the organisation turns all four on"));
    }
    var gaps = account.gapsOf(List.of("s3-policy", "organisation"));
    return gaps.isEmpty()
        ? new Verdict()
            .wrong(
                String.join(", ", off) + " " + (off.size() == 1 ? "is" : "are") + " off", "block")
            .outcome()
        : new Outcome.Undetermined(
            gaps.stream()
                .map(Gap::words)
                .map(each -> "whether the organisation's policy turns it on: " + each)
                .toList());
  }
}
