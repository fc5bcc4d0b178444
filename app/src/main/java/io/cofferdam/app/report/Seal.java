package io.cofferdam.app.report;

import io.cofferdam.app.report.page.PageView.CheckView;
import java.util.List;

/// What the page says on how it is sealed. The page is written before the pack is closed, because
/// it is in the pack; so it names the key and the anchors asked for, not the final checkpoint.
///
/// @param keyName name of the public key; `keyFile` where it was written, outside the pack
/// @param anchors one sentence per anchor, or none
public record Seal(String keyName, String keyFile, List<String> anchors) {
  public Seal {
    anchors = List.copyOf(anchors);
  }

  /// The section "How to check this report".
  public CheckView view() {
    return new CheckView(
        "./cofferdam verify pack --key " + keyFile,
        "pack/HOW-TO-VERIFY.md says how to check it with common tools, or with a verifier of your"
            + " own; pack/checkpoint is what to keep elsewhere.",
        keyName + ", public key in " + keyFile,
        anchors,
        anchors.isEmpty()
            ? "Nothing outside this machine vouches for this pack yet: whoever holds the signing key"
                + " could make another one. Keep pack/checkpoint elsewhere now (mail it, print it), or"
                + " run with --tsa URL."
            : "");
  }
}
