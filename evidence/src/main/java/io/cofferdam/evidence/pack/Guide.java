package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The page in a pack that tells a stranger how to check it.
final class Guide {
  private static final String TEMPLATE = "how-to-verify.md";

  private Guide() {}

  static String text(VerifierKey signer) {
    try (var in = Guide.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new CofferdamBug("the guide is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{signer}", signer.name());
    } catch (IOException e) {
      throw new CofferdamBug("the guide does not read", e);
    }
  }
}
