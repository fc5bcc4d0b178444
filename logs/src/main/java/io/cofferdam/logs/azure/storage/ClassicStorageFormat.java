package io.cofferdam.logs.azure.storage;

import io.cofferdam.logs.azure.Fields;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.logs.text.IsoTime;
import io.cofferdam.logs.text.TextLines;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Classic storage analytics logs (`$logs`), versions 1.0 and 2.0: fields separated by semicolons,
/// quoted and HTML-encoded where they hold one.
///
/// Fields: https://learn.microsoft.com/rest/api/storageservices/storage-analytics-log-format
public final class ClassicStorageFormat implements LogFormat {
  private static final Pattern START =
      Pattern.compile("[12]\\.0;\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,20}Z;[A-Za-z]+;[A-Za-z]*;.*");
  private static final int FIELDS_1 = 30;

  @Override
  public String name() {
    return "azure-storage-classic";
  }

  @Override
  public Recognition recognise(Head head) {
    for (var line : TextLines.head(head, 50)) {
      if (START.matcher(line).matches()) {
        return Recognition.CERTAIN;
      }
    }
    return Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    TextLines.read(content, sink, (line, number) -> decode(line, number, input.number(), sink));
  }

  private static String decode(String line, long number, int input, LogSink sink) {
    var fields = fields(line);
    if (!START.matcher(line).matches() || fields.size() < FIELDS_1) {
      return "no storage analytics entry [version 1.0 or 2.0 with at least 30 fields]";
    }
    var time = IsoTime.parse(fields.get(1));
    if (time == null) {
      return "no storage analytics entry [a time in the second field]";
    }
    if (!fields.get(10).equals("blob")) {
      sink.passedOver("", "", time);
      return "";
    }
    var address = BlobAddress.of(fields.get(11), fields.get(9), fields.get(12));
    var status = (int) number(fields.get(4), 0);
    sink.event(
        new ObjectAccess(
            new EventRef(input, number, fields.get(13)),
            time,
            AccessLog.AZURE_BLOB,
            BlobOperation.of(fields.get(2)),
            fields.get(2),
            caller(fields).caller(),
            address.store(),
            address.key(),
            address.version(),
            "",
            number(fields.get(20), -1),
            -1,
            status,
            StorageDecoder.errorCode(status, fields.get(3)),
            fields.get(13),
            address.signed() || fields.get(7).equalsIgnoreCase("sas"),
            "",
            ""));
    return "";
  }

  private static BlobCaller caller(List<String> fields) {
    var two = fields.size() >= FIELDS_1 + 6;
    return new BlobCaller(
        fields.get(7),
        two ? fields.get(30) : "",
        two ? fields.get(35) : "",
        two ? fields.get(32) : "",
        two ? fields.get(31) : "",
        "",
        Fields.address(fields.get(15)),
        fields.get(27));
  }

  private static long number(String text, long fallback) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : fallback;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        fields.add(html(field.toString()));
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(html(field.toString()));
    return fields;
  }

  private static String html(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&quot;", "\"")
            .replace("&#59;", ";")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
  }
}
