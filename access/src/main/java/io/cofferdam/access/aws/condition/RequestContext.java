package io.cofferdam.access.aws.condition;

import io.cofferdam.access.aws.pattern.Ascii;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The condition keys of a request.
///
/// @param keys by key name in lower case
/// @param complete whether a key that is not listed is absent from the request; else it is
///     unknown
public record RequestContext(Map<String, KeyState> keys, boolean complete) {
  public RequestContext {
    Map<String, KeyState> lower = new HashMap<>();
    keys.forEach((key, state) -> lower.put(Ascii.lower(key), state));
    keys = Map.copyOf(lower);
  }

  public static final RequestContext EMPTY = new RequestContext(Map.of(), true);

  /// A complete context of these keys.
  public static RequestContext of(Map<String, List<String>> values) {
    Map<String, KeyState> keys = new HashMap<>();
    values.forEach((key, list) -> keys.put(key, new KeyState.Present(list)));
    return new RequestContext(keys, true);
  }

  /// What is known of a key.
  ///
  /// @param key in lower case
  public KeyState state(String key) {
    KeyState state = keys.get(key);
    if (state != null) {
      return state;
    }
    return complete ? KeyState.ABSENT : KeyState.UNKNOWN;
  }

  /// With further keys, where they are not listed yet.
  public RequestContext orElse(Map<String, KeyState> defaults) {
    Map<String, KeyState> joined = new HashMap<>();
    defaults.forEach((key, state) -> joined.put(Ascii.lower(key), state));
    joined.putAll(keys);
    return new RequestContext(joined, complete);
  }

  /// The single value of a key, as policy variables take it; empty unless there is exactly one.
  public Optional<String> single(String key) {
    return state(key) instanceof KeyState.Present(List<String> values) && values.size() == 1
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  /// The present keys in order, for a witness.
  public Map<String, List<String>> present() {
    Map<String, List<String>> present = new TreeMap<>();
    keys.forEach(
        (key, state) -> {
          if (state instanceof KeyState.Present(List<String> values)) {
            present.put(key, values);
          }
        });
    return present;
  }
}
