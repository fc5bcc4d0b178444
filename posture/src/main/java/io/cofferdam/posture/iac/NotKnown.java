package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Optional;

/// Stands in a tree of values for one that is not known before the plan is applied.
///
/// @param why in words that follow a colon
/// @param refers the attribute of another planned resource that it will be, where it is exactly
///     that
/// @param unset whether nobody sets it, so that AWS's default will stand there
public record NotKnown(String why, Optional<Reference> refers, boolean unset) {
  /// What Terraform itself says of such values.
  public static final String AFTER_APPLY = "known only after apply";

  /// An attribute of another planned resource: `aws_s3_bucket.training`, `arn`.
  public record Reference(String address, String attribute) {}

  public static JsonNode because(String why) {
    return new POJONode(new NotKnown(why, Optional.empty(), false));
  }

  public static JsonNode refersTo(Reference reference) {
    return new POJONode(new NotKnown(AFTER_APPLY, Optional.of(reference), false));
  }

  /// What nobody sets and AWS will choose.
  public static JsonNode chosenByAws() {
    return new POJONode(new NotKnown(AFTER_APPLY, Optional.empty(), true));
  }

  /// What a node stands for, if it is a mark.
  public static Optional<NotKnown> of(JsonNode node) {
    return node instanceof POJONode mark && mark.getPojo() instanceof NotKnown not
        ? Optional.of(not)
        : Optional.empty();
  }

  /// The first mark in a tree.
  public static Optional<NotKnown> in(JsonNode tree) {
    var here = of(tree);
    if (here.isPresent() || tree.isValueNode()) {
      return here;
    }
    for (var child : tree) {
      var found = in(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
