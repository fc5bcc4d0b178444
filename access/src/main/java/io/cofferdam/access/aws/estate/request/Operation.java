package io.cofferdam.access.aws.estate.request;

import java.util.Map;
import java.util.TreeMap;

/// An action on a resource.
///
/// @param resource ARN, or `*` for actions without resource
/// @param isNew whether the action makes the resource, which then has no policy yet
/// @param context keys that the operation itself fixes, e.g. `iam:PassedToService`; an empty value
///     says that the key is not in the request
public record Operation(
    String action, String resource, boolean isNew, Map<String, String> context) {
  public Operation {
    context = Map.copyOf(context);
  }

  /// An action on a resource that is there.
  public static Operation on(String action, String resource) {
    return new Operation(action, resource, false, Map.of());
  }

  /// An action that makes a resource, or has none.
  public static Operation making(String action, String resource) {
    return new Operation(action, resource, true, Map.of());
  }

  public Operation with(String key, String value) {
    Map<String, String> more = new TreeMap<>(context);
    more.put(key, value);
    return new Operation(action, resource, isNew, more);
  }
}
