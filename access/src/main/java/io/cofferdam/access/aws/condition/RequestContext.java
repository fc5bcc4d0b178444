package io.cofferdam.access.aws.condition;

import io.cofferdam.access.aws.pattern.Ascii;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The condition keys of a request.
public final class RequestContext {
  public static final RequestContext EMPTY = new RequestContext(Map.of(), true);

  private final Map<String, KeyState> keys;
  private final boolean complete;
  private final @Nullable KeySource defaults;
  private final @Nullable RequestContext before;

  /// @param keys by key name; case is ignored
  /// @param complete whether a key that is not listed is absent from the request; else it is
  ///     unknown
  public RequestContext(Map<String, KeyState> keys, boolean complete) {
    Map<String, KeyState> lower = new HashMap<>();
    keys.forEach((key, state) -> lower.put(Ascii.lower(key), state));
    this.keys = Map.copyOf(lower);
    this.complete = complete;
    this.defaults = null;
    this.before = null;
  }

  private RequestContext(RequestContext before, KeySource defaults) {
    this.keys = before.keys;
    this.complete = before.complete;
    this.defaults = defaults;
    this.before = before.defaults == null ? null : before;
  }

  /// A complete context of these keys.
  public static RequestContext of(Map<String, List<String>> values) {
    Map<String, KeyState> keys = new HashMap<>();
    values.forEach((key, list) -> keys.put(key, new KeyState.Present(list)));
    return new RequestContext(keys, true);
  }

  /// Every key that is told, by its name in lower case.
  public Map<String, KeyState> keys() {
    if (defaults == null) {
      return keys;
    }
    Map<String, KeyState> all = new HashMap<>(before == null ? keys : before.keys());
    for (String name : defaults.names()) {
      KeyState state = defaults.get(name);
      if (state != null) {
        all.putIfAbsent(name, state);
      }
    }
    return all;
  }

  /// Whether a key that is not listed is absent from the request.
  public boolean complete() {
    return complete;
  }

  /// What is known of a key.
  ///
  /// @param key in lower case
  public KeyState state(String key) {
    KeyState state = told(key);
    if (state != null) {
      return state;
    }
    return complete ? KeyState.ABSENT : KeyState.UNKNOWN;
  }

  /// Whether the key was told, not worked out.
  ///
  /// @param key in lower case
  public boolean isGiven(String key) {
    return keys.containsKey(key);
  }

  private @Nullable KeyState told(String key) {
    KeyState state = before == null ? keys.get(key) : before.told(key);
    return state != null || defaults == null ? state : defaults.get(key);
  }

  /// With further keys, where they are not listed yet.
  public RequestContext orElse(KeySource further) {
    return new RequestContext(this, further);
  }

  /// With further keys, where they are not listed yet.
  public RequestContext orElse(Map<String, KeyState> further) {
    Map<String, KeyState> joined = new HashMap<>();
    further.forEach((key, state) -> joined.put(Ascii.lower(key), state));
    joined.putAll(keys());
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
    keys()
        .forEach(
            (key, state) -> {
              if (state instanceof KeyState.Present(List<String> values)) {
                present.put(key, values);
              }
            });
    return present;
  }

  @Override
  public String toString() {
    return "RequestContext[" + new TreeMap<>(keys()) + (complete ? "" : ", others unknown") + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestContext that
        && complete == that.complete
        && keys().equals(that.keys());
  }

  @Override
  public int hashCode() {
    return keys().hashCode();
  }
}
