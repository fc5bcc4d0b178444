package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyReading;
import io.cofferdam.access.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads policies in the shapes AWS prints them: an object, JSON text, URL-encoded JSON text
/// (RFC 3986, as IAM does). Equal texts give one document.
final class PolicyNodes {
  private final Map<String, Optional<PolicyDocument>> byText = new HashMap<>();

  /// Empty, with a warning, where the policy is not understood.
  Optional<PolicyDocument> read(Node node) {
    if (node.json() instanceof Json.Text(String text, Json.Position at)) {
      return byText.computeIfAbsent(text, t -> document(node, PolicyParser.parse(decoded(t))));
    }
    return document(node, PolicyParser.parse(node.json()));
  }

  private static Optional<PolicyDocument> document(Node node, PolicyReading reading) {
    if (reading instanceof PolicyReading.Refused refused) {
      boolean inside = node.json() instanceof Json.Text;
      node.problems()
          .warning(
              "CFD-ACCESS-0406",
              node,
              "the policy is not understood and taken as unknown: "
                  + refused.problems().get(0)
                  + (inside ? " (counted inside the policy's text)" : ""));
    }
    return reading.asOptional();
  }

  private static String decoded(String text) {
    if (!text.stripLeading().startsWith("%7B") && !text.stripLeading().startsWith("%7b")) {
      return text;
    }
    try {
      // a plus sign is itself in RFC 3986, not a space
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
