package io.cofferdam.access.azure.abac;

import java.util.Locale;
import java.util.Optional;

/// Where an attribute of a condition is found (Microsoft Learn, "conditions-format", Attributes).
public enum AttributeSource {
  RESOURCE("@Resource"),
  REQUEST("@Request"),
  PRINCIPAL("@Principal"),
  ENVIRONMENT("@Environment");

  private final String code;

  AttributeSource(String code) {
    this.code = code;
  }

  /// As conditions write it, with the at sign.
  public String code() {
    return code;
  }

  static Optional<AttributeSource> of(String code) {
    for (AttributeSource source : values()) {
      if (source.code.toLowerCase(Locale.ROOT).equals(code.toLowerCase(Locale.ROOT))) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
