package io.cofferdam.logs.cloudtrail.digest;

import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks how digests hang together: each names its predecessor with hash and signature, so a
/// digest is vouched for by the next one. The signature of the last digest of a chain is only in
/// the metadata of its S3 object, which no file holds, so it stays unchecked.
///
/// Signed is, joined by line feeds: the end time, `bucket/key`, the hash of the digest file, and
/// the
/// signature of the one before (`null` for the first), with SHA256withRSA:
///
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
public final class DigestChain {
  private DigestChain() {}

  /// What the check came to.
  ///
  /// @param digests the digests given, in time order per chain, their signatures checked as far as
  ///     possible
  /// @param breaks places where the chain does not hold
  /// @param missing `bucket/key` of digests that others name and that are not here
  public record Result(List<TrailDigest> digests, List<Break> breaks, List<String> missing) {
    public Result {
      digests = List.copyOf(digests);
      breaks = List.copyOf(breaks);
      missing = List.copyOf(missing);
    }
  }

  /// A place where the chain does not hold.
  ///
  /// @param location of the digest that is in doubt
  public record Break(String location, String why) {}

  /// Checks a set of digests in any order, of any number of trails, accounts and regions.
  public static Result check(List<TrailDigest> given, DigestKeys keys) {
    List<Break> breaks = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Map<String, TrailDigest> byLocation = new HashMap<>();
    for (var digest : given) {
      var other = byLocation.putIfAbsent(digest.location(), digest);
      if (other != null && !other.selfHash().equals(digest.selfHash())) {
        breaks.add(new Break(digest.location(), "two different digests claim this place"));
      }
    }
    Map<String, TrailDigest> next = new HashMap<>();
    for (var digest : byLocation.values()) {
      var before = digest.previousLocation();
      if (before.isEmpty()) {
        continue;
      }
      var previous = byLocation.get(before);
      if (previous == null) {
        missing.add(before);
      } else {
        if (!previous.selfHash().equals(digest.previousHash())) {
          breaks.add(new Break(before, "its hash is not the one that the next digest names"));
        }
        if (!previous.end().equals(digest.time())) {
          breaks.add(new Break(digest.location(), "it does not begin where the one before ends"));
        }
        if (next.putIfAbsent(before, digest) != null) {
          breaks.add(new Break(before, "two digests name it as the one before"));
        }
      }
    }
    var digests =
        byLocation.values().stream()
            .map(digest -> digest.signed(signature(digest, next.get(digest.location()), keys)))
            .sorted(
                java.util.Comparator.comparing(TrailDigest::account)
                    .thenComparing(TrailDigest::region)
                    .thenComparing(TrailDigest::time)
                    .thenComparing(TrailDigest::location))
            .toList();
    for (var digest : digests) {
      if (digest.signature() == SignatureCheck.INVALID) {
        breaks.add(new Break(digest.location(), "its signature does not match"));
      }
    }
    missing.sort(null);
    return new Result(digests, breaks, missing.stream().distinct().toList());
  }

  private static SignatureCheck signature(
      TrailDigest digest, @Nullable TrailDigest next, DigestKeys keys) {
    if (next == null || next.previousSignature().isEmpty()) {
      return SignatureCheck.UNCHECKED;
    }
    byte[] signature;
    try {
      signature = HexFormat.of().parseHex(next.previousSignature());
    } catch (IllegalArgumentException e) {
      return SignatureCheck.INVALID;
    }
    var named = false;
    for (var candidate : keys.candidates(digest.keyFingerprint())) {
      if (verifies(candidate, signed(digest), signature)) {
        return SignatureCheck.VALID;
      }
      named |= !candidate.fingerprint().isEmpty();
    }
    return named ? SignatureCheck.INVALID : SignatureCheck.UNCHECKED;
  }

  /// The bytes that CloudTrail signs for a digest.
  static byte[] signed(TrailDigest digest) {
    var before = digest.previousSignature();
    return (digest.end()
            + "\n"
            + digest.location()
            + "\n"
            + digest.selfHash()
            + "\n"
            + (before.isEmpty() ? "null" : before))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean verifies(DigestKeys.Key key, byte[] text, byte[] signature) {
    try {
      var check = Signature.getInstance("SHA256withRSA");
      check.initVerify(key.key());
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature of a wrong length is no signature
    }
  }
}
