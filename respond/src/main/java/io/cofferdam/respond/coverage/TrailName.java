package io.cofferdam.respond.coverage;

import java.util.regex.Pattern;

/// The trail that a digest file belongs to, which only the digest's own name tells:
/// `<account>_CloudTrail-Digest_<region>_<trail>_<home region>_<end>.json.gz`, with `_backfill`
/// where it adds files that an earlier digest left out (AWS CloudTrail User Guide, "CloudTrail
/// digest file structure").
record TrailName(String trail, String homeRegion, boolean backfill) {
  private static final Pattern NAME =
      Pattern.compile(
          "\\d{12}_CloudTrail-Digest_[a-z0-9-]{1,32}_([A-Za-z0-9._-]{1,128})_([a-z0-9-]{1,32})"
              + "_\\d{8}T\\d{6}Z(_backfill)?\\.json(?:\\.gz)?");

  /// An unusual name counts as a trail of its own that is at home in the digest's region.
  static TrailName of(String location, String region) {
    var matcher = NAME.matcher(location.substring(location.lastIndexOf('/') + 1));
    return matcher.matches()
        ? new TrailName(matcher.group(1), matcher.group(2), matcher.group(3) != null)
        : new TrailName("", region, location.contains("_backfill"));
  }
}
