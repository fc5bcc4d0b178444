package io.cofferdam.drill.truth;

import io.cofferdam.drill.truth.Truth.DutyTruth;
import io.cofferdam.drill.truth.Truth.SubjectTruth;
import io.cofferdam.drill.world.World;
import java.util.ArrayList;
import java.util.List;

/// The duties that follow from the true facts, by the letter of the three regimes:
///
/// - GDPR Art. 33: personal data of which confidentiality was lost are a breach (Art. 4(12)); the
///   authority is told unless a risk is unlikely, which nobody can say of strangers' reading.
/// - GDPR Art. 34: the people are told where the risk is high; whether it is, a person weighs, so
///   the machine-known facts leave it undetermined.
/// - NIS2 Art. 23: concerns a marketplace of some size where the incident is significant; the
///   thresholds are weighed, so it is undetermined where something was taken.
/// - UK GDPR Art. 33: as Art. 33, where people in the United Kingdom are concerned.
final class Duties {
  private Duties() {}

  static List<DutyTruth> of(
      World world, boolean people, boolean taken, List<SubjectTruth> subjects) {
    var duties = new ArrayList<DutyTruth>();
    boolean uk = subjects.stream().anyMatch(s -> s.country().equals("GB") && s.people() > 0);
    duties.add(
        people
            ? new DutyTruth("eu-gdpr-33-1", "required", "personal data were taken by strangers")
            : new DutyTruth("eu-gdpr-33-1", "not-required", "no personal data were taken"));
    duties.add(
        people
            ? new DutyTruth("eu-gdpr-34-1", "undetermined", "whether the risk is high is weighed")
            : new DutyTruth("eu-gdpr-34-1", "not-required", "no personal data were taken"));
    duties.add(
        taken && world.company().marketplace()
            ? new DutyTruth("eu-nis2-23-4", "undetermined", "whether it is significant is weighed")
            : new DutyTruth(
                "eu-nis2-23-4",
                "not-required",
                taken ? "the company is in no sector of the directive" : "nothing was taken"));
    duties.add(
        uk
            ? new DutyTruth("uk-gdpr-33-1", "undetermined", "people in the United Kingdom")
            : new DutyTruth("uk-gdpr-33-1", "not-required", "nobody in the United Kingdom"));
    return duties;
  }
}
