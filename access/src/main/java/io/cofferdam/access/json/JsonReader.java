package io.cofferdam.access.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.cofferdam.access.json.Json.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one JSON value (RFC 8259) within limits: 32 MiB of text, 64 levels, 2 million values.
///
/// Duplicate member names are refused: AWS does so in policies, and whichever of the two one
/// believed could be the wrong one.
public final class JsonReader {
  private static final int MAX_CHARACTERS = 32 << 20;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_VALUES = 2_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_CHARACTERS)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private final JsonParser parser;
  private int values;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  public static JsonRead read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return new JsonRead.Malformed(
          "text too long [at most 32 MiB of characters]", new Position(1, 1));
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(parser).document();
    } catch (IOException e) {
      return new JsonRead.Malformed("not readable as JSON", new Position(1, 1));
    }
  }

  private JsonRead document() {
    try {
      if (parser.nextToken() == null) {
        return new JsonRead.Malformed("empty text [expected a JSON value]", new Position(1, 1));
      }
      Json json = value();
      if (parser.nextToken() != null) {
        return new JsonRead.Malformed("text after the end of the JSON value", here());
      }
      return new JsonRead.Value(json);
    } catch (IOException e) {
      return new JsonRead.Malformed(reason(e), here());
    } catch (TooMany e) {
      return new JsonRead.Malformed("too many values [at most " + MAX_VALUES + "]", here());
    }
  }

  /// The parser's own messages quote the text, which may hold secrets; ours do not.
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Duplicate field")) {
      return "duplicate member name in an object [names must be unique]";
    }
    if (message.contains("nesting depth")) {
      return "nested too deeply [at most " + MAX_DEPTH + " levels]";
    }
    if (message.contains("end-of-input")) {
      return "text ends too early [expected the rest of a JSON value]";
    }
    return "not valid JSON (RFC 8259)";
  }

  private Position here() {
    JsonLocation location = parser.currentLocation();
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private Position tokenStart() {
    JsonLocation location = parser.currentTokenLocation();
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private Json value() throws IOException {
    if (++values > MAX_VALUES) {
      throw new TooMany();
    }
    Position at = tokenStart();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return members(at);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Json> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      return new Json.Items(Collections.unmodifiableList(items), at);
    }
    if (token == JsonToken.VALUE_STRING) {
      return new Json.Text(parser.getText(), at);
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new Json.Bool(token == JsonToken.VALUE_TRUE, at);
    }
    if (token == JsonToken.VALUE_NULL) {
      return new Json.Null(at);
    }
    return new Json.Numeral(parser.getText(), at);
  }

  private Json members(Position at) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value());
    }
    return new Json.Members(Collections.unmodifiableMap(members), at);
  }

  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super(null, null, false, false);
    }
  }
}
