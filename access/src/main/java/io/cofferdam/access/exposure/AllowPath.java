package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import java.util.List;

/// Something that can allow: a statement of the bucket policy, or a grant of an ACL.
///
/// @param words how a person finds it
/// @param fromPolicy whether it is a statement
record AllowPath(
    String words, boolean fromPolicy, ResourceElement resource, List<Condition> conditions) {
  AllowPath {
    conditions = List.copyOf(conditions);
  }
}
