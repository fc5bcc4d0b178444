package io.cofferdam.logs.cloudtrail.digest;

import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The public keys with which CloudTrail signs digests, from a folder: answers of
/// `aws cloudtrail list-public-keys` (JSON), or one key per file as DER or PEM, in the form that
/// CloudTrail gives (PKCS #1, RFC 8017 appendix A.1.1) or as SubjectPublicKeyInfo. A key file whose
/// name holds the 32 hex digits of a fingerprint is the key of that fingerprint.
///
/// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PublicKey.html
public final class DigestKeys {
  private static final Pattern FINGERPRINT =
      Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END");
  private static final byte[] RSA_ALGORITHM = {
    0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };
  private static final long MAX_FILE = 1 << 20;

  /// A key.
  ///
  /// @param fingerprint as digests name it, or empty where it is not known
  record Key(String fingerprint, PublicKey key) {}

  private final List<Key> keys;

  private DigestKeys(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /// No keys: every signature stays unchecked.
  public static DigestKeys none() {
    return new DigestKeys(List.of());
  }

  /// Reads all keys of a folder; a file that holds none is an error that names it.
  public static DigestKeys load(Path folder) {
    List<Key> keys = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var found = Files.size(file) > MAX_FILE ? List.<Key>of() : read(file);
        if (found.isEmpty()) {
          throw new CofferdamException(
              "CFD-LOGS-0003",
              ErrorCategory.INVALID_INPUT,
              "no public key in `"
                  + file.getFileName()
                  + "` [answer of list-public-keys, or an RSA key as DER or PEM]",
              "leave only key files in the folder of --digest-keys");
        }
        keys.addAll(found);
      }
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-LOGS-0002",
          ErrorCategory.INVALID_INPUT,
          "the folder of digest keys `" + folder + "` cannot be read [a folder of key files]",
          "save the answer of `aws cloudtrail list-public-keys` there",
          e);
    }
    return new DigestKeys(keys);
  }

  public int size() {
    return keys.size();
  }

  /// The keys to try for a fingerprint: its own where it is known, else those without a name.
  List<Key> candidates(String fingerprint) {
    var named =
        keys.stream()
            .filter(key -> !fingerprint.isEmpty() && key.fingerprint.equals(fingerprint))
            .toList();
    return named.isEmpty()
        ? keys.stream().filter(key -> key.fingerprint.isEmpty() || fingerprint.isEmpty()).toList()
        : named;
  }

  private static List<Key> read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    if (text.startsWith("{")) {
      return listed(bytes);
    }
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    var found = FINGERPRINT.matcher(name);
    var fingerprint = found.find() ? found.group() : "";
    var pem = PEM.matcher(text);
    var key = key(pem.find() ? decoded(pem.group(2)) : bytes);
    return key == null ? List.of() : List.of(new Key(fingerprint, key));
  }

  private static List<Key> listed(byte[] json) {
    List<Key> keys = new ArrayList<>();
    var answer = JsonObject.parse(json);
    if (answer != null) {
      answer.objects(
          "PublicKeyList",
          entry -> {
            var key = key(decoded(entry.text("Value")));
            if (key != null) {
              keys.add(new Key(entry.text("Fingerprint").toLowerCase(Locale.ROOT), key));
            }
          });
    }
    return keys;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static @Nullable PublicKey key(byte[] der) {
    var plain = x509(der);
    return plain != null ? plain : x509(wrapped(der));
  }

  private static @Nullable PublicKey x509(byte[] der) {
    try {
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  /// A PKCS #1 key as SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
  private static byte[] wrapped(byte[] pkcs1) {
    var bits = new ByteArrayOutputStream();
    bits.write(0);
    bits.writeBytes(pkcs1);
    var body = new ByteArrayOutputStream();
    body.writeBytes(RSA_ALGORITHM);
    tagged(3, bits.toByteArray(), body);
    var whole = new ByteArrayOutputStream();
    tagged(0x30, body.toByteArray(), whole);
    return whole.toByteArray();
  }

  private static void tagged(int tag, byte[] content, ByteArrayOutputStream out) {
    out.write(tag);
    var length = content.length;
    if (length >= 128) { // DER wants the shortest form (X.690 section 10.1)
      var bytes = length < 1 << 8 ? 1 : length < 1 << 16 ? 2 : 3;
      out.write(0x80 | bytes);
      for (var i = bytes - 1; i > 0; i--) {
        out.write(length >> (8 * i));
      }
    }
    out.write(length);
    out.writeBytes(content);
  }
}
