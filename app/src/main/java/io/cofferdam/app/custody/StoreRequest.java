package io.cofferdam.app.custody;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Where a copy is to be stored, and for how long.
///
/// @param owner the account that owns the bucket; empty: that of the credentials
/// @param prefix of all keys, ending with a slash
/// @param allowed the regions in which evidence may lie
/// @param endpoint an address asked instead of AWS
public record StoreRequest(
    String bucket,
    Optional<String> owner,
    String prefix,
    Instant retainUntil,
    List<String> allowed,
    Optional<String> profile,
    Optional<URI> endpoint,
    Duration patience) {
  private static final int MOST_YEARS = 10;

  public StoreRequest {
    allowed = List.copyOf(allowed);
  }

  /// What may not be undone is bounded: nobody, not even AWS, shortens a retention in compliance
  /// mode.
  ///
  /// @throws CofferdamException CFD-APP-0246 where it has passed or is more than ten years away
  public void demandRetention(Instant now) {
    var latest = now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
    if (!retainUntil.isAfter(now) || retainUntil.isAfter(latest)) {
      throw new CofferdamException(
          "CFD-APP-0246",
          ErrorCategory.INVALID_INPUT,
          "`--retain-until` is `"
              + retainUntil
              + "` [later than now, and at most "
              + MOST_YEARS
              + " years]",
          "nobody can shorten it afterwards; a longer one can be set later in S3");
    }
  }

  /// The regions in which evidence may lie: those named, those that the data map expects, or where
  /// both say so, those that both allow.
  ///
  /// @throws CofferdamException CFD-APP-0247 where neither says
  public static List<String> allowed(List<String> named, Optional<DataMap> map) {
    var expected = map.map(each -> each.expected().regions()).orElse(List.of());
    if (named.isEmpty() && expected.isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0247",
          ErrorCategory.INVALID_INPUT,
          "nothing says in which regions evidence may lie [--allowed-region REGION, or a"
              + " --data-map with expected regions]",
          "give the region of the bucket if your data may lie there");
    }
    if (named.isEmpty() || expected.isEmpty()) {
      return named.isEmpty() ? expected : named;
    }
    return named.stream().filter(expected::contains).toList();
  }
}
