package io.cofferdam.drill.world;

import java.util.List;

/// An invented online shop and its cloud account.
///
/// @param slug its name as used in resource names
/// @param account the account all its stores are in; `sister` another account of its own
/// @param canonicalId the account's S3 canonical user id
/// @param vpcPrefix first three numbers of its private network (`10.20.30`)
/// @param natAddress public address its workloads leave by; `officePrefix` first three numbers of
///     its office network
/// @param logBucket bucket its trail delivers to
public record Company(
    String name,
    String slug,
    String country,
    String account,
    String sister,
    String canonicalId,
    String region,
    String vpcPrefix,
    String vpcEndpoint,
    String natAddress,
    String officePrefix,
    String trail,
    String logBucket,
    boolean marketplace,
    long users) {

  /// The networks its data map declares.
  public List<String> networks() {
    return List.of("10.0.0.0/8", natAddress + "/32", officePrefix + ".0/24");
  }

  /// The region's short name in usage types; the empty name of us-east-1 has no dash.
  public String usagePrefix() {
    return switch (region) {
      case "eu-west-1" -> "EU-";
      case "eu-west-2" -> "EUW2-";
      case "us-east-1" -> "";
      default -> "EUC1-";
    };
  }
}
