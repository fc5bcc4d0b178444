package io.cofferdam.logs.azure;

import io.cofferdam.logs.azure.activity.ActivityDecoder;
import io.cofferdam.logs.azure.signin.SignInDecoder;
import io.cofferdam.logs.azure.storage.StorageDecoder;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.json.JsonRecords;
import io.cofferdam.logs.json.JsonVisitor;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.CofferdamBug;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The JSON logs of Azure: lines and `{"records":[..]}` as exports to storage and Event Hub write
/// them, `{"value":[..]}` as REST and Graph answer, arrays and rows of Log Analytics. One instance
/// per kind of log gives the content its name; every kind is decoded wherever it stands.
///
/// Outer shapes: https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema and
/// https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema
public final class AzureFormat implements LogFormat {
  private static final JsonLayout LAYOUT =
      new JsonLayout(
          List.of("records", "value", "Records"),
          List.of("Body"),
          List.of("operationName", "OperationName", "category", "createdDateTime"));

  private final String name;
  private final AzureKind kind;

  private AzureFormat(String name, AzureKind kind) {
    this.name = name;
    this.kind = kind;
  }

  public static AzureFormat activity() {
    return new AzureFormat("azure-activity", AzureKind.ACTIVITY);
  }

  public static AzureFormat storage() {
    return new AzureFormat("azure-storage", AzureKind.STORAGE);
  }

  public static AzureFormat signIn() {
    return new AzureFormat("entra-sign-in", AzureKind.SIGN_IN);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Recognition recognise(Head head) {
    Map<AzureKind, Integer> seen = new EnumMap<>(AzureKind.class);
    try {
      JsonRecords.read(
          new ByteArrayInputStream(head.bytes(), 0, head.length()),
          LAYOUT,
          looking(record -> seen.merge(AzureKind.of(record), 1, Integer::sum)));
    } catch (IOException e) {
      throw new CofferdamBug("memory does not fail", e);
    }
    return seen.containsKey(kind) ? Recognition.CERTAIN : Recognition.NO;
  }

  private static JsonVisitor looking(Consumer<JsonObject> records) {
    return new JsonVisitor() {
      @Override
      public void record(JsonObject record, long number, long offset) {
        records.accept(record);
      }

      @Override
      public void undecodable(long number, long offset, String reason, byte[] sample) {
        // only a look at the head; reading will tell
      }

      @Override
      public void note(String text) {
        // the head ends where it ends
      }
    };
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    JsonRecords.read(
        content, LAYOUT, JsonVisitor.to(sink, record -> decode(record, input.number(), sink)));
  }

  private static void decode(JsonObject record, int input, LogSink sink) {
    switch (AzureKind.of(record)) {
      case ACTIVITY -> ActivityDecoder.decode(record, input, sink);
      case STORAGE -> StorageDecoder.decode(record, input, sink);
      case SIGN_IN -> SignInDecoder.decode(record, input, sink);
      case OTHER ->
          record.refuse(
              sink, "no Azure record that is read here [activity, blob storage or sign-in log]");
    }
  }
}
