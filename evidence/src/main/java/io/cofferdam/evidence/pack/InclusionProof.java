package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.json.JsonReader;
import io.cofferdam.evidence.merkle.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One entry with its path to the root: enough to show that entry alone to somebody, with the
/// checkpoint and the public key, and keep all others to oneself.
///
/// @param entry the entry's canonical JSON text
public record InclusionProof(String entry, long index, long size, List<Hash> path) {
  private static final int LONGEST_PATH = 64;

  public InclusionProof {
    path = List.copyOf(path);
  }

  public byte[] canonicalBytes() {
    return new Json.Members(
            Map.of(
                "entry", Json.of(entry),
                "index", Json.of(index),
                "path", Json.texts(path.stream().map(Hash::hex).toList()),
                "size", Json.of(size)))
        .canonicalBytes();
  }

  /// Reads a proof.
  ///
  /// @throws IOException unless the bytes are the canonical form of a proof
  public static InclusionProof parse(byte[] bytes) throws IOException {
    var members = JsonReader.readMembers(bytes);
    var path = new ArrayList<Hash>();
    for (var item : members.items("path").orElse(List.of())) {
      if (!(item instanceof Json.Text(var hex)) || path.size() == LONGEST_PATH) {
        throw new IOException("a path that is not a list of hashes");
      }
      path.add(hash(hex));
    }
    var read =
        new InclusionProof(
            members.text("entry").orElse(""),
            members.count("index").orElse(-1L),
            members.count("size").orElse(-1L),
            path);
    if (read.index() < 0 || !Arrays.equals(read.canonicalBytes(), bytes)) {
      throw new IOException("not a proof in its one canonical form");
    }
    return read;
  }

  private static Hash hash(String hex) throws IOException {
    try {
      return Hash.fromHex(hex);
    } catch (IllegalArgumentException e) {
      throw new IOException("a path that is not a list of hashes", e);
    }
  }
}
