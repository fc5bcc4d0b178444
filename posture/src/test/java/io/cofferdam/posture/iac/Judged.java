package io.cofferdam.posture.iac;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.iac.cloudformation.Template;
import io.cofferdam.posture.iac.terraform.TerraformPlan;
import io.cofferdam.posture.plan.CollectPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Plans and templates judged by the shipped controls.
record Judged(PlannedScan.Result result) {
  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

  static Judged terraform(Path file, Optional<String> account) {
    return of(TerraformPlan.read(file), Mappings.shipped("terraform"), account);
  }

  static Judged template(Path file, Optional<String> account) {
    var mappings = Mappings.shipped("cloudformation");
    return of(Template.read(file, Optional.empty(), mappings), mappings, account);
  }

  private static Judged of(PlanSource source, Mappings mappings, Optional<String> account) {
    return new Judged(
        new PlannedScan(
                mappings, CollectPlan.shipped("aws"), ControlCatalogue.shipped("aws").controls())
            .judge(source, account, Optional.of("eu-central-1"), DataMap.empty(), AT));
  }

  static Path sample(String name, Path into) throws IOException {
    var file = into.resolve(name);
    try (var in = Judged.class.getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  Finding finding(String control, String address) {
    return result.findings().stream()
        .filter(f -> f.control().id().equals(control) && f.resource().id().equals(address))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + control + " on " + address));
  }

  String outcome(String control, String address) {
    return finding(control, address).outcome().word();
  }
}
