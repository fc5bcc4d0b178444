package io.cofferdam.app.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.fetch.LogCloud.Ask;
import io.cofferdam.posture.spi.CallOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Writes what a source without files tells of a day, in a form that `investigate` reads: event
/// history as CloudTrail writes it, log groups as lines, findings as their services answer.
final class DayQuery {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FINDINGS_AT_A_TIME = 50;
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private final LogCloud cloud;
  private final AskedTime asked;

  DayQuery(LogCloud cloud, AskedTime asked) {
    this.cloud = cloud;
    this.asked = asked;
  }

  /// How much was written, and whether it was all.
  record Written(long records, boolean whole) {}

  String name(LogUnit unit) {
    var kind = unit.source().kind();
    return switch (kind) {
      case "log-group" -> "events" + asked.suffix(unit.day()) + ".log";
      case "event-history" -> kind + asked.suffix(unit.day()) + ".json";
      default -> kind + ".json";
    };
  }

  Written write(LogUnit unit, OutputStream out) throws IOException {
    try {
      return switch (unit.source().kind()) {
        case "event-history" -> history(unit, out);
        case "log-group" -> group(unit, out);
        case "guardduty" -> guardDuty(unit, out);
        default -> securityHub(unit, out);
      };
    } catch (UncheckedIOException full) {
      throw new IOException(full.getMessage(), full);
    }
  }

  /// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
  private Written history(LogUnit unit, OutputStream out) throws IOException {
    var records = new long[1];
    var unread = new long[1];
    put(out, "{\"Records\":[");
    var whole =
        cloud.pages(
            unit.source().words() + ", " + unit.day(),
            new Ask(
                unit.source().region(),
                "cloudtrail",
                "LookupEvents",
                Map.of(
                    "StartTime",
                    asked.from(unit.day()).toString(),
                    "EndTime",
                    asked.to(unit.day()).minusSeconds(1).toString()),
                "NextToken"),
            "NextToken",
            page -> {
              for (var event : page.path("Events")) {
                var record = record(event.path("CloudTrailEvent").asText());
                if (record.isEmpty()) {
                  unread[0]++;
                } else {
                  put(out, (records[0]++ == 0 ? "" : ",") + record);
                }
              }
              return true;
            });
    put(out, "]}\n");
    if (unread[0] > 0) {
      cloud.ended(
          unit.source().words() + ", " + unit.day(),
          CallOutcome.FAILED,
          unread[0] + " events came in a form that is no JSON and are left out");
    }
    return new Written(records[0], whole);
  }

  /// An event on one line, or empty where it is no object: one that is none would make the whole
  /// file unreadable.
  private static String record(String event) {
    try {
      var node = JSON.readTree(event);
      return node != null && node.isObject() ? JSON.writeValueAsString(node) : "";
    } catch (JsonProcessingException none) {
      return "";
    }
  }

  /// An event of a log group on one line: who writes one could else forge others.
  private static String line(String event) {
    return LINE_END.matcher(event.stripTrailing()).replaceAll(" ");
  }

  /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
  private Written group(LogUnit unit, OutputStream out) {
    var records = new long[1];
    var whole =
        cloud.pages(
            unit.source().words() + ", " + unit.day(),
            new Ask(
                unit.source().region(),
                "cloudwatchlogs",
                "FilterLogEvents",
                Map.of(
                    "logGroupName",
                    unit.source().at(),
                    "startTime",
                    Long.toString(asked.from(unit.day()).toEpochMilli()),
                    "endTime",
                    Long.toString(asked.to(unit.day()).toEpochMilli() - 1)),
                "nextToken"),
            "nextToken",
            page -> {
              for (var event : page.path("events")) {
                records[0]++;
                put(out, line(event.path("message").asText()) + "\n");
              }
              return true;
            });
    return new Written(records[0], whole);
  }

  /// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetFindings.html
  private Written guardDuty(LogUnit unit, OutputStream out) {
    var ids = new ArrayList<String>();
    var source = unit.source();
    var with = Map.of("DetectorId", source.at());
    var whole =
        cloud.pages(
            source.words(),
            new Ask(source.region(), "guardduty", "ListFindings", with, "NextToken"),
            "NextToken",
            page -> {
              page.path("FindingIds").forEach(each -> ids.add(each.asText()));
              return true;
            });
    var found = new ArrayList<JsonNode>();
    for (var at = 0; at < ids.size() && whole; at += FINDINGS_AT_A_TIME) {
      var some = ids.subList(at, Math.min(ids.size(), at + FINDINGS_AT_A_TIME));
      var members = new TreeMap<>(with);
      members.put("FindingIds", String.join(",", some));
      whole =
          cloud.pages(
              source.words(),
              new Ask(source.region(), "guardduty", "GetFindings", members),
              "",
              page -> {
                add(page, found);
                return true;
              });
    }
    return findings(found, out, whole);
  }

  /// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetFindings.html
  private Written securityHub(LogUnit unit, OutputStream out) {
    var found = new ArrayList<JsonNode>();
    var whole =
        cloud.pages(
            unit.source().words(),
            new Ask(unit.source().region(), "securityhub", "GetFindings", Map.of(), "NextToken"),
            "NextToken",
            page -> {
              add(page, found);
              return true;
            });
    return findings(found, out, whole);
  }

  /// Those that were seen in the time asked about; page by page, since a hub may hold very many.
  private void add(JsonNode page, List<JsonNode> found) {
    for (var each : page.path("Findings")) {
      var updated = time(each.path("UpdatedAt")).orElse(Instant.MAX);
      var created = time(each.path("CreatedAt")).orElse(Instant.MIN);
      if (!updated.isBefore(asked.since()) && created.isBefore(asked.until())) {
        found.add(each);
      }
    }
  }

  private static Optional<Instant> time(JsonNode told) {
    try {
      return Optional.of(OffsetDateTime.parse(told.asText()).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Written findings(List<JsonNode> found, OutputStream out, boolean whole) {
    try {
      if (!found.isEmpty()) {
        put(out, "{\"Findings\":" + JSON.writeValueAsString(found) + "}\n");
      }
    } catch (IOException bad) {
      throw new UncheckedIOException(bad);
    }
    return new Written(found.size(), whole);
  }

  private static void put(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
