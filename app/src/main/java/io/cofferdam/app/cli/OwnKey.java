package io.cofferdam.app.cli;

import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The private key of whoever asks or approves.
final class OwnKey {
  private OwnKey() {}

  /// Opens a key that is there: none is ever made by mistake.
  ///
  /// @throws CofferdamException CFD-APP-0157 where it is not there
  static SigningKey open(Path key) {
    if (!Files.exists(key)) {
      throw new CofferdamException(
          "CFD-APP-0157",
          ErrorCategory.INVALID_INPUT,
          "key `" + key + "` is not there [the private key whose public half is enrolled]",
          "`case key FILE` makes one; it counts for what is asked once it is enrolled");
    }
    return KeyFiles.openOrCreate(key, new SecureRandom()).key();
  }
}
