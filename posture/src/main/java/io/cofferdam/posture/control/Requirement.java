package io.cofferdam.posture.control;

/// A clause that a control serves.
///
/// @param framework `gdpr`, `nis2`, `iso27001`, `nist-ai-rmf`, `eu-ai-act`, `pci-dss`
/// @param coverage how far the control meets the clause
/// @param reason one line on why it serves it
/// @param reviewed whether a named person has checked the mapping against the text
public record Requirement(
    String framework, String clause, Coverage coverage, String reason, boolean reviewed) {

  /// How far a control meets a clause.
  public enum Coverage {
    FULL("full"),
    PARTIAL("partial"),
    SUPPORTS("supports");

    private final String word;

    Coverage(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
