package io.cofferdam.respond.act.proof;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.respond.act.proof.StorageQuestions.From;
import io.cofferdam.respond.act.proof.StorageQuestions.Question;
import io.cofferdam.respond.spi.Claim.Storage.Outsiders;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;

/// The networks from which requests may come to a storage account: those that its rules name before
/// a change or after it, and one that none names. A range broader than /8 names nobody.
final class StorageNetworks {
  private static final BigInteger SLASH_EIGHT = BigInteger.ONE.shiftLeft(24);

  /// Addresses of documentation, one of which no rule will name.
  private static final List<String> SOMEWHERE =
      List.of("203.0.113.77", "198.51.100.77", "192.0.2.77", "233.252.0.77");

  private StorageNetworks() {}

  static List<Question> questions(StorageAccount before, StorageAccount after) {
    List<Question> all = new ArrayList<>();
    var unnamed = EnumSet.of(Outsiders.UNNAMED_NETWORKS, Outsiders.PUBLIC_NETWORKS);
    var named = EnumSet.of(Outsiders.PUBLIC_NETWORKS);
    List<NetworkRules> rules = new ArrayList<>();
    before.networkRules().asOptional().ifPresent(rules::add);
    after.networkRules().asOptional().ifPresent(rules::add);
    var ranges = new LinkedHashSet<Addresses>();
    var subnets = new LinkedHashSet<Origin>();
    for (var each : rules) {
      ranges.addAll(each.addresses());
      each.subnets().forEach(id -> subnets.add(new Origin.Subnet(id)));
      each.resources().forEach(id -> subnets.add(new Origin.Resource(id)));
    }
    SOMEWHERE.stream()
        .map(text -> Addresses.parse(text).orElseThrow())
        .filter(address -> ranges.stream().noneMatch(range -> range.contains(address)))
        .findFirst()
        .ifPresent(
            address ->
                all.add(
                    new From(
                        "requests could come from networks that no rule names",
                        unnamed,
                        new Origin.Internet(address))));
    for (var range : ranges) {
      var broad = range.last().subtract(range.first()).compareTo(SLASH_EIGHT) >= 0;
      var first = new Addresses(range.bits(), range.first(), range.first());
      all.add(
          new From(
              "requests could come from the addresses from "
                  + range.firstAsText()
                  + ", which a rule names",
              broad ? unnamed : named,
              new Origin.Internet(first)));
    }
    for (var subnet : subnets) {
      all.add(new From("requests could come from " + words(subnet), named, subnet));
    }
    all.add(
        new From(
            "services that Azure trusts could get in",
            EnumSet.noneOf(Outsiders.class),
            new Origin.TrustedService()));
    return all;
  }

  private static String words(Origin origin) {
    return switch (origin) {
      case Origin.Subnet(var id) -> "subnet " + id + ", which a rule names";
      case Origin.Resource(var id) -> "resource " + id + ", which a rule names";
      case Origin.PrivateEndpoint(var id) -> "private endpoint " + id;
      case Origin.Internet(var address) -> address.firstAsText();
      case Origin.TrustedService _ -> "services that Azure trusts";
      case Origin.Untold _ -> "somewhere";
    };
  }
}
