package io.cofferdam.logs.azure.activity;

import io.cofferdam.logs.azure.Fields;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.Provider;
import java.util.List;
import java.util.Locale;

/// Activity log entries in three shapes: export to storage and Event Hub (`time`, `resultType`,
/// `identity`), REST (`eventTimestamp`, `status.value`, `caller`), Log Analytics (`TimeGenerated`,
/// `ActivityStatusValue`, `Caller`).
///
/// An operation is logged when it starts, when it is accepted, and when it ends. Only the end is a
/// success or a failure: the others carry the error codes [#STARTED] and [#ACCEPTED], so that an
/// operation that failed later is not taken for a success. An operation whose end is not among the
/// logs is therefore undetermined, not unsuccessful.
///
/// Operation names are upper case in exports; the case of `authorization.action` is kept where it
/// is the same operation.
///
/// Shape: https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
public final class ActivityDecoder {
  /// The operation began; how it ended is told by another entry.
  public static final String STARTED = "Started";

  /// The operation was accepted and goes on; how it ended is told by another entry.
  public static final String ACCEPTED = "Accepted";

  private static final String CLAIM = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String MS_CLAIM = "http://schemas.microsoft.com/identity/claims/";

  private ActivityDecoder() {}

  public static void decode(JsonObject entry, int input, LogSink sink) {
    var time = Fields.time(entry, "time", "eventTimestamp", "EventTimestamp", "TimeGenerated");
    var operation = Fields.text(entry, "operationName", "OperationNameValue", "OperationName");
    if (time == null || operation.isEmpty()) {
      entry.refuse(sink, "no activity log entry [time and operationName]");
      return;
    }
    var identity = Fields.object(entry, "identity");
    var authorization = Fields.object(entry, "authorization", "Authorization");
    if (authorization.size() == 0) {
      authorization = Fields.object(identity, "authorization");
    }
    var authorized = authorization.text("action");
    var action = authorized.equalsIgnoreCase(operation) ? authorized : operation;
    var slash = action.indexOf('/');
    var service =
        slash > 0
            ? action.substring(0, slash).toLowerCase(Locale.ROOT)
            : Fields.text(entry, "resourceProviderName", "ResourceProviderValue")
                .toLowerCase(Locale.ROOT);
    var resource = Fields.text(entry, "resourceId", "ResourceId", "_ResourceId");
    var account = Fields.subscription(resource);
    if (account.isEmpty()) {
      account = Fields.text(entry, "subscriptionId", "SubscriptionId").toLowerCase(Locale.ROOT);
    }
    var region = entry.text("location");
    if (!sink.wants(Provider.AZURE, service, action)) {
      sink.passedOver(account, region, time);
      return;
    }
    var correlation = Fields.text(entry, "correlationId", "CorrelationId");
    var id = Fields.text(entry, "eventDataId", "EventDataId");
    var properties = Fields.object(entry, "properties", "Properties", "Properties_d");
    sink.event(
        new ApiCall(
            new EventRef(input, entry.number(), id.isEmpty() ? correlation : id),
            time,
            Provider.AZURE,
            service,
            action,
            caller(entry, identity),
            account,
            region,
            errorCode(entry, properties),
            Fields.text(properties, "requestbody", "requestBody"),
            json(properties),
            resource.isEmpty() ? List.of() : List.of(resource),
            correlation));
  }

  private static String json(JsonObject object) {
    return object.size() == 0
        ? ""
        : new String(
            object.bytes(),
            object.start(),
            object.end() - object.start(),
            java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String errorCode(JsonObject entry, JsonObject properties) {
    var result = Fields.text(entry, "status", "resultType", "ActivityStatusValue", "Status");
    return switch (result.toLowerCase(Locale.ROOT)) {
      case "success", "succeeded", "active", "resolved", "updated", "in progress", "" -> "";
      case "start", "started" -> STARTED;
      case "accept", "accepted" -> ACCEPTED;
      default -> failure(entry, properties, result);
    };
  }

  private static String failure(JsonObject entry, JsonObject properties, String result) {
    var detail = Fields.text(entry, "subStatus", "ActivitySubstatusValue", "resultSignature");
    detail = detail.isEmpty() ? properties.text("statusCode") : detail;
    var dot = detail.lastIndexOf('.'); // `Failed.Forbidden`
    detail = detail.substring(dot + 1);
    return detail.isEmpty() ? result : detail;
  }

  private static Caller caller(JsonObject entry, JsonObject identity) {
    var claims = Fields.object(entry, "claims", "Claims", "Claims_d");
    if (claims.size() == 0) {
      claims = Fields.object(identity, "claims");
    }
    var upn = Fields.text(claims, CLAIM + "upn", "upn", CLAIM + "name", CLAIM + "emailaddress");
    var object = Fields.text(claims, MS_CLAIM + "objectidentifier", "oid");
    var app = claims.text("appid");
    var named = Fields.text(entry, "caller", "Caller");
    var principal =
        !upn.isEmpty() ? upn : !named.isEmpty() ? named : !object.isEmpty() ? object : app;
    var kind = CallerKind.UNKNOWN;
    if (claims.text("idtyp").equals("app") || (upn.isEmpty() && !app.isEmpty())) {
      kind = CallerKind.SERVICE;
    } else if (!upn.isEmpty() || claims.text("idtyp").equals("user") || named.contains("@")) {
      kind = CallerKind.USER;
    }
    var address = Fields.text(entry, "callerIpAddress", "CallerIpAddress");
    if (address.isEmpty()) {
      address = Fields.object(entry, "httpRequest", "HTTPRequest").text("clientIpAddress");
    }
    address = address.isEmpty() ? claims.text("ipaddr") : address;
    return new Caller(
        kind,
        principal,
        "",
        Fields.text(claims, MS_CLAIM + "tenantid", "tid"),
        "",
        object.isEmpty() ? app : object,
        Fields.address(address),
        "",
        "");
  }
}
