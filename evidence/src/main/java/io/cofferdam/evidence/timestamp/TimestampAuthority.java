package io.cofferdam.evidence.timestamp;

/// A party outside our control that attests when it saw something (RFC 3161).
public interface TimestampAuthority {
  /// Has the SHA-256 of the message stamped.
  ///
  /// @return the whole TimeStampResp as DER, already checked against what was asked
  /// @throws io.cofferdam.model.CofferdamException when there is no good answer
  byte[] stamp(byte[] message);

  /// How the authority is named to people.
  String name();
}
