package io.cofferdam.respond.spill;

import io.cofferdam.model.resource.Caller;
import java.util.Comparator;

/// A caller without the user agent, in an order of its own.
record Who(Caller caller) implements Comparable<Who> {
  private static final Comparator<Caller> ORDER =
      Comparator.comparing(Caller::accessKeyId)
          .thenComparing(Caller::principalId)
          .thenComparing(Caller::address)
          .thenComparing(Caller::principal)
          .thenComparing(Caller::issuer)
          .thenComparing(Caller::account)
          .thenComparing(Caller::vpcEndpoint)
          .thenComparing(Caller::kind);

  static Who of(Caller c) {
    return new Who(
        c.userAgent().isEmpty()
            ? c
            : new Caller(
                c.kind(),
                c.principal(),
                c.issuer(),
                c.account(),
                c.accessKeyId(),
                c.principalId(),
                c.address(),
                "",
                c.vpcEndpoint()));
  }

  /// Whether all its texts together are no longer than `most` characters.
  boolean within(int most) {
    return caller.principal().length()
            + caller.issuer().length()
            + caller.account().length()
            + caller.accessKeyId().length()
            + caller.principalId().length()
            + caller.address().length()
            + caller.vpcEndpoint().length()
        <= most;
  }

  @Override
  public int compareTo(Who other) {
    return ORDER.compare(caller, other.caller);
  }
}
