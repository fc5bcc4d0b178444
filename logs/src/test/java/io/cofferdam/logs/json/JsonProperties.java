package io.cofferdam.logs.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The splitter against Jackson, an independent reader of the same grammar.
class JsonProperties {
  private static final JsonLayout LAYOUT = JsonLayout.of(List.of("Records"), List.of());
  private static final JsonFactory JACKSON = new JsonFactory();

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 5 : 7)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2 -> random.nextInt() + (random.nextBoolean() ? "" : ".5e-3");
      case 3, 4 -> text(random);
      case 5 -> object(random, depth + 1);
      default -> {
        var array = new StringBuilder("[");
        for (var i = random.nextInt(4); i > 0; i--) {
          array.append(array.length() > 1 ? " , " : "").append(value(random, depth + 1));
        }
        yield array.append("]").toString();
      }
    };
  }

  private static String text(Random random) {
    var text = new StringBuilder("\"");
    for (var i = random.nextInt(20); i > 0; i--) {
      text.append(
          switch (random.nextInt(8)) {
            case 0 -> "\\\"";
            case 1 -> "\\\\";
            case 2 -> "\\u00e9";
            case 3 -> "\u20ac";
            case 4 -> "}";
            case 5 -> "\ud83d\ude00";
            case 6 -> "\\ud83d\\ude00";
            default -> String.valueOf((char) ('a' + random.nextInt(26)));
          });
    }
    return text.append('"').toString();
  }

  private static String object(Random random, int depth) {
    var object = new StringBuilder("{");
    for (var i = random.nextInt(6); i > 0; i--) {
      object
          .append(object.length() > 1 ? "," : random.nextBoolean() ? " " : "")
          .append("\"k")
          .append(i)
          .append("\":")
          .append(value(random, depth));
    }
    return object.append("}").toString();
  }

  @Property(tries = 300)
  void keysAndTextsAreWhatJacksonReads(@ForAll long seed) throws IOException {
    var json = object(new Random(seed), 0);
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var object = JsonObject.parse(bytes);
    assertThat(object).as(json).isNotNull();
    try (var parser = JACKSON.createParser(bytes)) {
      parser.nextToken();
      var i = 0;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        assertThat(object.key(i)).isEqualTo(parser.currentName());
        var token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
          assertThat(object.text(i)).isEqualTo(parser.getText());
        }
        parser.skipChildren();
        i++;
      }
      assertThat(object.size()).isEqualTo(i);
    }
  }

  /// One damaged object: it is a record exactly where Jackson accepts it whole.
  @Property(tries = 2000)
  void acceptsExactlyWhatJacksonAccepts(@ForAll long seed, @ForAll @IntRange(max = 3) int hits)
      throws IOException {
    var random = new Random(seed);
    var bytes = object(random, 0).getBytes(StandardCharsets.UTF_8);
    for (var hit = 0; hit < hits; hit++) {
      bytes[random.nextInt(bytes.length)] =
          (byte) "{}[]\",:\\0 9-.eatx\n".charAt(random.nextInt(18));
    }
    var seen = new JsonRecordsTest.Seen();
    JsonRecords.read(new ByteArrayInputStream(bytes), LAYOUT, seen);
    var whole = new String(bytes, StandardCharsets.UTF_8);
    if (accepted(bytes)) {
      assertThat(seen.records).as(whole).containsExactly(whole.strip());
      assertThat(seen.wrong).as(whole).isEmpty();
    } else if (whole.startsWith("{")) {
      assertThat(seen.wrong.size() + seen.notes.size() + seen.records.size())
          .as(whole)
          .isPositive();
      assertThat(seen.records).as(whole).doesNotContain(whole);
    }
  }

  private static boolean accepted(byte[] bytes) {
    try (JsonParser parser = JACKSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      var depth = 1;
      while (depth > 0) {
        var token = parser.nextToken();
        if (token == null) {
          return false;
        }
        if (token.isNumeric()) {
          parser.getDoubleValue();
        } else if (token == JsonToken.VALUE_STRING) {
          parser.getText();
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /// However the bytes arrive, the same comes out, broken or not.
  @Property(tries = 300)
  void anyCutOfTheStreamGivesTheSame(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    var text = new StringBuilder(random.nextBoolean() ? "{\"Records\":[" : "[");
    for (var i = 0; i < 5; i++) {
      text.append(i == 0 ? "" : ",").append(object(random, 0));
    }
    text.append(text.charAt(0) == '{' ? "]}" : "]");
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    var once = new JsonRecordsTest.Seen();
    JsonRecords.read(new ByteArrayInputStream(bytes), LAYOUT, once);
    var pieces = new JsonRecordsTest.Seen();
    var in = new ByteArrayInputStream(bytes);
    JsonRecords.read(
        new InputStream() {
          @Override
          public int read() {
            return in.read();
          }

          @Override
          public int read(byte[] to, int from, int length) {
            return in.read(to, from, Math.min(length, 1 + random.nextInt(9)));
          }
        },
        LAYOUT,
        pieces);
    assertThat(pieces.records).isEqualTo(once.records);
    assertThat(pieces.wrong).isEqualTo(once.wrong);
    assertThat(pieces.offsets).isEqualTo(once.offsets);
    assertThat(pieces.notes).isEqualTo(once.notes);
  }
}
