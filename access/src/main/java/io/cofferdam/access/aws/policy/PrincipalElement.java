package io.cofferdam.access.aws.policy;

import java.util.List;

/// The Principal or NotPrincipal element.
public sealed interface PrincipalElement {

  /// No such element: an identity policy, boundary, session policy or service control policy.
  record Missing() implements PrincipalElement {}

  /// Whoever one of the principals names.
  record Named(List<PrincipalName> names) implements PrincipalElement {
    public Named {
      names = List.copyOf(names);
    }
  }

  /// Everybody but those whom the principals name.
  record AllBut(List<PrincipalName> names) implements PrincipalElement {
    public AllBut {
      names = List.copyOf(names);
    }
  }
}
