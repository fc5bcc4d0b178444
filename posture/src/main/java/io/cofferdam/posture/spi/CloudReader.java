package io.cofferdam.posture.spi;

import com.fasterxml.jackson.databind.node.MissingNode;

/// Makes one read-only call. Thread-safe; never throws for what a cloud answers: a refusal, a
/// throttle that does not end and a broken connection are answers.
public interface CloudReader {
  CallAnswer call(CallRequest request);

  /// Asks whether a region is enabled for an account and can be reached, by a call that needs no
  /// permission.
  ///
  /// @return conclusive where it is; else how it is known that it is not
  default CallAnswer reach(String account, String region) {
    return CallAnswer.answered(MissingNode.getInstance(), "", 0);
  }
}
