package io.cofferdam.app.scan.export;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Requirement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/// What the forms share in telling a finding.
final class Told {
  /// Of all ids that are made here.
  private static final UUID NAMESPACE = UUID.fromString("6f1f6a0e-6a53-5d0c-9b1e-0c0ffe2da300");

  private Told() {}

  /// Why the outcome is what it is, in a sentence.
  static String why(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Met _ -> finding.control().title();
      case Outcome.Violated(var why, _) -> why;
      case Outcome.NotApplicable(var why) -> why;
      case Outcome.Undetermined(var missing) -> "could not be told: " + String.join("; ", missing);
    };
  }

  /// What shows or proves it, or what is missing.
  static List<String> details(Finding finding) {
    return switch (finding.outcome()) {
      case Outcome.Met(var proof) -> proof;
      case Outcome.Violated(_, var witness) -> witness;
      case Outcome.NotApplicable _ -> List.of();
      case Outcome.Undetermined(var missing) -> missing;
    };
  }

  /// `gdpr Art. 32(1)(b)`.
  static String clause(Requirement requirement) {
    return requirement.framework() + " " + requirement.clause();
  }

  static List<String> clauses(Finding finding) {
    return finding.control().requirements().stream().map(Told::clause).distinct().toList();
  }

  /// The change that would mend a violation, or empty.
  static String mend(Finding finding) {
    return finding.outcome() instanceof Outcome.Violated ? finding.change().cli() : "";
  }

  /// An id in the form of a UUID, always the same for the same text: version 5 of RFC 9562.
  static String uuid(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      var hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(
              (hash.getLong() & ~0xF000L) | 0x5000L,
              (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62))
          .toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-1", impossible);
    }
  }

  /// The partition of an ARN: `aws`.
  static String partition(String arn) {
    var parts = arn.split(":", 3);
    return parts.length == 3 && parts[0].equals("arn") ? parts[1] : "aws";
  }
}
