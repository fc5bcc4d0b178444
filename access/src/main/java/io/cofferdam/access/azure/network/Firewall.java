package io.cofferdam.access.azure.network;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;
import java.util.Set;

/// Whether a resource's network settings let a request through (Microsoft Learn,
/// "storage-network-security", "Configure Azure Key Vault firewalls and virtual networks").
///
/// @param kind storage or vault: they treat trusted services apart
public record Firewall(
    Kind kind,
    Part<PublicNetworkAccess> publicAccess,
    Part<NetworkRules> rules,
    Set<Scope> privateEndpoints) {

  /// The resource's kind.
  public enum Kind {
    STORAGE,
    VAULT
  }

  private static final Addresses TEN = Addresses.parse("10.0.0.0/8").orElseThrow();
  private static final Addresses TWELVE = Addresses.parse("172.16.0.0/12").orElseThrow();
  private static final Addresses SIXTEEN = Addresses.parse("192.168.0.0/16").orElseThrow();

  public Firewall {
    privateEndpoints = Set.copyOf(privateEndpoints);
  }

  /// What it decides.
  ///
  /// @param why one sentence; what is missing, where unknown
  public record Answer(Ternary passes, String why) {}

  public Answer passes(Origin origin) {
    if (origin instanceof Origin.PrivateEndpoint(Scope id)) {
      return privateEndpoints.contains(id)
          ? yes("an approved private endpoint passes whatever the firewall says")
          : no("the private endpoint has no approved connection to the resource");
    }
    return switch (publicAccess) {
      case Part.Unknown<PublicNetworkAccess> u ->
          unknownUnlessDenied(origin, "whether public network access is enabled");
      case Part.Absent<PublicNetworkAccess> a -> byRules(origin);
      case Part.Known<PublicNetworkAccess>(PublicNetworkAccess value) ->
          switch (value) {
            case ENABLED -> byRules(origin);
            case DISABLED -> disabled(origin);
            case SECURED_BY_PERIMETER ->
                unknown("the rules of the network security perimeter, which decide here");
          };
    };
  }

  private Answer unknownUnlessDenied(Origin origin, String what) {
    Answer enabled = byRules(origin);
    return enabled.passes() == Ternary.FALSE && !(origin instanceof Origin.TrustedService)
        ? enabled
        : unknown(what);
  }

  private Answer disabled(Origin origin) {
    if (origin instanceof Origin.TrustedService) {
      return switch (kind) {
        case VAULT -> bypass();
        case STORAGE ->
            unknown("whether trusted services pass where public network access is disabled");
      };
    }
    return origin instanceof Origin.Untold
        ? unknown("where the request comes from: only private endpoints pass")
        : no("public network access is disabled");
  }

  private Answer bypass() {
    return switch (rules) {
      case Part.Known<NetworkRules>(NetworkRules known) ->
          known.bypass().contains(NetworkRules.Bypass.AZURE_SERVICES)
              ? yes("trusted services bypass the firewall")
              : no("the firewall makes no exception for trusted services");
      case Part.Absent<NetworkRules> a -> yes("no firewall is set, and trusted services pass");
      case Part.Unknown<NetworkRules> u -> unknown("the firewall rules: " + u.why());
    };
  }

  private Answer byRules(Origin origin) {
    return switch (rules) {
      case Part.Unknown<NetworkRules> u -> unknown("the firewall rules: " + u.why());
      case Part.Absent<NetworkRules> a -> yes("no firewall is set: every network passes");
      case Part.Known<NetworkRules>(NetworkRules known) ->
          known.allowByDefault()
              ? yes("the firewall lets every network through by default")
              : named(known, origin);
    };
  }

  private Answer named(NetworkRules known, Origin origin) {
    return switch (origin) {
      case Origin.Internet(Addresses address) -> address(known, address);
      case Origin.Subnet(Scope id) ->
          known.subnets().contains(id)
              ? yes("a virtual network rule names the subnet")
              : no("no virtual network rule names the subnet");
      case Origin.Resource(Scope id) ->
          known.resources().stream().anyMatch(rule -> matches(rule, id))
              ? yes("a resource instance rule names the caller's resource")
              : no("no resource instance rule names the caller's resource");
      case Origin.TrustedService t -> bypass();
      case Origin.PrivateEndpoint p -> no("not by a private endpoint");
      case Origin.Untold u -> unknown("where the request comes from: the firewall denies others");
    };
  }

  private static Answer address(NetworkRules known, Addresses address) {
    if (TEN.contains(address) || TWELVE.contains(address) || SIXTEEN.contains(address)) {
      return no("the firewall denies by default, and rules do not reach private addresses");
    }
    for (Addresses rule : known.addresses()) {
      if (rule.contains(address)) {
        return yes("an IP rule holds " + address.firstAsText());
      }
    }
    return no("the firewall denies by default and no IP rule holds " + address.firstAsText());
  }

  /// A rule's `*` stands for a whole segment.
  private static boolean matches(Scope rule, Scope id) {
    String[] wanted = rule.path().split("/", -1);
    String[] given = id.path().split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals("*") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  private static Answer yes(String why) {
    return new Answer(Ternary.TRUE, why);
  }

  private static Answer no(String why) {
    return new Answer(Ternary.FALSE, why);
  }

  private static Answer unknown(String why) {
    return new Answer(Ternary.UNKNOWN, why);
  }
}
