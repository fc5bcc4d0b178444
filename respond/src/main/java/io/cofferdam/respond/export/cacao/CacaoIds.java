package io.cofferdam.respond.export.cacao;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamBug;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as CACAO wants them (section 10.10), the same each time.
///
/// A playbook's is a UUID of version 5 over its name and types in the namespace that CACAO gives
/// for that. Those of steps must be of version 4: they have its form, and the bits of a hash for
/// the random ones, so that two exports of one playbook are equal.
final class CacaoIds {
  private static final UUID NAMESPACE = UUID.fromString("aa7caf3a-d55a-4e9a-b34e-056215fba56a");
  private static final Pattern UUID_ID =
      Pattern.compile(
          "[a-z][a-z0-9-]*--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}"
              + "-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

  private CacaoIds() {}

  /// Whether an id has a UUID already.
  static boolean proper(String id) {
    return UUID_ID.matcher(id).matches();
  }

  /// Of a playbook.
  ///
  /// @param contributing its name and types as canonical JSON
  static String playbook(String id, String contributing) {
    return proper(id) ? id : "playbook--" + version5(contributing);
  }

  private static UUID version5(String name) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      var bytes = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
      return uuid(ByteBuffer.wrap(bytes), 5);
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-1", impossible);
    }
  }

  /// Of a step or an agent.
  ///
  /// @param within the id of the playbook that it is of
  static String part(String within, String id) {
    if (proper(id)) {
      return id;
    }
    var hash = Hash.sha256((within + "\n" + id).getBytes(StandardCharsets.UTF_8)).bytes();
    return id.substring(0, id.indexOf("--")) + "--" + uuid(ByteBuffer.wrap(hash), 4);
  }

  private static UUID uuid(ByteBuffer bytes, long version) {
    var most = (bytes.getLong() & ~0xF000L) | (version << 12);
    var least = (bytes.getLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(most, least);
  }
}
