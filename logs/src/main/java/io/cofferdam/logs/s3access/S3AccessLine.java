package io.cofferdam.logs.s3access;

import io.cofferdam.logs.text.PercentText;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.ResourceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of one line.
///
/// The key is logged URL-encoded, by newer logs twice. Which it is shows from the request line
/// where that names the same object; else a key that is still encoded after one decoding was
/// encoded twice.
///
/// @param tail the fields behind the user agent: version id, host id, signature version, cipher,
///     authentication type, host header, TLS version, access point ARN, ACL required, later ones
record S3AccessLine(
    String owner,
    String bucket,
    String time,
    String address,
    String requester,
    String requestId,
    String operation,
    String key,
    String uri,
    String status,
    String error,
    String bytes,
    String size,
    String agent,
    List<String> tail) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);
  private static final String MONTHS = "/Jan/Feb/Mar/Apr/May/Jun/Jul/Aug/Sep/Oct/Nov/Dec/";
  private static final Pattern START =
      Pattern.compile(
          "(\\S+) (\\S+) \\[([^]]{20,30})] (\\S+) (\\S+) (\\S+) ([A-Z0-9]+\\.[A-Za-z0-9_.]+) (\\S+)"
              + " (?:\"((?:(?!\" (?:\\d{3}|-) ).)*+)\"|(-)) (\\d{3}|-) (\\S+) (\\d+|-) (\\d+|-) (\\d+|-)"
              + " (\\d+|-) ");
  private static final int URI = 8;
  private static final Pattern STILL_ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

  static @Nullable S3AccessLine split(String line) {
    var plain = LineStart.of(line);
    if (plain != null) {
      return withRest(plain::field, line.substring(plain.end()));
    }
    var start = START.matcher(line);
    if (!start.lookingAt()) {
      return null;
    }
    var fields = new String[15];
    for (int i = 0; i < fields.length; i++) {
      var field = start.group(i < URI ? i + 1 : i == URI ? 9 : i + 2);
      fields[i] = field == null ? "" : field;
    }
    return withRest(i -> fields[i], line.substring(start.end()));
  }

  private static @Nullable S3AccessLine withRest(IntFunction<String> start, String rest) {
    // what follows the user agent never holds a quote, so the last one closes it
    var close = rest.lastIndexOf('"');
    String agent;
    List<String> tail;
    if (close < 0) {
      var parts = List.of(rest.split(" ", -1));
      if (parts.size() < 2) {
        return null;
      }
      agent = parts.get(1);
      tail = parts.subList(2, parts.size());
    } else {
      var between = rest.indexOf("\" \"");
      var open = between >= 0 ? between + 3 : rest.indexOf(' ') + 2;
      agent = open <= close ? rest.substring(open, close) : "";
      tail = List.of(rest.substring(close + 1).strip().split(" ", -1));
    }
    return new S3AccessLine(
        given(start.apply(0)),
        start.apply(1),
        start.apply(2),
        given(start.apply(3)),
        start.apply(4),
        given(start.apply(5)),
        start.apply(6),
        given(start.apply(7)),
        given(start.apply(URI)),
        start.apply(9),
        given(start.apply(10)),
        start.apply(11),
        start.apply(12),
        given(agent),
        tail);
  }

  /// Null where the time is none.
  @Nullable ObjectAccess toAccess(int input, long record) {
    var at = instant();
    if (at == null) {
      return null;
    }
    var does = S3LogOperation.of(operation);
    var copied = operation.startsWith("REST.COPY.");
    return new ObjectAccess(
        new EventRef(input, record, requestId),
        at,
        AccessLog.S3_SERVER_ACCESS,
        does,
        operation,
        Requesters.of(requester, owner, address, agent),
        ResourceId.bucket(bucket),
        does == AccessOperation.LIST ? "" : plainKey(),
        tail(0),
        "",
        copied ? -1 : bytes.equals("-") ? 0 : number(bytes),
        number(size),
        status.equals("-") ? 0 : Integer.parseInt(status),
        error,
        requestId,
        tail(4).equals("QueryString"),
        "",
        "");
  }

  private @Nullable Instant instant() {
    var plain = plainInstant();
    if (plain != null) {
      return plain;
    }
    try {
      return OffsetDateTime.parse(time, TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The time in the one shape that S3 writes, `06/Feb/2019:00:00:38 +0000`; null for all others.
  private @Nullable Instant plainInstant() {
    if (time.length() != 26 || !time.endsWith(" +0000")) {
      return null;
    }
    int month = MONTHS.indexOf(time.substring(2, 7));
    int day = digits(0, 2);
    int year = digits(7, 11);
    int hour = digits(12, 14);
    int minute = digits(15, 17);
    int second = digits(18, 20);
    boolean plain =
        time.charAt(11) == ':' && time.charAt(14) == ':' && time.charAt(17) == ':' && month >= 0;
    if (!plain
        || day < 1
        || year < 1970
        || day > YearMonth.of(year, month / 4 + 1).lengthOfMonth()) {
      return null;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return null;
    }
    var date = LocalDate.of(year, month / 4 + 1, day);
    return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second);
  }

  /// -1 where there is another sign among them.
  private int digits(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = time.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private String plainKey() {
    var once = PercentText.decode(key, false);
    if (once.equals(key)) {
      return key;
    }
    var twice = PercentText.decode(once, false);
    var asked = askedKey();
    if (asked.equals(once) || asked.equals(bucket + "/" + once)) {
      return once;
    }
    if (asked.equals(twice) || asked.equals(bucket + "/" + twice)) {
      return twice;
    }
    return STILL_ENCODED.matcher(once).find() ? twice : once;
  }

  /// The path of the request line, decoded, without its first slash.
  private String askedKey() {
    var parts = uri.split(" ", -1);
    if (parts.length < 2) {
      return "";
    }
    var path = parts[1];
    var query = path.indexOf('?');
    path = query < 0 ? path : path.substring(0, query);
    return PercentText.decode(path.startsWith("/") ? path.substring(1) : path, false);
  }

  private String tail(int i) {
    return i < tail.size() ? given(tail.get(i)) : "";
  }

  private static String given(String field) {
    return field.equals("-") ? "" : field;
  }

  private static long number(String field) {
    if (field.equals("-") || field.length() > 18) {
      return -1;
    }
    return Long.parseLong(field);
  }
}
