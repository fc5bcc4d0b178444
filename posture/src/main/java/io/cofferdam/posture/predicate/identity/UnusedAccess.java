package io.cofferdam.posture.predicate.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Of a role that reads sensitive data: it was used within 90 days, and holds no right that it did
/// not use. When a role was used IAM tells with the role (`RoleLastUsed`, of the last 400 days);
/// which services it used only an unused access analyzer tells without being asked to make a report
/// (`iam:GenerateServiceLastAccessedDetails`), which a scan does not do.
final class UnusedAccess implements Predicate {
  private static final Duration MOST = Duration.ofDays(90);
  private static final String ANALYZER = "access-analyzer";

  @Override
  public Outcome evaluate(Resource role, Scene scene) {
    var buckets = SensitiveBuckets.of(scene);
    if (buckets.none()) {
      return new Outcome.NotApplicable(SensitiveBuckets.unclassed());
    }
    var estate = ScanEstate.of(scene);
    var read = SensitiveReads.of(scene).by(role.id()).stream().map(Resource::name).toList();
    if (read.isEmpty()) {
      List<String> missing = new ArrayList<>(estate.missing(role.account()));
      missing.addAll(buckets.undecided());
      return missing.isEmpty()
          ? new Outcome.NotApplicable("it reads no bucket with sensitive data")
          : new Outcome.Undetermined(missing);
    }
    return used(role, String.join(", ", read), scene);
  }

  private static Outcome used(Resource role, String read, Scene scene) {
    var last = instant(role.fact("RoleLastUsed.LastUsedDate"));
    var since = last.or(() -> instant(role.fact("CreateDate")));
    if (since.isPresent() && since.get().plus(MOST).isBefore(scene.takenAt())) {
      return new Outcome.Violated(
          "it reads " + read + " and was not used for more than 90 days",
          List.of(
              last.map(each -> "last used " + each)
                  .orElse("made " + since.get() + ", never used since")));
    }
    List<String> missing = new ArrayList<>();
    var asked = false;
    for (var analyzer : scene.inventory().ofType(ANALYZER)) {
      if (!analyzer.fact("configuration.unusedAccess").isObject()
          || !analyzer.fact("status").asText().equals("ACTIVE")) {
        continue;
      }
      var gaps = analyzer.gapsOf(List.of("findings"));
      gaps.stream().map(Gap::words).forEach(missing::add);
      asked |= gaps.isEmpty();
      for (JsonNode finding : analyzer.fact("findings.findings")) {
        if (finding.path("resource").asText().equals(role.id())
            && finding.path("status").asText().equals("ACTIVE")
            && finding.path("findingType").asText().startsWith("Unused")) {
          return new Outcome.Violated(
              "it reads " + read + " and holds rights that it does not use",
              List.of(
                  finding.path("findingType").asText()
                      + ", finding "
                      + finding.path("id").asText()));
        }
      }
    }
    if (asked && missing.isEmpty()) {
      return new Outcome.Met(
          List.of(last.map(each -> "last used " + each).orElse("made within 90 days")));
    }
    missing.add(
        "access-analyzer:ListFindingsV2: no unused access analyzer is active, which alone tells the"
            + " services it used without iam:GenerateServiceLastAccessedDetails");
    return new Outcome.Undetermined(missing);
  }

  private static Optional<Instant> instant(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
    } catch (DateTimeParseException bad) {
      return Optional.empty();
    }
  }
}
