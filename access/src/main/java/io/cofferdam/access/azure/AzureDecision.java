package io.cofferdam.access.azure;

import java.util.List;

/// The outcome of a request.
public sealed interface AzureDecision {

  /// What the gates said, in their order.
  List<AzureBecause> because();

  record Allowed(List<AzureBecause> because) implements AzureDecision {
    public Allowed {
      because = List.copyOf(because);
    }
  }

  record Denied(List<AzureBecause> because) implements AzureDecision {
    public Denied {
      because = List.copyOf(because);
    }
  }

  /// Depends on what is not known, not documented or contradicted by the documents.
  ///
  /// @param residual what would decide, in words
  record Unknown(List<String> residual, List<AzureBecause> because) implements AzureDecision {
    public Unknown {
      residual = List.copyOf(residual);
      because = List.copyOf(because);
    }
  }
}
