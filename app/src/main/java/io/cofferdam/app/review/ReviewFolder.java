package io.cofferdam.app.review;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a review: what is looked through, and, once signed, what a stranger needs to check
/// the signature without this program.
///
/// @param folder where they are
public record ReviewFolder(Path folder) {
  private static final String TEXT = "access-review.txt";
  private static final String JSON = "access-review.json";

  private static final String GUIDE =
      """
      How to check this sign-off without Cofferdam (OpenSSL 3):

      1. statement.json is signed by the reviewer's key:
           openssl pkeyutl -verify -pubin -inkey reviewer.pub.pem -rawin \\
             -in statement.json -sigfile statement.sig
      2. ../access-review.txt is what was looked through: its SHA-256 is the
         `document-sha256` of statement.json:
           sha256sum ../access-review.txt
      3. That reviewer.pub.pem is the reviewer's key, the reviewer tells you, not this folder.

      The time in the statement is that of the reviewer's clock; nothing outside vouches for it.
      """;

  /// Writes the document.
  ///
  /// @throws CofferdamException CFD-APP-0134 where the folder cannot be written to
  public void write(ReviewDocument document) {
    writing(
        () -> {
          Files.createDirectories(folder);
          Files.writeString(folder.resolve(TEXT), document.text(), StandardCharsets.UTF_8);
          Files.writeString(folder.resolve(JSON), ReviewJson.of(document), StandardCharsets.UTF_8);
        });
  }

  /// Makes sure that the document that is signed for lies here, as it was written for looking
  /// through.
  ///
  /// @throws CofferdamException CFD-APP-0136 where another lies here, or none
  public void demand(ReviewDocument document) {
    var file = folder.resolve(TEXT);
    try {
      if (Files.isRegularFile(file) && Files.readString(file).equals(document.text())) {
        return;
      }
    } catch (IOException unreadable) {
      // told below
    }
    throw new CofferdamException(
        "CFD-APP-0136",
        ErrorCategory.INVALID_INPUT,
        "`" + file + "` is not the review that would be signed [the review of this snapshot]",
        "write it without --sign-with, look through it, then sign with the same options");
  }

  /// Writes statement, signature, public key and how to check them into `sign-off-<reviewer>`.
  ///
  /// @return the folder of them
  /// @throws CofferdamException CFD-APP-0134 where it cannot be written to
  public Path write(ReviewLedger.Signed signed) {
    var to = folder.resolve("sign-off-" + signed.review().by().replaceAll("[^A-Za-z0-9._-]", "_"));
    writing(
        () -> {
          Files.createDirectories(to);
          Files.writeString(to.resolve("statement.json"), signed.signOff().statement());
          Files.write(to.resolve("statement.sig"), signed.signOff().signatureBytes());
          Files.writeString(to.resolve("reviewer.pub.pem"), signed.key().pem());
          Files.writeString(to.resolve("README.txt"), GUIDE);
        });
    return to;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void writing(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-APP-0134",
          ErrorCategory.UNAVAILABLE,
          "`" + folder + "` cannot be written to [a folder]",
          "name another with --out",
          e);
    }
  }
}
