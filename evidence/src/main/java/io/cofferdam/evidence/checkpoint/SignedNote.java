package io.cofferdam.evidence.checkpoint;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.key.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A text with signature lines under it (C2SP signed-note).
///
/// @param text ends in a newline
public record SignedNote(String text, List<Line> signatures) {
  private static final int MOST_SIGNATURES = 64;
  private static final String DASH = "— ";

  /// One signature line: who says to have signed, and `base64(key id ‖ signature)`.
  public record Line(String name, String base64) {
    private byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  /// What a key has to say to a note.
  public enum Signed {
    VALID,
    /// A line bears the key's name and id, and its signature is wrong.
    INVALID,
    /// No line bears the key's name and id.
    ABSENT
  }

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  public static SignedNote sign(String text, SigningKey key) {
    var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    var id = key.verifier().keyId();
    var line = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, line, id.length, signature.length);
    var base64 = Base64.getEncoder().encodeToString(line);
    return new SignedNote(text, List.of(new Line(key.verifier().name(), base64)));
  }

  /// Reads a note.
  ///
  /// @throws IOException when the bytes are not a signed note; the message says why
  public static SignedNote parse(byte[] utf8) throws IOException {
    var whole =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(utf8))
            .toString();
    if (whole.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new IOException("a control character in a signed note");
    }
    var blank = whole.lastIndexOf("\n\n");
    if (blank < 0 || !whole.endsWith("\n")) {
      throw new IOException("no blank line before signatures, or no newline at the end");
    }
    var lines = new ArrayList<Line>();
    for (var line : whole.substring(blank + 2).lines().toList()) {
      lines.add(line(line));
    }
    if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
      throw new IOException("a signed note has 1 to " + MOST_SIGNATURES + " signature lines");
    }
    return new SignedNote(whole.substring(0, blank + 1), lines);
  }

  private static Line line(String line) throws IOException {
    var space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space <= DASH.length()) {
      throw new IOException("a signature line that does not read: dash, name, base64");
    }
    var parsed = new Line(line.substring(DASH.length(), space), line.substring(space + 1));
    try {
      if (parsed.bytes().length > 4) {
        return parsed;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a signature line with broken base64", e);
    }
    throw new IOException("a signature line without a signature");
  }

  /// Whether the key signed this text; a line counts when it bears the key's name and id.
  public Signed signedBy(VerifierKey key) {
    var found = false;
    for (var line : signatures) {
      var bytes = line.bytes();
      var matches =
          line.name().equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes, 4), key.keyId());
      if (matches) {
        found = true;
        var signature = Arrays.copyOfRange(bytes, 4, bytes.length);
        if (key.verifies(text.getBytes(StandardCharsets.UTF_8), signature)) {
          return Signed.VALID;
        }
      }
    }
    return found ? Signed.INVALID : Signed.ABSENT;
  }

  public String format() {
    var out = new StringBuilder(text).append('\n');
    for (var line : signatures) {
      out.append(DASH).append(line.name()).append(' ').append(line.base64()).append('\n');
    }
    return out.toString();
  }
}
