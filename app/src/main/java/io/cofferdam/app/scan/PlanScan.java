package io.cofferdam.app.scan;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.iac.Mappings;
import io.cofferdam.posture.iac.PlanSource;
import io.cofferdam.posture.iac.PlannedScan;
import io.cofferdam.posture.iac.cloudformation.Template;
import io.cofferdam.posture.iac.terraform.TerraformPlan;
import io.cofferdam.posture.plan.CollectPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A scan of what a plan or a template would make. Opens no connection.
///
/// @param account the account it is applied to, where the caller names it
/// @param region likewise
/// @param map what the company says of its stores and demands of its clouds
public record PlanScan(Optional<String> account, Optional<String> region, DataMap map) {
  public PlanScan {
    account.ifPresent(
        each -> {
          if (!each.matches("\\d{12}")) {
            throw wrong("--account", each, "12 digits", "as in --account 111122223333");
          }
        });
    region.ifPresent(
        each -> {
          if (!each.matches("[a-z]{2,8}(-[a-z]+){1,3}-\\d{1,2}")) {
            throw wrong("--region", each, "the name of a region", "as in --region eu-central-1");
          }
        });
  }

  private static CofferdamException wrong(
      String option, String value, String expected, String hint) {
    return new CofferdamException(
        "CFD-APP-0084",
        ErrorCategory.INVALID_INPUT,
        "`" + option + "` is `" + value + "` [" + expected + "]",
        hint);
  }

  /// Judges what `terraform show -json` printed of a plan.
  public ScanResult terraform(Path file, Clock clock) {
    return judged(TerraformPlan.read(file), Mappings.shipped("terraform"), clock);
  }

  /// Judges a CloudFormation template.
  public ScanResult cloudFormation(Path file, Optional<Path> parameters, Clock clock) {
    var mappings = Mappings.shipped("cloudformation");
    return judged(Template.read(file, parameters, mappings), mappings, clock);
  }

  private ScanResult judged(PlanSource source, Mappings mappings, Clock clock) {
    var controls = ControlCatalogue.shipped("aws").controls();
    var at = clock.instant();
    var result =
        new PlannedScan(mappings, CollectPlan.shipped("aws"), controls)
            .judge(source, account, region, map, at);
    var places =
        List.of(
            new Place(
                result.account().orElse("unknown"),
                result.region().orElse(""),
                result.region().map(List::of).orElse(List.of())));
    return new ScanResult(
        result.findings(),
        controls,
        places,
        List.of(),
        at,
        result.judged(),
        List.of(),
        Map.of(),
        result.notes());
  }
}
