package io.cofferdam.logs.azure.signin;

import io.cofferdam.logs.azure.Fields;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.SignIn;

/// Sign-ins of people (interactive or not), service principals and managed identities: export
/// (`properties` holds the sign-in), Graph answers (flat), Log Analytics rows (capital letters).
///
/// Shapes: https://learn.microsoft.com/graph/api/resources/signin and
/// https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs
public final class SignInDecoder {
  private SignInDecoder() {}

  public static void decode(JsonObject record, int input, LogSink sink) {
    var inner = Fields.object(record, "properties");
    var from = inner.size() == 0 ? record : inner;
    var time = Fields.time(from, "createdDateTime", "CreatedDateTime");
    time = time == null ? Fields.time(record, "time", "TimeGenerated") : time;
    var error = errorCode(record, from);
    if (time == null || error.isEmpty()) {
      record.refuse(sink, "no sign-in [createdDateTime and status.errorCode or ResultType]");
      return;
    }
    var user = Fields.text(from, "userPrincipalName", "UserPrincipalName");
    var service = Fields.text(from, "servicePrincipalName", "ServicePrincipalName");
    var userId = Fields.text(from, "userId", "UserId");
    var serviceId = Fields.text(from, "servicePrincipalId", "ServicePrincipalId");
    var person = !user.isEmpty() || service.isEmpty();
    sink.event(
        new SignIn(
            new EventRef(input, record.number(), Fields.text(from, "id", "Id")),
            time,
            tenant(record, from),
            person ? user : service,
            person && !userId.isEmpty() ? userId : serviceId,
            Fields.text(
                from,
                "appDisplayName",
                "AppDisplayName",
                "resourceDisplayName",
                "ResourceDisplayName"),
            Fields.address(address(record, from)),
            country(record, from),
            error.equals("0"),
            error.equals("0") ? "" : error));
  }

  /// `0` for success; empty where the record does not tell.
  private static String errorCode(JsonObject record, JsonObject from) {
    var code = Fields.object(from, "status", "Status").text("errorCode");
    code = code.isEmpty() ? Fields.text(record, "resultType", "ResultType") : code;
    return code.equalsIgnoreCase("success") ? "0" : code;
  }

  /// The column `TenantId` of Log Analytics is the workspace, not the tenant.
  private static String tenant(JsonObject record, JsonObject from) {
    var tenant = Fields.text(record, "tenantId", "AADTenantId");
    return tenant.isEmpty() ? Fields.text(from, "resourceTenantId", "homeTenantId") : tenant;
  }

  private static String address(JsonObject record, JsonObject from) {
    var address = Fields.text(from, "ipAddress", "IPAddress");
    return address.isEmpty() ? record.text("callerIpAddress") : address;
  }

  /// ISO code; a record's own `location` is only taken where it has the form of one.
  private static String country(JsonObject record, JsonObject from) {
    var country = Fields.object(from, "location", "LocationDetails").text("countryOrRegion");
    country = country.isEmpty() ? Fields.text(record, "location", "Location") : country;
    return country.length() == 2 ? country : "";
  }
}
