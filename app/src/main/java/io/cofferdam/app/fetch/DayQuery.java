package io.cofferdam.app.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.fetch.LogCloud.Ask;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes what a source without files tells of a day, in a form that `investigate` reads: event
/// history as CloudTrail writes it, log groups as lines, findings as their services answer.
final class DayQuery {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FINDINGS_AT_A_TIME = 50;

  private final LogCloud cloud;
  private final Instant since;
  private final Instant until;

  DayQuery(LogCloud cloud, Instant since, Instant until) {
    this.cloud = cloud;
    this.since = since;
    this.until = until;
  }

  /// How much was written, and whether it was all.
  record Written(long records, boolean whole) {}

  static String name(LogSource source) {
    return switch (source.kind()) {
      case "log-group" -> "events.log";
      default -> source.kind() + ".json";
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

  private Instant from(LocalDate day) {
    var start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return start.isBefore(since) ? since : start;
  }

  private Instant to(LocalDate day) {
    var end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return end.isBefore(until) ? end : until;
  }

  /// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
  private Written history(LogUnit unit, OutputStream out) throws IOException {
    var records = new long[1];
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
                    from(unit.day()).toString(),
                    "EndTime",
                    to(unit.day()).minusSeconds(1).toString()),
                "NextToken"),
            "NextToken",
            page -> {
              for (var event : page.path("Events")) {
                put(out, (records[0]++ == 0 ? "" : ",") + event.path("CloudTrailEvent").asText());
              }
              return true;
            });
    put(out, "]}\n");
    return new Written(records[0], whole);
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
                    Long.toString(from(unit.day()).toEpochMilli()),
                    "endTime",
                    Long.toString(to(unit.day()).toEpochMilli() - 1)),
                "nextToken"),
            "nextToken",
            page -> {
              for (var event : page.path("events")) {
                records[0]++;
                put(out, event.path("message").asText().stripTrailing() + "\n");
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
                page.path("Findings").forEach(found::add);
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
              page.path("Findings").forEach(found::add);
              return true;
            });
    return findings(found, out, whole);
  }

  /// Those that were seen in the time asked about.
  private Written findings(List<JsonNode> found, OutputStream out, boolean whole) {
    found.removeIf(
        each ->
            each.path("UpdatedAt").asText("9").compareTo(since.toString()) < 0
                || each.path("CreatedAt").asText("").compareTo(until.toString()) >= 0);
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
