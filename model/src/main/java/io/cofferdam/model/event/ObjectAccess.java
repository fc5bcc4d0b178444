package io.cofferdam.model.event;

import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// An access to an object of a store, as one log line tells it (CloudTrail S3 data event, S3 server
/// access log line, Azure blob log entry).
///
/// @param source which log said so; the same access can be told by two logs under one request id
/// @param action the log's own word (`GetObject`, `REST.GET.OBJECT`, `GetBlob`)
/// @param store the bucket or container
/// @param key the object's key, decoded; empty for accesses to the store itself (listings)
/// @param version the object version, or empty
/// @param copyTarget where a copy, replication or export went, or empty
/// @param bytes bytes sent to the caller, or -1 when the log does not say
/// @param objectSize the whole object's size in bytes, or -1 when the log does not say
/// @param status HTTP status, or 0 when the log does not say
/// @param errorCode empty when the access succeeded
/// @param requestId the provider's request id, or empty
/// @param signedQuery whether a presigned URL or shared-access signature in the query was used
/// @param account owner account of the store where the log says so, or empty
public record ObjectAccess(
    EventRef ref,
    Instant time,
    AccessLog source,
    AccessOperation operation,
    String action,
    Caller caller,
    ResourceId store,
    String key,
    String version,
    String copyTarget,
    long bytes,
    long objectSize,
    int status,
    String errorCode,
    String requestId,
    boolean signedQuery,
    String account,
    String region)
    implements Event {

  public boolean succeeded() {
    return errorCode.isEmpty() && (status == 0 || (status >= 200 && status < 300));
  }
}
