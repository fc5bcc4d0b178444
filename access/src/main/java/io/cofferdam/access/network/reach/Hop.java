package io.cofferdam.access.network.reach;

/// One thing that packets pass on their way.
///
/// @param id the provider's id, or empty for the internet
public record Hop(Kind kind, String id) {

  /// What it is.
  public enum Kind {
    INTERNET("internet"),
    OTHER_NETWORK("another network"),
    INTERNET_GATEWAY("internet gateway"),
    NAT_GATEWAY("NAT gateway"),
    PEERING("peering"),
    TRANSIT_GATEWAY("transit gateway"),
    FIREWALL("firewall endpoint"),
    APPLIANCE("appliance"),
    LOAD_BALANCER("load balancer"),
    ROUTE_TABLE("route table"),
    NETWORK_ACL("network ACL"),
    SECURITY_GROUP("security group"),
    INTERFACE("interface");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// `internet gateway igw-0a1b`.
  public String words() {
    return id.isEmpty() ? kind.word() : kind.word() + " " + id;
  }
}
