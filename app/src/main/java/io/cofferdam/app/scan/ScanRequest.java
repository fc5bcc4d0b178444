package io.cofferdam.app.scan;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.scene.AccessReviews;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What to scan.
///
/// @param profile of the AWS configuration files, or empty: the usual search
/// @param regions empty: all that are enabled
/// @param endpoint an address asked instead of AWS
/// @param snapshotOut where to keep the answers
/// @param map what the company says of its stores and demands of its clouds
/// @param organisation by which role all accounts of the organisation are asked, or empty: only the
///     account of the credentials
/// @param patience how long an answer may take
/// @param reviews the access reviews that people signed, where their ledger was given
public record ScanRequest(
    Optional<String> profile,
    List<String> regions,
    Optional<URI> endpoint,
    Optional<Path> snapshotOut,
    DataMap map,
    Optional<OrganisationRole> organisation,
    Duration patience,
    Optional<AccessReviews> reviews) {
  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z]+){1,3}-\\d{1,2}");

  public ScanRequest {
    regions = regions(regions);
  }

  /// Of the account of the credentials alone, with the usual patience.
  public ScanRequest(
      Optional<String> profile,
      List<String> regions,
      Optional<URI> endpoint,
      Optional<Path> snapshotOut,
      DataMap map) {
    this(
        profile,
        regions,
        endpoint,
        snapshotOut,
        map,
        Optional.empty(),
        patience(30),
        Optional.empty());
  }

  /// Checks the names of regions.
  ///
  /// @throws CofferdamException CFD-APP-0073 where one is no name of a region
  public static List<String> regions(List<String> names) {
    for (var region : names) {
      if (!REGION.matcher(region).matches()) {
        throw new CofferdamException(
            "CFD-APP-0073",
            ErrorCategory.INVALID_INPUT,
            "`--region` is `" + region + "` [the name of a region]",
            "as in --region eu-central-1; several times for several");
      }
    }
    return names.stream().distinct().toList();
  }

  /// Reads how long an answer may take.
  ///
  /// @throws CofferdamException CFD-APP-0112 where it is no number of seconds that makes sense
  public static Duration patience(int seconds) {
    if (seconds < 1 || seconds > 600) {
      throw new CofferdamException(
          "CFD-APP-0112",
          ErrorCategory.INVALID_INPUT,
          "`--call-timeout` is " + seconds + " [1 to 600 seconds]",
          "leave it out for 30");
    }
    return Duration.ofSeconds(seconds);
  }

  /// Reads an address.
  ///
  /// @throws CofferdamException CFD-APP-0074 where it is none
  public static URI endpoint(String text) {
    try {
      var uri = new URI(text);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException bad) {
      // told below
    }
    throw new CofferdamException(
        "CFD-APP-0074",
        ErrorCategory.INVALID_INPUT,
        "`--endpoint-url` is `" + text + "` [http://HOST:PORT or https://HOST:PORT]",
        "leave it out to ask AWS itself");
  }
}
