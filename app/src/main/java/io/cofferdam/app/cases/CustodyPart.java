package io.cofferdam.app.cases;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CustodyChain;
import io.cofferdam.respond.cases.NotCaptured;
import java.io.IOException;
import java.time.Instant;

/// The evidence of a case as JSON: who holds it, and what is not captured.
final class CustodyPart {
  private CustodyPart() {}

  static void write(JsonGenerator json, CaseFile file, Instant now) throws IOException {
    json.writeArrayFieldStart("custody");
    for (var each : file.custody().values()) {
      write(json, each);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notCaptured");
    for (var each : NotCaptured.of(file)) {
      json.writeStartObject();
      json.writeStringField("what", each.what());
      if (each.item().isPresent()) {
        json.writeStringField("item", each.item().get());
      }
      json.writeStringField("due", each.due().toString());
      json.writeBooleanField("expires", each.expires());
      json.writeBooleanField("overdue", each.overdue(now));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, CustodyChain chain) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", chain.item().id());
    json.writeStringField("root", chain.item().root());
    json.writeNumberField("files", chain.item().files());
    json.writeNumberField("bytes", chain.item().bytes());
    json.writeStringField("holder", chain.holder().value());
    if (chain.waiting().isPresent()) {
      json.writeStringField("waitsFor", chain.waiting().get().to().value());
    }
    json.writeArrayFieldStart("holdings");
    for (var each : chain.holdings()) {
      json.writeStartObject();
      json.writeStringField("holder", each.holder().value());
      json.writeStringField("from", each.from().toString());
      if (each.until().isPresent()) {
        json.writeStringField("until", each.until().get().toString());
      }
      json.writeStringField("keptAt", each.keptAt());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("copies");
    for (var each : chain.copies()) {
      json.writeStartObject();
      json.writeStringField("bucket", each.bucket());
      json.writeStringField("region", each.region());
      json.writeStringField("prefix", each.prefix());
      json.writeStringField("retainUntil", each.retainUntil().toString());
      json.writeStringField("list", each.list());
      json.writeStringField("listVersion", each.listVersion());
      json.writeStringField("listSha256", each.listSha256());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("reads", chain.reads().size());
    json.writeEndObject();
  }
}
