package io.cofferdam.access.aws.symbolic;

import java.util.Set;

/// Account numbers.
final class Accounts {
  private Accounts() {}

  /// An account that is none of these.
  static String unnamed(Set<String> named) {
    long number = 999_988_887_777L;
    while (named.contains(Long.toString(number))) {
      number--;
    }
    return Long.toString(number);
  }

  static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
