package io.cofferdam.app.soak;

import io.cofferdam.model.CofferdamException;

/// What a refusal must be like.
final class Refusals {
  private Refusals() {}

  static void check(CofferdamException refused, String codes) {
    var message = String.valueOf(refused.getMessage());
    Finding.unless(refused.code().startsWith(codes), "refused with code " + refused.code());
    Finding.unless(!message.isBlank(), "refused without a word");
    Finding.unless(message.length() < 100_000, "refused with too many words");
  }
}
