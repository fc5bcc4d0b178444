package io.cofferdam.logs.findings;

import io.cofferdam.logs.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads keys that the service writes as `accountId` in events and exports, and as `AccountId` in
/// the answers of its API.
final class EitherCase {
  private EitherCase() {}

  static String text(JsonObject from, String key) {
    return from.text(key(from, key));
  }

  static JsonObject object(JsonObject from, String key) {
    return from.object(key(from, key));
  }

  static @Nullable Instant instant(JsonObject from, String key) {
    return from.instant(key(from, key));
  }

  /// The key as the object writes it.
  static String key(JsonObject from, String key) {
    return from.has(key) ? key : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }
}
