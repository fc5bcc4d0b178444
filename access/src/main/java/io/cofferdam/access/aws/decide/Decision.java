package io.cofferdam.access.aws.decide;

import java.util.List;

/// The outcome of a request.
public sealed interface Decision {

  /// What decided, the weightiest first.
  List<Because> because();

  record Allowed(List<Because> because) implements Decision {
    public Allowed {
      because = List.copyOf(because);
    }
  }

  /// Nothing that must allow it does.
  ///
  /// @param because what did not allow it, and what would have to
  record ImplicitlyDenied(List<Because> because) implements Decision {
    public ImplicitlyDenied {
      because = List.copyOf(because);
    }
  }

  /// A Deny statement applies.
  record ExplicitlyDenied(List<Because> because) implements Decision {
    public ExplicitlyDenied {
      because = List.copyOf(because);
    }
  }

  /// Depends on what is not known or not supported.
  ///
  /// @param residual what would decide: condition keys and parts of the policy set, in words
  /// @param conditions the same as structure, as far as statements are concerned
  record Unknown(List<String> residual, List<OpenCondition> conditions, List<Because> because)
      implements Decision {
    public Unknown {
      residual = List.copyOf(residual);
      conditions = List.copyOf(conditions);
      because = List.copyOf(because);
    }
  }
}
