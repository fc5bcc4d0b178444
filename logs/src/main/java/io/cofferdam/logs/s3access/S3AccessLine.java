package io.cofferdam.logs.s3access;

import io.cofferdam.logs.text.PercentText;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.ResourceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
  private static final Pattern START =
      Pattern.compile(
          "(\\S+) (\\S+) \\[([^]]{20,30})] (\\S+) (\\S+) (\\S+) ([A-Z0-9]+\\.[A-Za-z0-9_.]+) (\\S+)"
              + " (?:\"((?:(?!\" (?:\\d{3}|-) ).)*+)\"|(-)) (\\d{3}|-) (\\S+) (\\d+|-) (\\d+|-) (\\d+|-)"
              + " (\\d+|-) ");
  private static final Pattern STILL_ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

  static @Nullable S3AccessLine split(String line) {
    var start = START.matcher(line);
    if (!start.lookingAt()) {
      return null;
    }
    var rest = line.substring(start.end());
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
    var uri = start.group(9);
    return new S3AccessLine(
        given(start.group(1)),
        start.group(2),
        start.group(3),
        given(start.group(4)),
        start.group(5),
        given(start.group(6)),
        start.group(7),
        given(start.group(8)),
        uri == null ? "" : given(uri),
        start.group(11),
        given(start.group(12)),
        start.group(13),
        start.group(14),
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
    try {
      return OffsetDateTime.parse(time, TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
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
