package io.cofferdam.logs.database;

import java.util.regex.Pattern;

/// The database instance or cluster that a CloudWatch log group of RDS belongs to.
public final class Instance {
  private static final Pattern GROUP = Pattern.compile("/aws/rds/(?:instance|cluster)/([^/]+)/.*");

  private Instance() {}

  /// The name, or empty where the group is none of RDS.
  public static String of(String logGroup) {
    var matcher = GROUP.matcher(logGroup);
    return matcher.matches() ? matcher.group(1) : "";
  }
}
