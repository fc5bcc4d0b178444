package io.cofferdam.logs.database.postgresql;

import io.cofferdam.logs.text.IsoTime;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The start of a log message: when, from where, who, in which database, which process.
record PostgresLine(
    Instant time,
    String address,
    String user,
    String database,
    String process,
    String level,
    String message) {
  private static final String TIME =
      "^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?) (\\w{1,5})";
  private static final String LEVEL =
      "(LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG\\d?|STATEMENT|DETAIL|HINT|CONTEXT|QUERY"
          + "|LOCATION):  ?";

  private static final Pattern TORN = Pattern.compile(TIME + "(?::| \\[|$)");

  /// `%t:%r:%u@%d:[%p]:`, the prefix that RDS and Aurora use.
  private static final Pattern RDS =
      Pattern.compile(
          TIME + ":([^@]{0,300}?):([^@:]{0,100})@([^:]{0,100}):\\[(\\d{1,10})\\]:" + LEVEL);

  /// `%m [%p] ` and `%m [%p] %q%u@%d `, as servers of one's own use.
  private static final Pattern PLAIN =
      Pattern.compile(TIME + " \\[(\\d{1,10})\\](?: ([^@\\s]{0,100})@([^\\s]{0,100}))? " + LEVEL);

  /// The line as the start of a message, or null where it is none.
  static @Nullable PostgresLine of(String line) {
    var rds = RDS.matcher(line);
    if (rds.find()) {
      var time = time(rds.group(1), rds.group(2));
      var host = rds.group(3);
      var port = host.lastIndexOf('(');
      return time == null
          ? null
          : new PostgresLine(
              time,
              port > 0 ? host.substring(0, port) : host,
              rds.group(4),
              rds.group(5),
              rds.group(6),
              rds.group(7),
              line.substring(rds.end()));
    }
    var plain = PLAIN.matcher(line);
    if (!plain.find()) {
      return null;
    }
    var time = time(plain.group(1), plain.group(2));
    return time == null
        ? null
        : new PostgresLine(
            time,
            "",
            plain.group(4) == null ? "" : plain.group(4),
            plain.group(5) == null ? "" : plain.group(5),
            plain.group(3),
            plain.group(6),
            line.substring(plain.end()));
  }

  /// Whether a line that is no start of a message was meant to be one. Lines that go on with a
  /// message are indented, so a time at the very start of a line is not part of a statement.
  static boolean torn(String line) {
    return TORN.matcher(line).find();
  }

  /// Only zones that are surely UTC: an abbreviation such as `CST` has several meanings.
  static @Nullable Instant time(String text, String zone) {
    return zone.equals("UTC") || zone.equals("GMT") || zone.equals("Z")
        ? IsoTime.parse(text)
        : null;
  }
}
