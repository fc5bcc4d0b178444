package io.cofferdam.app.contain;

import io.cofferdam.aws.AwsAccounts;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.AwsReader;
import io.cofferdam.aws.SessionCalls;
import io.cofferdam.aws.SessionPolicy;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.spi.CloudCalls;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The AWS account of the credentials, open for one command.
final class AwsAccount implements Account {
  private final ActingCloud cloud;
  private final AwsClients clients;
  private final AwsAccounts accounts;
  private final AwsAccounts.Identity identity;

  private AwsAccount(ActingCloud cloud, AwsClients clients) {
    this.cloud = cloud;
    this.clients = clients;
    clients.useProfile(AwsAccounts.UNKNOWN, cloud.profile());
    this.accounts = new AwsAccounts(new AwsReader(clients));
    this.identity = accounts.identity();
    clients.useProfile(identity.account(), cloud.profile());
  }

  /// Opens the account.
  ///
  /// @throws CofferdamException CFD-AWS-0001 where AWS cannot be asked with these credentials
  static AwsAccount open(ActingCloud cloud) {
    var clients = new AwsClients(cloud.endpoint(), cloud.patience());
    try {
      return new AwsAccount(cloud, clients);
    } catch (CofferdamException unknown) {
      clients.close();
      throw unknown;
    }
  }

  @Override
  public String id() {
    return identity.account();
  }

  /// Whose credentials they are, as STS tells it.
  @Override
  public String arn() {
    return identity.arn();
  }

  /// ARN of the user or role that would act: the role that is to be assumed, else that of the
  /// credentials. Empty where it is a role whose path is not told.
  @Override
  public Optional<String> principal() {
    return cloud
        .roleArn()
        .or(
            () ->
                identity
                    .role()
                    .map(role -> accounts.roleArn(id(), role))
                    .orElse(Optional.of(identity.arn()).filter(arn -> !arn.isEmpty())));
  }

  @Override
  public CloudCalls calls() {
    return new AwsActuator(clients, id());
  }

  /// Makes the calls of an approved plan: where a role was named, in sessions of it that may do no
  /// more than the plan.
  ///
  /// @param name of the sessions, so that they are found in the trail
  /// @throws CofferdamException CFD-APP-0163 where the role is not assumed
  @Override
  public CloudCalls calls(ActPlan plan, String name) {
    if (cloud.roleArn().isEmpty()) {
      return calls();
    }
    var role = cloud.roleArn().get();
    var sessions = new LinkedHashMap<SessionPolicy, AwsActuator>();
    for (var policy : SessionPolicy.of(plan.permissions(), plan.together())) {
      var as = "session " + (sessions.size() + 1);
      var answer = clients.useSession(id(), as, role, name, policy);
      if (answer.outcome() != CallOutcome.ANSWERED) {
        throw new CofferdamException(
            "CFD-APP-0163",
            ErrorCategory.NOT_PERMITTED,
            "the role `"
                + role
                + "` was not assumed: "
                + Plain.line(answer.errorCode() + " " + answer.message()),
            "its trust policy must name who runs this command, which needs sts:AssumeRole on it;"
                + " nothing was done");
      }
      sessions.put(policy, new AwsActuator(clients, as));
    }
    return new SessionCalls(sessions);
  }

  @Override
  public String words() {
    return cloud
        .roleArn()
        .map(role -> "acting as " + role + ", in a session that may do the calls of the plan alone")
        .orElse(
            "acting as "
                + Plain.line(arn())
                + ", with all that these credentials may do: no --role-arn was given");
  }

  @Override
  public void close() {
    clients.close();
  }
}
