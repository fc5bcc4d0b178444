package io.cofferdam.notify.facts;

import java.util.List;
import java.util.Set;

/// The groups of countries that the rules speak of, as of 2026 (EU members per Article 52 TEU;
/// the EEA adds Iceland, Liechtenstein and Norway, where the GDPR applies by Joint Committee
/// Decision 154/2018).
public final class Countries {
  public static final String UNITED_KINGDOM = "GB";

  public static final Set<String> EU =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

  private static final Set<String> EEA_ONLY = Set.of("IS", "LI", "NO");

  private Countries() {}

  public static boolean inEea(String country) {
    return EU.contains(country) || EEA_ONLY.contains(country);
  }

  public static boolean inUk(String country) {
    return country.equals(UNITED_KINGDOM);
  }

  /// The members of the EEA among the countries, in their order.
  public static List<String> eeaAmong(List<String> countries) {
    return countries.stream().filter(Countries::inEea).toList();
  }
}
