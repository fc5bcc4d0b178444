package io.cofferdam.access.aws.condition;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Condition keys that follow from something else and are worked out when asked for.
public interface KeySource {
  /// What is known of a key; null where the source does not tell it.
  ///
  /// @param key in lower case
  @Nullable KeyState get(String key);

  /// The keys it may tell, in lower case.
  Set<String> names();
}
