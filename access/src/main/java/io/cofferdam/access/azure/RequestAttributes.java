package io.cofferdam.access.azure;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.azure.abac.Attribute;
import io.cofferdam.access.azure.abac.AttributeSource;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The attributes that follow from a request (Microsoft Learn, "storage-auth-abac-attributes").
final class RequestAttributes {
  private static final String ACCOUNTS = "Microsoft.Storage/storageAccounts";
  private static final String CONTAINERS = ACCOUNTS + "/blobServices/containers";

  private RequestAttributes() {}

  static Attributes of(AzureRequest request, AzureTarget.Blob target, StorageAccount account) {
    Map<Attribute, KeyState> known = environment(request);
    known.put(resource(ACCOUNTS + ":name"), KeyState.of(account.name()));
    known.put(
        resource(ACCOUNTS + ":isHnsEnabled"),
        switch (account.hierarchicalNamespace()) {
          case Part.Known<Boolean>(Boolean value) -> KeyState.of(value.toString());
          case Part.Absent<Boolean> a -> KeyState.of("false");
          case Part.Unknown<Boolean> u -> KeyState.UNKNOWN;
        });
    if (!target.container().isEmpty()) {
      known.put(resource(CONTAINERS + ":name"), KeyState.of(target.container()));
    }
    if (target.operation().level() == BlobOperation.Level.BLOB) {
      known.put(resource(CONTAINERS + "/blobs:path"), KeyState.of(target.path()));
    } else {
      known.put(resource(CONTAINERS + "/blobs:path"), KeyState.ABSENT);
    }
    known.put(
        new Attribute(AttributeSource.REQUEST, CONTAINERS + "/blobs:prefix"),
        target.operation() == BlobOperation.LIST_BLOBS && !target.path().isEmpty()
            ? KeyState.of(target.path() + "/")
            : KeyState.ABSENT);
    known.put(
        new Attribute(AttributeSource.REQUEST, "subOperation"),
        target.operation().subOperations().isEmpty()
            ? KeyState.ABSENT
            : new KeyState.Present(List.copyOf(target.operation().subOperations())));
    return request.attributes().or(known);
  }

  /// Where the request comes from, and when.
  static Map<Attribute, KeyState> environment(AzureRequest request) {
    boolean untold = request.origin() instanceof Origin.Untold;
    Map<Attribute, KeyState> known = new HashMap<>();
    known.put(environment("UtcNow"), KeyState.of(request.time().toString()));
    known.put(
        environment("isPrivateLink"),
        untold
            ? KeyState.UNKNOWN
            : KeyState.of(Boolean.toString(request.origin() instanceof Origin.PrivateEndpoint)));
    known.put(
        environment("Microsoft.Network/privateEndpoints"),
        request.origin() instanceof Origin.PrivateEndpoint endpoint
            ? KeyState.of(endpoint.id().path())
            : untold ? KeyState.UNKNOWN : KeyState.ABSENT);
    known.put(
        environment("Microsoft.Network/virtualNetworks/subnets"),
        request.origin() instanceof Origin.Subnet subnet
            ? KeyState.of(subnet.id().path())
            : untold ? KeyState.UNKNOWN : KeyState.ABSENT);
    return known;
  }

  private static Attribute resource(String name) {
    return new Attribute(AttributeSource.RESOURCE, name);
  }

  private static Attribute environment(String name) {
    return new Attribute(AttributeSource.ENVIRONMENT, name);
  }
}
