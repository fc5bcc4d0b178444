package io.cofferdam.app.contain;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.CloudCalls;
import java.util.Map;
import java.util.Optional;

/// An account of a cloud, open for one command.
sealed interface Account extends AutoCloseable permits AwsAccount, AzureAccount {
  /// Opens the account that an act is aimed at.
  ///
  /// @param named the account that was named, where one was
  /// @param names what the act is aimed at
  /// @throws CofferdamException CFD-AWS-0001 where AWS cannot be asked with these credentials,
  ///     CFD-APP-0210 to CFD-APP-0214 where Azure cannot
  static Account open(
      ActingCloud cloud, ActKind kind, Optional<String> named, Map<String, String> names) {
    return Acts.onAzure(kind)
        ? AzureAccount.open(cloud, kind, named, names)
        : AwsAccount.open(cloud);
  }

  /// 12 digits (AWS), or the subscription.
  String id();

  /// Whose credentials they are, as far as that is told.
  String arn();

  /// Who would act; empty where that is not known.
  Optional<String> principal();

  /// Makes calls with the credentials themselves.
  CloudCalls calls();

  /// Makes the calls of an approved plan.
  ///
  /// @param name of the sessions, so that they are found in the trail
  CloudCalls calls(ActPlan plan, String name);

  /// With whose rights the calls of a plan are made, for people.
  String words();

  @Override
  void close();
}
