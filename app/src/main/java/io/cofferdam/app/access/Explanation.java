package io.cofferdam.app.access;

import io.cofferdam.access.aws.decide.Because;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A decision in words that can be quoted in a ticket.
public final class Explanation {
  private Explanation() {}

  /// Several lines: the answer, the request, what decided it and what was assumed.
  public static List<String> of(DecisionRequest request, Decision decision) {
    var lines = new ArrayList<String>();
    var asked =
        request.principal().name() + " -> " + request.action() + " on " + request.resource();
    lines.add(headline(decision) + ": " + asked);
    lines.add(
        request.resourceAccount().isEmpty()
            ? "the resource's account is not known; the caller counts as an outsider"
            : request.sameAccount()
                ? "caller and resource are both of account " + request.resourceAccount()
                : "the resource is of account "
                    + request.resourceAccount()
                    + (request.principal().account().isEmpty()
                        ? ", the caller of none"
                        : ", the caller of account " + request.principal().account()));
    if (!decision.because().isEmpty()) {
      lines.add("because");
      for (Because reason : decision.because()) {
        lines.add("  - " + reason.sentence());
      }
    }
    if (decision instanceof Decision.Unknown(List<String> residual, _, _)) {
      lines.add("what would decide it");
      residual.forEach(one -> lines.add("  - " + one));
    }
    var context = request.context().present();
    lines.add(
        context.isEmpty()
            ? "with no condition keys"
            : "with "
                + context.entrySet().stream()
                    .map(e -> e.getKey() + "=" + String.join("|", e.getValue()))
                    .collect(Collectors.joining(", ")));
    return lines;
  }

  private static String headline(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "ALLOWED";
      case Decision.ImplicitlyDenied _ -> "DENIED (nothing that must allow it does)";
      case Decision.ExplicitlyDenied _ -> "DENIED (by a Deny statement)";
      case Decision.Unknown _ -> "UNKNOWN";
    };
  }
}
