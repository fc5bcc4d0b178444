package io.cofferdam.posture.remedy;

import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.scene.Scene;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What mending each violation of a scan closes, and whom it cuts off.
public final class Comparisons {
  /// More are not worked out in one scan: each judges the control several times.
  private static final int AT_MOST = 400;

  private static final String NO_POLICY =
      "no change of a policy of the resource is shown to mend it; who still uses what the change"
          + " ends is told by the logs alone";
  private static final String TOO_MANY =
      "the scan has more than " + AT_MOST + " graver changes of policies; mend those first";

  private Comparisons() {}

  /// Comparisons by the ids of the findings; the gravest are made first.
  public static Map<String, Comparison> of(List<Finding> findings, Scene scene) {
    var remedies = new PolicyRemedy(scene);
    var made = new HashMap<String, Comparison>();
    var tried = 0;
    var violated =
        findings.stream()
            .filter(each -> each.outcome() instanceof Outcome.Violated)
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    for (var finding : violated) {
      if (!PolicyRemedy.mayMend(finding.control())) {
        made.put(finding.id(), new Comparison.NotMade(NO_POLICY));
      } else if (tried++ >= AT_MOST) {
        made.put(finding.id(), new Comparison.NotMade(TOO_MANY));
      } else {
        made.put(
            finding.id(),
            remedies
                .of(finding)
                .<Comparison>map(Comparison.Made::new)
                .orElseGet(() -> new Comparison.NotMade(NO_POLICY)));
      }
    }
    return Map.copyOf(made);
  }
}
