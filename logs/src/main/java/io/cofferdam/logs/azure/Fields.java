package io.cofferdam.logs.azure;

import io.cofferdam.logs.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads a field that the export, the REST answer and the Log Analytics table name differently.
public final class Fields {
  private Fields() {}

  /// The first of the keys that holds a text, also as `{"value": ..}`; else empty.
  public static String text(JsonObject from, String... keys) {
    for (var key : keys) {
      var text = from.text(key);
      if (text.isEmpty()) {
        text = from.object(key).text("value");
      }
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /// The first of the keys that holds a time, or null.
  public static @Nullable Instant time(JsonObject from, String... keys) {
    for (var key : keys) {
      var time = from.instant(key);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /// The first of the keys that holds an object, also as JSON in a text; an empty one where none
  /// does.
  public static JsonObject object(JsonObject from, String... keys) {
    for (var key : keys) {
      var object = from.object(key);
      if (object.size() > 0) {
        return object;
      }
      var text = from.text(key);
      if (text.startsWith("{")) {
        var parsed = JsonObject.parse(text.getBytes(StandardCharsets.UTF_8));
        if (parsed != null) {
          return parsed;
        }
      }
    }
    return from.object("\u0000");
  }

  /// The subscription of `/subscriptions/<id>/...`, lower case, or empty.
  public static String subscription(String resourceId) {
    var parts = resourceId.split("/", 4);
    return parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions")
        ? parts[2].toLowerCase(java.util.Locale.ROOT)
        : "";
  }

  /// An address without its port: `203.0.113.7:443`, `[2001:db8::1]:443`, `2001:db8::1`.
  public static String address(String text) {
    if (text.startsWith("[")) {
      var end = text.indexOf(']');
      return end > 0 ? text.substring(1, end) : text;
    }
    var colon = text.indexOf(':');
    return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }
}
