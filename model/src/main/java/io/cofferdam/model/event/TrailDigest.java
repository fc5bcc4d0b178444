package io.cofferdam.model.event;

import java.time.Instant;
import java.util.List;

/// One CloudTrail digest file: it names every log file delivered in a span of time with its hash,
/// and its own predecessor with its hash.
///
/// @param time start of the span, `end` its end
/// @param location where the digest itself was delivered (`bucket/key`)
/// @param selfHash SHA-256 of the digest file's uncompressed bytes as read, hex
/// @param previousLocation `bucket/key` of the previous digest, or empty for the first
/// @param signature whether its signature was checked, and how that went
/// @param previousSignature the signature of the previous digest, hex, or empty for the first
/// @param keyFingerprint names the public key that signed this digest, or empty
public record TrailDigest(
    EventRef ref,
    Instant time,
    Instant end,
    String account,
    String region,
    String location,
    String selfHash,
    String previousLocation,
    String previousHash,
    SignatureCheck signature,
    List<DigestedFile> files,
    String previousSignature,
    String keyFingerprint)
    implements Event {
  public TrailDigest {
    files = List.copyOf(files);
  }

  /// A digest of which neither the predecessor's signature nor the key is known.
  public TrailDigest(
      EventRef ref,
      Instant time,
      Instant end,
      String account,
      String region,
      String location,
      String selfHash,
      String previousLocation,
      String previousHash,
      SignatureCheck signature,
      List<DigestedFile> files) {
    this(
        ref,
        time,
        end,
        account,
        region,
        location,
        selfHash,
        previousLocation,
        previousHash,
        signature,
        files,
        "",
        "");
  }

  /// The same digest with its signature checked.
  public TrailDigest signed(SignatureCheck check) {
    return new TrailDigest(
        ref,
        time,
        end,
        account,
        region,
        location,
        selfHash,
        previousLocation,
        previousHash,
        check,
        files,
        previousSignature,
        keyFingerprint);
  }

  /// A log file that the digest vouches for; `hash` is the SHA-256 of its uncompressed content,
  /// hex.
  public record DigestedFile(
      String location, String hash, Instant oldest, Instant newest, long bytes) {}

  /// What became of the digest's signature.
  public enum SignatureCheck {
    VALID,
    INVALID,
    /// No key was given, or the key that signed it is not among those given.
    UNCHECKED
  }
}
