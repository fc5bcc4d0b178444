package io.cofferdam.model.exposure;

/// To whom an exposure stood open.
public sealed interface Audience {

  /// Anybody on the internet, without any credential.
  record Anyone() implements Audience {}

  /// Anybody with some account of the provider.
  record AnyAccount() implements Audience {}

  /// One account outside the owner's own.
  record ForeignAccount(String account) implements Audience {}

  /// The audience in a few words.
  default String words() {
    return switch (this) {
      case Anyone() -> "anyone";
      case AnyAccount() -> "any account of the provider";
      case ForeignAccount(String account) -> "account " + account;
    };
  }
}
