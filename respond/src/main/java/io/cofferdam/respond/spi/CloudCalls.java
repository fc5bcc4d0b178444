package io.cofferdam.respond.spi;

/// Makes single calls to one cloud account. Never throws for what a cloud answers.
public interface CloudCalls {
  /// Makes a call that only reads.
  CallResult look(ActCall call);

  /// Makes a call that changes something. It is made once; whether it may be made again is the
  /// asker's to decide.
  ///
  /// @param permit covers the call, else nothing is sent
  CallResult change(ActCall call, Permit permit);
}
