package io.cofferdam.logs.cloudtrail;

import io.cofferdam.logs.json.JsonKey;
import io.cofferdam.logs.json.JsonKind;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.text.Words;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns one CloudTrail record after another into events. A record that is not wanted costs a few
/// key look-ups and no decoding of its parts.
final class CloudTrailDecoder {
  private static final String S3 = "s3.amazonaws.com";
  private static final String S3_EXPRESS = "s3express.amazonaws.com";

  private final JsonKey eventSource = new JsonKey("eventSource");
  private final JsonKey eventName = new JsonKey("eventName");
  private final JsonKey eventTime = new JsonKey("eventTime");
  private final JsonKey shipperTime = new JsonKey("@timestamp");
  private final JsonKey eventCategory = new JsonKey("eventCategory");
  private final JsonKey recipient = new JsonKey("recipientAccountId");
  private final JsonKey region = new JsonKey("awsRegion");
  private final JsonKey eventId = new JsonKey("eventID");
  private final JsonKey requestId = new JsonKey("requestID");
  private final JsonKey errorCode = new JsonKey("errorCode");
  private final JsonKey errorMessage = new JsonKey("errorMessage");
  private final JsonKey request = new JsonKey("requestParameters");
  private final JsonKey response = new JsonKey("responseElements");
  private final JsonKey resources = new JsonKey("resources");
  private final JsonKey arn = new JsonKey("ARN");

  private final int input;
  private final LogSink sink;
  private final Words words;
  private final Callers callers;
  private final S3Accesses accesses;
  private final JsonObject part = new JsonObject();
  private final JsonObject resource = new JsonObject();

  CloudTrailDecoder(int input, LogSink sink, Words words, Callers callers) {
    this.input = input;
    this.sink = sink;
    this.words = words;
    this.callers = callers;
    this.accesses = new S3Accesses(words, callers);
  }

  void decode(JsonObject record) {
    var service = record.word(eventSource, words);
    var action = record.word(eventName, words);
    if (service.isEmpty() || action.isEmpty()) {
      other(record);
      return;
    }
    var time = time(record);
    if (time == null) {
      record.refuse(sink, "CloudTrail record without a time [eventTime, ISO 8601]");
      return;
    }
    if ((service.equals(S3) || service.equals(S3_EXPRESS))
        && S3Operation.of(action) != null
        && !record.word(eventCategory, words).equals("NetworkActivity")) {
      access(record, time, service, action);
    } else if (sink.wants(Provider.AWS, service, action)) {
      sink.event(call(record, time, service, action));
    } else {
      passOver(record, time);
    }
  }

  private void access(JsonObject record, Instant time, String service, String action) {
    var told =
        accesses.decode(
            record,
            new S3Accesses.Common(
                ref(record),
                time,
                action,
                error(record),
                record.text(requestId),
                record.word(region, words)),
            sink);
    // an ACL set with the object changes who may read it, so that is a call of its own
    if (told && accesses.changesAcl() && sink.wants(Provider.AWS, service, action)) {
      sink.event(call(record, time, service, action));
    } else if (!told) {
      if (sink.wants(Provider.AWS, service, action)) {
        sink.event(call(record, time, service, action));
      } else if (error(record).isEmpty()) {
        record.refuse(sink, "S3 data event that names no bucket [requestParameters.bucketName]");
      } else {
        passOver(record, time);
      }
    }
  }

  private void passOver(JsonObject record, Instant time) {
    sink.passedOver(record.word(recipient, words), record.word(region, words), time);
  }

  private EventRef ref(JsonObject record) {
    return new EventRef(input, record.number(), record.text(eventId));
  }

  private @Nullable Instant time(JsonObject record) {
    var time = record.instant(eventTime);
    if (time == null) {
      time = record.instant(shipperTime);
    }
    if (time == null) {
      var epoch = record.number(eventTime, record.number(shipperTime, -1));
      if (epoch > 100_000_000_000L && epoch < 100_000_000_000_000L) {
        return Instant.ofEpochMilli(epoch);
      }
      if (epoch > 100_000_000L && epoch < 100_000_000_000L) {
        return Instant.ofEpochSecond(epoch);
      }
    }
    return time;
  }

  /// Empty for success. Console log-in failures carry a message only.
  private String error(JsonObject record) {
    var code = record.word(errorCode, words);
    return code.isEmpty() && !record.text(errorMessage).isEmpty() ? "Failure" : code;
  }

  private ApiCall call(JsonObject record, Instant time, String service, String action) {
    return new ApiCall(
        ref(record),
        time,
        Provider.AWS,
        service,
        action,
        callers.of(record),
        record.word(recipient, words),
        record.word(region, words),
        error(record),
        structure(record, request),
        structure(record, response),
        resources(record),
        record.text(requestId));
  }

  /// JSON text of the part; a part that a log shipper turned into text is given as that text.
  private static String structure(JsonObject record, JsonKey key) {
    var i = record.find(key);
    return record.kind(i) == JsonKind.TEXT ? record.text(i) : record.json(key);
  }

  private List<String> resources(JsonObject record) {
    List<String> arns = new ArrayList<>();
    record.objects(
        resources,
        resource,
        each -> {
          var named = each.word(arn, words);
          if (!named.isEmpty()) {
            arns.add(named);
          }
        });
    return arns;
  }

  /// Insights events and aggregated events name the service inside, or no action at all.
  private void other(JsonObject record) {
    var time = time(record);
    String service;
    String action;
    var account = record.word(recipient, words);
    if (record.object("insightDetails", part)) {
      service = part.text("eventSource");
      action = "Insight:" + part.text("eventName");
    } else if (record.text(eventCategory).equals("Aggregated")) {
      service = record.text(eventSource);
      action = "AwsAggregatedEvent";
      account = record.text("accountId");
      time = record.object("timeWindow", part) ? part.instant("windowStart") : null;
      sink.note(
          "aggregated CloudTrail events tell counts, not single accesses; only calls are taken");
    } else {
      record.refuse(sink, "not a CloudTrail record [eventSource, eventName, eventTime]");
      return;
    }
    if (time == null) {
      record.refuse(sink, "CloudTrail record without a time [eventTime, ISO 8601]");
    } else if (sink.wants(Provider.AWS, service, action)) {
      sink.event(call(record, time, service, action));
    } else {
      sink.passedOver(account, record.word(region, words), time);
    }
  }
}
