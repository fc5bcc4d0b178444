package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Worded;

/// The phases of handling an incident, after NIST SP 800-61 Rev. 2 section 3; containment,
/// eradication and recovery apart, as different people answer for them.
public enum Phase implements Worded {
  PREPARATION,
  DETECTION_AND_ANALYSIS,
  CONTAINMENT,
  ERADICATION,
  RECOVERY,
  POST_INCIDENT;

  /// `Detection and analysis`
  public String title() {
    var word = word().replace('-', ' ');
    return this == POST_INCIDENT
        ? "Post-incident activity"
        : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
