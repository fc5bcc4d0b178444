package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.json.JsonReader;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What stands in the tree: everything of a [Fact] but its payload, which a commitment stands for.
public record LedgerEntry(
    String type, Instant time, String actor, List<String> subjects, String payloadCommitment) {
  /// The entry bundle's length prefix has 16 bits.
  public static final int LARGEST_BYTES = 0xFFFF;

  public LedgerEntry {
    subjects = List.copyOf(subjects);
  }

  static LedgerEntry of(Fact fact, byte[] salt) {
    return new LedgerEntry(
        fact.type(),
        fact.time(),
        fact.actor(),
        fact.subjects(),
        Commitment.of(salt, fact.payload()));
  }

  /// The bytes that are hashed.
  public byte[] canonicalBytes() {
    var bytes =
        new Json.Members(
                Map.of(
                    "actor", Json.of(actor),
                    "payloadCommitment", Json.of(payloadCommitment),
                    "subjects", Json.texts(subjects),
                    "time", Json.of(time.toString()),
                    "type", Json.of(type)))
            .canonicalBytes();
    if (bytes.length > LARGEST_BYTES) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0002",
          ErrorCategory.LIMIT_REACHED,
          "a ledger entry of type `" + type + "` has `" + bytes.length + "` bytes [at most 65535]",
          "name fewer subjects, or put them into the payload");
    }
    return bytes;
  }

  /// Reads an entry.
  ///
  /// @throws IOException unless the bytes are the canonical form of an entry; the message says why
  public static LedgerEntry parse(byte[] bytes) throws IOException {
    var members = JsonReader.readMembers(bytes);
    if (members.members().size() != 5) {
      throw new IOException("an entry has actor, payloadCommitment, subjects, time and type");
    }
    var subjects = new ArrayList<String>();
    for (var item : members.items("subjects").orElseThrow(() -> missing("subjects"))) {
      if (!(item instanceof Json.Text(var subject))) {
        throw missing("subjects");
      }
      subjects.add(subject);
    }
    var entry =
        new LedgerEntry(
            members.text("type").orElseThrow(() -> missing("type")),
            time(members.text("time").orElseThrow(() -> missing("time"))),
            members.text("actor").orElseThrow(() -> missing("actor")),
            subjects,
            members.text("payloadCommitment").orElseThrow(() -> missing("payloadCommitment")));
    if (!Commitment.wellFormed(entry.payloadCommitment())) {
      throw missing("payloadCommitment");
    }
    if (!Arrays.equals(canonicalOrNothing(entry), bytes)) {
      throw new IOException("an entry that is not in its one canonical form");
    }
    return entry;
  }

  private static byte[] canonicalOrNothing(LedgerEntry entry) {
    try {
      return entry.canonicalBytes();
    } catch (CofferdamException e) {
      return new byte[0];
    }
  }

  private static Instant time(String text) throws IOException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IOException("an entry whose time is not an instant", e);
    }
  }

  private static IOException missing(String member) {
    return new IOException("an entry without a valid `" + member + "`");
  }
}
