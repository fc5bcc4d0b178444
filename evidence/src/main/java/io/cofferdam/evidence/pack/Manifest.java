package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.json.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a pack consists of. The ledger holds its hash, so it lists everything but itself, the
/// ledger and what follows from the ledger (proofs, time stamp).
///
/// @param ledger the origin of the ledger
/// @param firstEntry the first ledger entry that this pack made; payloads of earlier ones belong to
///     other packs and are not in it
/// @param files in the pack, by path
/// @param inputs what was read to reach the answer, by the paths they had; not in the pack
public record Manifest(
    String tool,
    String version,
    Instant sealedAt,
    String ledger,
    long firstEntry,
    List<FileHash> files,
    List<FileHash> inputs) {
  public Manifest {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
  }

  public byte[] canonicalBytes() {
    return new Json.Members(
            Map.of(
                "files", list(files),
                "firstEntry", Json.of(firstEntry),
                "format", Json.of(PackLayout.FORMAT),
                "inputs", list(inputs),
                "ledger", Json.of(ledger),
                "sealedAt", Json.of(sealedAt.toString()),
                "tool", Json.of(tool),
                "version", Json.of(version)))
        .canonicalBytes();
  }

  private static Json list(List<FileHash> files) {
    return new Json.Array(files.stream().map(FileHash::json).toList());
  }

  /// Reads a manifest.
  ///
  /// @throws IOException unless the bytes are the canonical form of a manifest of this format
  public static Manifest parse(byte[] bytes) throws IOException {
    var members = JsonReader.readMembers(bytes);
    var format = members.text("format").orElse("none");
    if (!format.equals(PackLayout.FORMAT)) {
      throw new IOException("format `" + format + "`, expected `" + PackLayout.FORMAT + "`");
    }
    var read =
        new Manifest(
            text(members, "tool"),
            text(members, "version"),
            time(text(members, "sealedAt")),
            text(members, "ledger"),
            members.count("firstEntry").orElseThrow(() -> missing("firstEntry")),
            files(members, "files"),
            files(members, "inputs"));
    if (!Arrays.equals(read.canonicalBytes(), bytes)) {
      throw new IOException("not in its one canonical form");
    }
    return read;
  }

  private static String text(Json.Members members, String name) throws IOException {
    return members.text(name).orElseThrow(() -> missing(name));
  }

  private static Instant time(String text) throws IOException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw missing("sealedAt");
    }
  }

  private static List<FileHash> files(Json.Members members, String name) throws IOException {
    var read = new ArrayList<FileHash>();
    for (var item : members.items(name).orElseThrow(() -> missing(name))) {
      read.add(FileHash.parse(item));
    }
    return read;
  }

  private static IOException missing(String member) {
    return new IOException("no valid `" + member + "`");
  }
}
