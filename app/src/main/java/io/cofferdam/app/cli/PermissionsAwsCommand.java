package io.cofferdam.app.cli;

import io.cofferdam.app.custody.EvidencePolicy;
import io.cofferdam.app.fetch.LogsPolicy;
import io.cofferdam.app.scan.OrganisationPolicy;
import io.cofferdam.app.scan.PermissionPolicy;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `permissions aws`.
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the IAM policy for one task, made from the calls that it makes. Roles:",
      "  configuration  for `scan aws`; reads no object, secret or log",
      "  logs           for `fetch aws`; reads the logs, in the buckets named",
      "  evidence       for `case custody store`; puts and reads back, deletes nothing",
      "  organisation   for `scan aws --organisation-role`; beside configuration"
    })
final class PermissionsAwsCommand implements Callable<Integer> {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "configuration",
      description = "Default: configuration.")
  private String role;

  @Option(
      names = "--log-bucket",
      paramLabel = "BUCKET",
      description = "For logs: a bucket with logs; several times for several. Default: any.")
  private List<String> buckets = new ArrayList<>();

  @Option(
      names = "--evidence-bucket",
      paramLabel = "BUCKET",
      description = "For evidence: a bucket; several times for several. Default: any.")
  private List<String> evidence = new ArrayList<>();

  @Option(
      names = "--organisation-role",
      paramLabel = "NAME",
      defaultValue = "cofferdam-scan",
      description = "For organisation: the role to assume. Default: cofferdam-scan.")
  private String assumed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(
            switch (role) {
              case "configuration" -> PermissionPolicy.aws();
              case "logs" -> LogsPolicy.aws(buckets);
              case "evidence" -> EvidencePolicy.aws(evidence);
              case "organisation" -> OrganisationPolicy.aws(assumed);
              default ->
                  throw new CofferdamException(
                      "CFD-APP-0114",
                      ErrorCategory.INVALID_INPUT,
                      "`--role` is `" + role + "` [configuration, logs, evidence or organisation]",
                      "leave it out for what `scan aws` needs");
            });
    return 0;
  }
}
