package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.merkle.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;

/// A file by its path, length and SHA-256 (64 hexadecimal digits, lower case).
public record FileHash(String path, long bytes, String sha256) {
  /// Hashes a stream to its end.
  ///
  /// @param most bytes at most
  /// @throws IOException when it does not read, or is longer
  public static FileHash of(String path, InputStream in, long most) throws IOException {
    var digest = Hash.digest();
    var buffer = new byte[1 << 16];
    var bytes = 0L;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > most) {
        throw new IOException("longer than " + most + " bytes");
      }
      digest.update(buffer, 0, read);
    }
    return new FileHash(path, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  static FileHash of(String path, byte[] content) {
    return new FileHash(path, content.length, Hash.sha256(content).hex());
  }

  Json json() {
    return new Json.Members(
        Map.of("bytes", Json.of(bytes), "path", Json.of(path), "sha256", Json.of(sha256)));
  }

  /// The canonical JSON of the three, which is what the ledger's payloads say of a file.
  public String text() {
    return json().canonical();
  }

  static FileHash parse(Json value) throws IOException {
    if (value instanceof Json.Members members && members.members().size() == 3) {
      var path = members.text("path");
      var bytes = members.count("bytes");
      var sha256 = members.text("sha256");
      if (path.isPresent() && bytes.isPresent() && sha256.isPresent()) {
        return new FileHash(path.get(), bytes.get(), sha256.get());
      }
    }
    throw new IOException("a file without path, bytes and sha256");
  }
}
