package io.cofferdam.model.datamap;

import io.cofferdam.model.Ternary;
import java.util.List;

/// The company's legal facts, as far as told; three-valued, because a missing fact is not "no".
///
/// @param country ISO country of the main establishment, or empty
/// @param establishments further countries of establishment
/// @param onlineMarketplace whether it runs an online marketplace in the sense of NIS2 Annex II
/// @param mediumOrLarger at least 50 staff, or above 10 million EUR turnover and balance sheet
/// @param controller whether it decides purposes and means for the data in question
/// @param users number of users in the Union, or -1
/// @param timeZone IANA zone in which deadlines are shown
public record Organisation(
    String name,
    String country,
    List<String> establishments,
    Ternary onlineMarketplace,
    Ternary mediumOrLarger,
    Ternary controller,
    long users,
    String timeZone,
    String contactName,
    String contactChannel) {
  public Organisation {
    establishments = List.copyOf(establishments);
  }

  public static Organisation unknown() {
    return new Organisation(
        "", "", List.of(), Ternary.UNKNOWN, Ternary.UNKNOWN, Ternary.UNKNOWN, -1, "UTC", "", "");
  }
}
