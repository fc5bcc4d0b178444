package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Ternary;

/// Whether an account accepts its keys: unless told otherwise, it does (Microsoft Learn,
/// "shared-key-authorization-prevent").
final class SharedKeyGate {
  private SharedKeyGate() {}

  static Ternary allowed(StorageAccount account, Trace trace) {
    return switch (account.allowSharedKeyAccess()) {
      case Part.Unknown<Boolean> u ->
          trace.unknown("whether " + account.name() + " accepts its keys");
      case Part.Absent<Boolean> a -> Ternary.TRUE;
      case Part.Known<Boolean>(Boolean value) ->
          value
              ? Ternary.TRUE
              : trace.fail(Gate.SHARED_KEY, "the account refuses its keys and what they sign");
    };
  }
}
