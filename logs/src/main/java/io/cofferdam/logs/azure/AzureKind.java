package io.cofferdam.logs.azure;

import io.cofferdam.logs.json.JsonObject;
import java.util.Locale;

/// What one Azure record is, judged by its keys and its category, so that a stream that mixes logs
/// (Event Hub capture) is decoded record by record.
enum AzureKind {
  ACTIVITY,
  STORAGE,
  SIGN_IN,
  OTHER;

  static AzureKind of(JsonObject record) {
    var category = category(record).toLowerCase(Locale.ROOT);
    if (category.contains("signinlogs")) {
      return SIGN_IN;
    }
    if (category.startsWith("storage")) {
      return STORAGE;
    }
    if (both(record, "userPrincipalName", "appDisplayName")
        || both(record, "UserPrincipalName", "AppDisplayName")
        || both(record, "ServicePrincipalId", "ResourceIdentity")
        || both(record, "servicePrincipalId", "createdDateTime")) {
      return SIGN_IN;
    }
    if (record.has("StatusText") && record.has("AuthenticationType") && record.has("Uri")) {
      return STORAGE;
    }
    if (activityCategory(category)
        && (record.has("operationName")
            || record.has("OperationName")
            || record.has("OperationNameValue"))
        && (record.has("resourceId")
            || record.has("ResourceId")
            || record.has("_ResourceId")
            || record.has("SubscriptionId"))) {
      return ACTIVITY;
    }
    return OTHER;
  }

  private static boolean both(JsonObject record, String one, String other) {
    return record.has(one) && record.has(other);
  }

  /// `category` is a text in exports and an object with `value` in the REST answer. Old exports
  /// write `Write`, `Delete`, `Action`.
  private static boolean activityCategory(String category) {
    return switch (category) {
      case "",
          "administrative",
          "security",
          "servicehealth",
          "alert",
          "recommendation",
          "policy",
          "autoscale",
          "resourcehealth",
          "write",
          "delete",
          "action" ->
          true;
      default -> false;
    };
  }

  static String category(JsonObject record) {
    for (var key : new String[] {"category", "Category", "CategoryValue"}) {
      if (!record.text(key).isEmpty()) {
        return record.text(key);
      }
      var value = record.object(key).text("value");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
