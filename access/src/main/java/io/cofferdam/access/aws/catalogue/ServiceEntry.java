package io.cofferdam.access.aws.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One service: its actions by name, in alphabetical order, and its resource types.
public final class ServiceEntry {
  private final String prefix;
  private final String title;
  private final Map<String, ServiceAction> actions;
  private final Map<String, ResourceType> types;

  /// @param actions by name in lower case, in order
  ServiceEntry(
      String prefix,
      String title,
      Map<String, ServiceAction> actions,
      Map<String, ResourceType> types) {
    this.prefix = prefix;
    this.title = title;
    this.actions = Collections.unmodifiableMap(actions);
    this.types = Collections.unmodifiableMap(types);
  }

  /// What stands before the colon of its actions.
  public String prefix() {
    return prefix;
  }

  /// `Amazon S3`.
  public String title() {
    return title;
  }

  public Collection<ServiceAction> actions() {
    return actions.values();
  }

  /// One of its actions.
  ///
  /// @param name without the prefix; case is ignored, as AWS does
  public Optional<ServiceAction> action(String name) {
    return Optional.ofNullable(actions.get(name.toLowerCase(Locale.ROOT)));
  }

  public Collection<ResourceType> resourceTypes() {
    return types.values();
  }

  public Optional<ResourceType> resourceType(String name) {
    return Optional.ofNullable(types.get(name));
  }
}
