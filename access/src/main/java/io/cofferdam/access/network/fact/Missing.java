package io.cofferdam.access.network.fact;

/// A list of facts that could not be read, or not whole.
///
/// @param kind what it would have listed
/// @param region the region asked, or empty
/// @param why with the call or permission named: `ec2:DescribeRouteTables was denied`
public record Missing(Class<? extends Fact> kind, String account, String region, String why)
    implements Fact {
  @Override
  public String id() {
    return kind.getSimpleName() + " " + account + " " + region;
  }
}
