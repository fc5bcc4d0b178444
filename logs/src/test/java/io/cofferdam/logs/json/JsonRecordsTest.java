package io.cofferdam.logs.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.ProcessorTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Covers({"D-01", "X-04"})
class JsonRecordsTest {
  private static final JsonLayout LAYOUT = JsonLayout.of(List.of("Records"), List.of("id"));

  static final class Seen implements JsonVisitor {
    final List<String> records = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();
    final List<Long> offsets = new ArrayList<>();
    final List<Long> numbers = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<String> envelopes = new ArrayList<>();

    @Override
    public void record(JsonObject record, long number, long offset) {
      records.add(
          new String(
              record.bytes(),
              record.start(),
              record.end() - record.start(),
              StandardCharsets.UTF_8));
      numbers.add(number);
      offsets.add(offset);
    }

    @Override
    public void undecodable(long number, long offset, String reason, byte[] sample) {
      wrong.add(number + "@" + offset + " " + reason);
    }

    @Override
    public void note(String text) {
      notes.add(text);
    }

    @Override
    public void text(String message, long number, long offset) {
      texts.add(message);
    }

    @Override
    public void envelope(String key, JsonObject keysBefore) {
      envelopes.add(key + "/" + keysBefore.text("logGroup"));
    }
  }

  private static Seen read(InputStream in, JsonLimits limits) throws IOException {
    var seen = new Seen();
    JsonRecords.read(in, LAYOUT, limits, seen);
    return seen;
  }

