package io.cofferdam.access.azure;

import java.util.List;

/// Whether something stands open to callers that nobody named.
public sealed interface AzureOpenness {

  /// Some such request is allowed.
  ///
  /// @param witness one
  record Open(AzureRequest witness, List<AzureBecause> because) implements AzureOpenness {
    public Open {
      because = List.copyOf(because);
    }
  }

  record Closed(List<AzureBecause> because) implements AzureOpenness {
    public Closed {
      because = List.copyOf(because);
    }
  }

  /// Not known.
  ///
  /// @param residual what would decide
  record Unknown(List<String> residual) implements AzureOpenness {
    public Unknown {
      residual = List.copyOf(residual);
    }
  }
}
