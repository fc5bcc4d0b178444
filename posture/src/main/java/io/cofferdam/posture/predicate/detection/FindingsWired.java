package io.cofferdam.posture.predicate.detection;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.RegionUse;
import java.util.List;
import java.util.Map;

/// Security Hub takes the findings of GuardDuty, Macie and Inspector, and a rule passes findings
/// on.
final class FindingsWired implements Predicate {
  private static final Map<String, String> PRODUCTS =
      Map.of("/aws/guardduty", "GuardDuty", "/aws/inspector", "Inspector", "/aws/macie", "Macie");

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var unused = RegionUse.of(scene).unused(region);
    if (unused.isPresent()) {
      return unused.get();
    }
    var verdict = new Verdict();
    if (!verdict.lacks(region, "security-hub")) {
      if (region.fact("security-hub.HubArn").asText("").isEmpty()) {
        verdict.wrong("Security Hub is off", "DescribeHub names no hub");
      } else if (!verdict.lacks(region, "security-hub-products")) {
        products(region, verdict);
      }
    }
    switch (FindingRules.of(scene).consuming(region, List.of("aws.securityhub", "aws.guardduty"))) {
      case FindingRules.Live(var words) -> verdict.fine(words + " takes findings");
      case FindingRules.Dead(var why, var seen) -> verdict.wrong(why, seen);
      case FindingRules.Unclear(var missing) -> missing.forEach(verdict::open);
    }
    return verdict.outcome();
  }

  private static void products(Resource region, Verdict verdict) {
    var subscribed =
        Facts.items(region.facts(), "security-hub-products.ProductSubscriptions").stream()
            .map(each -> each.asText(""))
            .toList();
    PRODUCTS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            product -> {
              if (subscribed.stream().noneMatch(each -> each.endsWith(product.getKey()))) {
                verdict.wrong(
                    product.getValue() + " does not report to Security Hub",
                    "no subscription to " + product.getKey());
              }
            });
  }
}
