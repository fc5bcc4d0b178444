package io.cofferdam.app.soak;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.merkle.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Any bytes as a signed note: parsed or refused; what is parsed reads the same after it was
/// written, and a signature is valid for the text that was signed and for no other.
public final class NoteTarget implements FuzzTarget {
  private static final NoteTarget ONLY = new NoteTarget();
  private static final Checkpoint HEAD =
      new Checkpoint("cofferdam/ledger-0123456789abcdef", 7, hash());
  private static final SignedNote SIGNED = HEAD.sign(PackTarget.KEY);

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "notes";
  }

  static byte[] seed() {
    return SIGNED.format().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void feed(byte[] input) throws IOException {
    SignedNote note;
    try {
      note = SignedNote.parse(input);
    } catch (IOException refused) {
      Finding.unless(
          !Arrays.equals(input, seed()), "the note itself is refused: " + refused.getMessage());
      return;
    }
    var again = SignedNote.parse(note.format().getBytes(StandardCharsets.UTF_8));
    Finding.unless(again.equals(note), "a note that reads otherwise after it was written");
    var valid = note.signedBy(PackTarget.KEY.verifier()) == SignedNote.Signed.VALID;
    Finding.unless(
        !valid || note.text().equals(SIGNED.text()), "a valid signature under another text");
    try {
      var head = Checkpoint.parse(note.text());
      Finding.unless(head.text().equals(note.text()), "a tree head of two forms");
      Finding.unless(!valid || head.equals(HEAD), "a signed tree head that was never signed");
    } catch (IOException refused) {
      Finding.unless(!valid, "the signed tree head is refused");
    }
  }

  private static Hash hash() {
    try {
      return Hash.fromBase64("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    } catch (IllegalArgumentException e) {
      throw new Finding("no hash", e);
    }
  }
}
