package io.cofferdam.access.aws.symbolic;

/// Which values each condition key can have in the requests of one class.
@FunctionalInterface
public interface Domains {

  /// The domain of a key.
  ///
  /// @param key in lower case
  KeyDomain of(String key);
}
