package io.cofferdam.notify.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A number that a legal threshold looks at, known between bounds. The unit is in the description.
public enum Quantity {
  PEOPLE_AFFECTED("How many people's data is concerned?"),
  RECORDS_AFFECTED("How many records are concerned?"),
  PEOPLE_IN_EEA("How many of the people concerned live in the EEA?"),
  PEOPLE_IN_UK("How many of the people concerned live in the United Kingdom?"),
  DIRECT_LOSS_EUR("How large is the direct financial loss in whole EUR, caused or possible?"),
  ANNUAL_TURNOVER_EUR("What was the turnover of the preceding financial year in whole EUR?"),
  UNION_USERS("How many users has the marketplace in the Union?"),
  UNION_USERS_DATA_COMPROMISED("How many of its users in the Union had data compromised?"),
  UNION_USERS_WITHOUT_SERVICE("For how many of its users in the Union was it unavailable?"),
  UNION_USERS_LIMITED_SERVICE("For how many of its users in the Union was it limited?");

  private final String question;

  Quantity(String question) {
    this.question = question;
  }

  public String question() {
    return question;
  }

  /// The name in rule and sample files: lower case with dashes.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Quantity> byKey(String key) {
    return Arrays.stream(values()).filter(q -> q.key().equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Quantity::key).toList();
  }
}