  private static Seen read(String text) throws IOException {
    return read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), JsonLimits.DEFAULT);
  }

  @Test
  void allOuterShapesGiveTheSameRecords() throws IOException {
    var a = "{\"id\":1}";
    var b = "{\"id\":2,\"x\":[{\"y\":\"}\"}]}";
    for (var text :
        List.of(
            "{\"Records\":[" + a + "," + b + "]}",
            "{\"Records\" : [ " + a + " , " + b + " ] }\n",
            "{\"before\":{\"q\":[1,2]},\"Records\":[" + a + "," + b + "],\"after\":[{\"id\":9}]}",
            "[" + a + "," + b + "]",
            "[[" + a + "],[" + b + "]]",
            a + "\n" + b + "\n",
            a + "\r\n\r\n" + b,
            a + b,
            "{\"Records\":[" + a + "]}{\"Records\":[" + b + "]}",
            "[{\"Records\":[" + a + "]},{\"Records\":[" + b + "]}]",
            "2026-03-01T10:00:00.000Z " + a + "\n2026-03-01T10:00:01.000Z " + b + "\n",
            "{\"detail-type\":\"t\",\"detail\":" + a + "}\n{\"detail\":" + b + "}",
            "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":"
                + quoted(a)
                + "},{\"message\":"
                + quoted(b)
                + "}]}")) {
      var seen = read(text);
      assertThat(seen.records).as(text).containsExactly(a, b);
      assertThat(seen.wrong).as(text).isEmpty();
      assertThat(seen.notes).as(text).isEmpty();
      assertThat(seen.numbers).as(text).containsExactly(1L, 2L);
    }
  }

  private static String quoted(String json) {
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Test
  void aBrokenRecordIsToldAndTheNextOneIsRead() throws IOException {
    var good = "{\"id\":1,\"t\":\"x\"}";
    for (var broken :
        List.of(
            "{\"id\":1,\"t\":\"x}",
            "{\"id\":1,\"t\":x\"}",
            "{\"id\":1 \"t\":2}",
            "{\"id\":1,\"t\":[1,2}",
            "{\"id\":1,\"t\":{\"u\":1}",
            "{\"id\":1,}",
            "{\"id\":01}",
            "{\"id\":1,\"t\":\"\\q\"}",
            "{\"id\":1,\"t\":\"a\tb\"}",
            "{id:1}")) {
      for (var text :
          List.of(
              "{\"Records\":[" + good + "," + broken + "," + good + "]}",
              good + "\n" + broken + "\n" + good + "\n")) {
        var seen = read(text);
        assertThat(seen.records).as(text).containsExactly(good, good);
        assertThat(seen.wrong).as(text).isNotEmpty();
        assertThat(seen.wrong.get(0))
            .as(text)
            .startsWith("2@" + text.indexOf(broken) + " not JSON");
      }
    }
  }

  @Test
  void invalidUtf8IsRefusedWithItsRecordOnly() throws IOException {
    var bytes =
        "{\"id\":\"a\"}\n{\"id\":\"?\"}\n{\"id\":\"\u00e9\"}\n".getBytes(StandardCharsets.UTF_8);
    var place = new String(bytes, StandardCharsets.UTF_8).indexOf('?');
    bytes[place] = (byte) 0xc3;
    var seen = read(new ByteArrayInputStream(bytes), JsonLimits.DEFAULT);
    assertThat(seen.records).containsExactly("{\"id\":\"a\"}", "{\"id\":\"\u00e9\"}");
    assertThat(seen.wrong).containsExactly("2@11 record is not valid UTF-8");
  }

  @Test
  void limitsRefuseSingleRecordsAndReadOn() throws IOException {
    var deep = "{\"id\":" + "[".repeat(100) + "]".repeat(100) + "}";
    var long_ = "{\"id\":\"" + "x".repeat(900_000) + "\"}";
    var text = "{\"id\":1}\n" + deep + "\n{\"id\":2}\n" + long_ + "\n{\"id\":3}\n";
    var limits = new JsonLimits(1 << 19, 64, 100);
    var seen = read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits);
    assertThat(seen.records).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
    assertThat(seen.wrong)
        .containsExactly(
            "2@9 record nested deeper than 64 levels",
            "4@" + text.indexOf(long_) + " record larger than the limit of 524288 bytes");
  }

  @Test
  void hostileNestingIsReadInLinearTime() throws IOException {
    var text = "{\"id\":1}\n" + "{\"id\":".repeat(400_000) + "\n{\"id\":2}\n";
    var start = ProcessorTime.begin();
    var seen = read(text);
    assertThat(seen.records).contains("{\"id\":1}");
    assertThat(seen.wrong).isNotEmpty();
    assertThat(start.used()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  @Tag("slow")
  void twoGigabytesOnOneLineStayInConstantMemory() throws IOException {
    var head = "{\"id\":1}\n{\"id\":\"".getBytes(StandardCharsets.UTF_8);
    var tail = "\"}\n{\"id\":2}\n".getBytes(StandardCharsets.UTF_8);
    var middle = new Repeated((byte) 'x', 2L << 30);
    var all =
        new java.io.SequenceInputStream(
            new java.io.SequenceInputStream(new ByteArrayInputStream(head), middle),
            new ByteArrayInputStream(tail));
    System.gc();
    var before = used();
    var seen = read(all, JsonLimits.DEFAULT);
    assertThat(seen.records).containsExactly("{\"id\":1}", "{\"id\":2}");
    assertThat(seen.wrong).containsExactly("2@9 record larger than the limit of 16777216 bytes");
    System.gc();
    assertThat(used() - before).isLessThan(100L << 20);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static final class Repeated extends InputStream {
    private final byte value;
    private long left;

    Repeated(byte value, long left) {
      this.value = value;
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      var n = (int) Math.min(length, left);
      java.util.Arrays.fill(to, from, from + n, value);
      left -= n;
      return n;
    }
  }

  @Test
  void truncationIsToldWhereverItHappens() throws IOException {
    var text = "{\"Records\":[{\"id\":1},{\"id\":2}],\"x\":1}";
    for (var cut = 13; cut < text.length(); cut++) {
      var seen = read(text.substring(0, cut));
      assertThat(seen.wrong.size() + seen.notes.size()).as("cut at " + cut).isPositive();
    }
  }

  @Test
  void plainTextMessagesAndTheirLogGroupAreHandedOn() throws IOException {
    var seen =
        read("{\"logGroup\":\"/flow\",\"logEvents\":[{\"id\":\"e\"},{\"message\":\"2 111 eni\"}]}");
    assertThat(seen.texts).containsExactly("2 111 eni");
    assertThat(seen.envelopes).containsExactly("logEvents//flow");
  }

  @Test
  void controlMessagesAreNotedNotCounted() throws IOException {
    var seen =
        read("{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[{\"message\":\"health\"}]}");
    assertThat(seen.records).isEmpty();
    assertThat(seen.wrong).isEmpty();
    assertThat(seen.notes).containsExactly("CloudWatch Logs control messages passed over");
  }

  @Test
  void scalarsAmongRecordsAreToldOneByOne() throws IOException {
    var seen = read("{\"Records\":[{\"id\":1},null,\"a,b\",{\"id\":2},[{\"id\":7}]]}");
    assertThat(seen.records).containsExactly("{\"id\":1}", "{\"id\":2}");
    assertThat(seen.wrong).hasSize(3).allMatch(text -> text.contains("not an object"));
  }

  @Test
  void garbageBetweenLinesIsOneLetterPerLine() throws IOException {
    var seen = read("{\"id\":1}\n--- rotated ---\n{\"id\":2}\nmore\n");
    assertThat(seen.records).hasSize(2);
    assertThat(seen.wrong).hasSize(2).allMatch(text -> text.contains("not JSON"));
  }
}
