package io.cofferdam.access.aws.estate.request;

/// What a policy that names a principal by ARN is compared by.
public final class ArnKey {
  private ArnKey() {}

  /// Account and name for a role and for its sessions, whatever the path, since a session's ARN
  /// tells none; the ARN itself for everything else.
  public static String of(String arn) {
    String[] fields = arn.split(":", 6);
    if (fields.length == 6) {
      String[] path = fields[5].split("/", -1);
      if (path[0].equals("assumed-role") && path.length > 1) {
        return "role " + fields[4] + "/" + path[1];
      }
      if (path[0].equals("role")) {
        return "role " + fields[4] + "/" + path[path.length - 1];
      }
    }
    return arn;
  }
}
