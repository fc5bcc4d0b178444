package io.cofferdam.logs.azure.storage;

import io.cofferdam.logs.azure.Fields;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;

/// Resource logs of blob storage (categories StorageRead, StorageWrite, StorageDelete), as exported
/// and as rows of the table StorageBlobLogs. Requests to queues, tables and files are passed over.
///
/// A request with status 2xx counts as succeeded whatever its status text says: a connection lost
/// on the way may have carried content.
///
/// Shapes: https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage-reference and
/// https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagebloblogs
public final class StorageDecoder {
  private StorageDecoder() {}

  public static void decode(JsonObject record, int input, LogSink sink) {
    var time = Fields.time(record, "time", "TimeGenerated");
    var operation = Fields.text(record, "operationName", "OperationName");
    var properties = Fields.object(record, "properties");
    var account = Fields.text(properties, "accountName");
    account = account.isEmpty() ? record.text("AccountName") : account;
    var uri = Fields.text(record, "uri", "Uri");
    var objectKey = properties.text("objectKey");
    objectKey = objectKey.isEmpty() ? record.text("ObjectKey") : objectKey;
    if (time == null || operation.isEmpty() || (account.isEmpty() && uri.isEmpty())) {
      record.refuse(sink, "no storage request [time, operationName and accountName or uri]");
      return;
    }
    var region = Fields.text(record, "location", "Location");
    var resource = Fields.text(record, "resourceId", "_ResourceId");
    var subscription = Fields.subscription(resource);
    if (!blob(properties, record, resource)) {
      sink.passedOver(subscription, region, time);
      return;
    }
    var address = BlobAddress.of(uri, account, objectKey);
    var caller = caller(record, properties);
    var status = (int) number(record, 0, "statusCode", "StatusCode");
    var request = Fields.text(record, "correlationId", "CorrelationId");
    sink.event(
        new ObjectAccess(
            new EventRef(input, record.number(), request),
            time,
            AccessLog.AZURE_BLOB,
            BlobOperation.of(operation),
            operation,
            caller.caller(),
            address.store(),
            address.key(),
            address.version(),
            "",
            bytes(record, properties),
            -1,
            status,
            errorCode(status, Fields.text(record, "statusText", "StatusText")),
            request,
            address.signed() || caller.sharedSignature(),
            subscription,
            region));
  }

  private static boolean blob(JsonObject properties, JsonObject record, String resource) {
    var service = Fields.text(properties, "serviceType");
    service = service.isEmpty() ? record.text("ServiceType") : service;
    return service.isEmpty()
        ? !resource.matches("(?i).*/(queue|table|file)services/.*")
        : service.equalsIgnoreCase("blob");
  }

  private static long number(JsonObject from, long fallback, String... keys) {
    for (var key : keys) {
      if (from.has(key)) {
        return from.number(key, fallback);
      }
    }
    return fallback;
  }

  private static long bytes(JsonObject record, JsonObject properties) {
    return number(properties, number(record, -1, "ResponseBodySize"), "responseBodySize");
  }

  static String errorCode(int status, String text) {
    if (status >= 200 && status < 300) {
      return "";
    }
    return text.endsWith("Success") && status == 0 ? "" : text.isEmpty() ? "" + status : text;
  }

  private static BlobCaller caller(JsonObject record, JsonObject properties) {
    var identity = Fields.object(record, "identity");
    var requester = Fields.object(identity, "requester");
    var type = identity.text("type");
    var hash = identity.text("tokenHash");
    var agent = properties.text("userAgentHeader");
    return new BlobCaller(
        type.isEmpty() ? record.text("AuthenticationType") : type,
        either(requester.text("objectId"), record.text("RequesterObjectId")),
        either(requester.text("upn"), record.text("RequesterUpn")),
        either(requester.text("appId"), record.text("RequesterAppId")),
        either(requester.text("tenantId"), record.text("RequesterTenantId")),
        either(hash, record.text("AuthenticationHash")),
        Fields.address(Fields.text(record, "callerIpAddress", "CallerIpAddress")),
        either(agent, record.text("UserAgentHeader")));
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
