package io.cofferdam.model.event;

import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.Provider;
import java.time.Instant;
import java.util.List;

/// A call to a cloud's control plane (CloudTrail management event, Azure Activity entry), and every
/// CloudTrail data event that is not an access to an object.
///
/// @param service `s3.amazonaws.com`, or the Azure resource provider in lower case
///     (`microsoft.storage`)
/// @param action `PutBucketPolicy`, or the Azure operation name
///     (`Microsoft.Storage/storageAccounts/write`)
/// @param account the account in which it happened (recipientAccountId; Azure subscription id)
/// @param errorCode empty when the call succeeded
/// @param request the request parameters as JSON text, or empty
/// @param response the response elements (Azure: properties) as JSON text, or empty
/// @param resources ARNs or resource ids named by the log
/// @param requestId the provider's request id, or empty
public record ApiCall(
    EventRef ref,
    Instant time,
    Provider provider,
    String service,
    String action,
    Caller caller,
    String account,
    String region,
    String errorCode,
    String request,
    String response,
    List<String> resources,
    String requestId)
    implements Event {
  public ApiCall {
    resources = List.copyOf(resources);
  }

  public boolean succeeded() {
    return errorCode.isEmpty();
  }
}
