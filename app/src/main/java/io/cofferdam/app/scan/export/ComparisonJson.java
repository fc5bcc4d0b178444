package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.remedy.Comparison;
import io.cofferdam.posture.remedy.PolicyChange.Side;

/// What mending a finding changes for callers: the `compare` of a remediation.
final class ComparisonJson {
  private static final String SCOPE =
      "the policy by itself, as it answers callers of other accounts; callers of the account may"
          + " also get in by policies of their own";

  private ComparisonJson() {}

  static ObjectNode of(Comparison comparison) {
    var node = Json.object();
    switch (comparison) {
      case Comparison.NotMade(var because) -> node.put("made", false).put("because", because);
      case Comparison.Made(var change) -> {
        node.put("made", true).put("because", SCOPE);
        node.put("fact", change.fact()).put("what", change.what());
        node.set("policy", change.policy());
        node.set("closes", side(change.closes()));
        node.set("opens", side(change.opens()));
        var cut = node.putArray("cutsOff");
        change.cutsOff().forEach(each -> cut.add(side(each)));
      }
    }
    return node;
  }

  private static ObjectNode side(Side side) {
    var node = Json.object().put("answer", side.answer());
    Json.put(node, "request", side.request());
    return node;
  }
}
