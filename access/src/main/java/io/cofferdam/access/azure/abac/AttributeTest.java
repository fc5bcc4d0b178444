package io.cofferdam.access.azure.abac;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.model.Ternary;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Compares one value of an attribute with one wanted value.
final class AttributeTest {
  private static final int MAX_DIGITS = 40;

  private AttributeTest() {}

  /// UNKNOWN where a value is not of the operator's type.
  static Ternary holds(Comparison comparison, String value, String wanted) {
    return switch (comparison) {
      case STRING_EQUALS -> Ternary.of(value.equals(wanted));
      case STRING_EQUALS_IGNORE_CASE -> Ternary.of(lower(value).equals(lower(wanted)));
      case STRING_STARTS_WITH -> Ternary.of(value.startsWith(wanted));
      case STRING_STARTS_WITH_IGNORE_CASE -> Ternary.of(lower(value).startsWith(lower(wanted)));
      case STRING_LIKE -> Ternary.of(like(wanted, false).matches(value));
      case STRING_LIKE_IGNORE_CASE -> Ternary.of(like(wanted, true).matches(value));
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          ordered(comparison, integer(value), integer(wanted));
      case DATE_TIME_EQUALS,
          DATE_TIME_LESS_THAN,
          DATE_TIME_LESS_THAN_EQUALS,
          DATE_TIME_GREATER_THAN,
          DATE_TIME_GREATER_THAN_EQUALS ->
          ordered(comparison, time(value), time(wanted));
      case BOOL_EQUALS ->
          bool(value) && bool(wanted)
              ? Ternary.of(lower(value).equals(lower(wanted)))
              : Ternary.UNKNOWN;
      case GUID_EQUALS -> Ternary.of(lower(value).equals(lower(wanted)));
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean bool(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  /// A pattern in which `*` is any text and `?` one character, unless a backslash stands before.
  static Pattern like(String text, boolean ignoreCase) {
    int[] points = text.chars().toArray();
    int[] tokens = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      boolean escaped =
          points[i] == '\\'
              && i + 1 < points.length
              && (points[i + 1] == '*' || points[i + 1] == '?');
      if (escaped) {
        i++;
        tokens[count++] = points[i];
      } else {
        tokens[count++] =
            points[i] == '*' ? Pattern.MANY : points[i] == '?' ? Pattern.ONE : points[i];
      }
    }
    return Pattern.ofTokens(Arrays.copyOf(tokens, count), ignoreCase);
  }

  private static <T extends Comparable<? super T>> Ternary ordered(
      Comparison comparison, Optional<T> value, Optional<T> wanted) {
    if (value.isEmpty() || wanted.isEmpty()) {
      return Ternary.UNKNOWN;
    }
    int order = value.get().compareTo(wanted.get());
    return Ternary.of(
        switch (comparison) {
          case NUMERIC_EQUALS, DATE_TIME_EQUALS -> order == 0;
          case NUMERIC_LESS_THAN, DATE_TIME_LESS_THAN -> order < 0;
          case NUMERIC_LESS_THAN_EQUALS, DATE_TIME_LESS_THAN_EQUALS -> order <= 0;
          case NUMERIC_GREATER_THAN, DATE_TIME_GREATER_THAN -> order > 0;
          case NUMERIC_GREATER_THAN_EQUALS, DATE_TIME_GREATER_THAN_EQUALS -> order >= 0;
          case STRING_EQUALS,
              STRING_EQUALS_IGNORE_CASE,
              STRING_STARTS_WITH,
              STRING_STARTS_WITH_IGNORE_CASE,
              STRING_LIKE,
              STRING_LIKE_IGNORE_CASE,
              BOOL_EQUALS,
              GUID_EQUALS ->
              false;
        });
  }

  /// Only integers are supported (Microsoft Learn, "conditions-format").
  private static Optional<BigInteger> integer(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigInteger(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
