package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.json.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// A fact's own text with the salt of its commitment, kept outside the tree so that it can be
/// erased. One line of a payload file.
public record Payload(long index, String salt, String text) {
  static Payload of(long index, byte[] salt, String text) {
    return new Payload(index, HexFormat.of().formatHex(salt), text);
  }

  /// Canonical JSON without a newline.
  public byte[] line() {
    return new Json.Members(
            Map.of("index", Json.of(index), "payload", Json.of(text), "salt", Json.of(salt)))
        .canonicalBytes();
  }

  /// Reads one line.
  ///
  /// @throws IOException unless the bytes are such a line
  public static Payload parse(byte[] line) throws IOException {
    var members = JsonReader.readMembers(line);
    var read =
        new Payload(
            members.count("index").orElseThrow(() -> missing("index")),
            members.text("salt").orElseThrow(() -> missing("salt")),
            members.text("payload").orElseThrow(() -> missing("payload")));
    if (!Arrays.equals(read.line(), line)) {
      throw new IOException("a payload line that is not in its one canonical form");
    }
    return read;
  }

  /// True when the entry's commitment is to this text under this salt.
  public boolean fulfils(LedgerEntry entry) {
    try {
      var bytes = HexFormat.of().parseHex(salt);
      return bytes.length == Commitment.SALT_BYTES
          && HexFormat.of().formatHex(bytes).equals(salt) // one way to write it: no bit is free
          && Commitment.of(bytes, text).equals(entry.payloadCommitment());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static IOException missing(String member) {
    return new IOException("a payload line without a valid `" + member + "`");
  }
}
