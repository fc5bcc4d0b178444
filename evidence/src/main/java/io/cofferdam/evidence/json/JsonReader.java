package io.cofferdam.evidence.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;

/// Reads JSON strictly: UTF-8, no repeated member, no fraction, nothing after the value, at most 32
/// levels deep. Whatever breaks a rule is an [IOException] whose message is for people.
public final class JsonReader {
  private static final int DEEPEST = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(20)
                  .maxStringLength(64 << 20)
                  .build())
          .build();

  private JsonReader() {}

  /// Reads one value.
  ///
  /// @throws IOException when the bytes are not one JSON value of the kind above
  public static Json read(byte[] utf8) throws IOException {
    var text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(utf8))
            .toString();
    try (var parser = FACTORY.createParser(text)) {
      var first = parser.nextToken();
      if (first == null) {
        throw new IOException("empty, expected a JSON value");
      }
      var value = value(parser, first);
      if (parser.nextToken() != null) {
        throw new IOException("more than one JSON value");
      }
      return value;
    }
  }

  /// Like [#read(byte[])], and the value must be an object.
  public static Json.Members readMembers(byte[] utf8) throws IOException {
    if (read(utf8) instanceof Json.Members members) {
      return members;
    }
    throw new IOException("expected a JSON object");
  }

  private static Json value(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      var members = new HashMap<String, Json>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        members.put(name, value(parser, parser.nextToken()));
      }
      return new Json.Members(members);
    }
    if (token == JsonToken.START_ARRAY) {
      var items = new ArrayList<Json>();
      for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
        items.add(value(parser, next));
      }
      return new Json.Array(items);
    }
    if (token == JsonToken.VALUE_STRING) {
      return new Json.Text(parser.getText());
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return whole(parser);
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new Json.Truth(token == JsonToken.VALUE_TRUE);
    }
    if (token == JsonToken.VALUE_NULL) {
      return new Json.Nothing();
    }
    throw new IOException("a number that is not whole, or a broken value");
  }

  private static Json whole(JsonParser parser) throws IOException {
    try {
      return new Json.Whole(parser.getLongValue());
    } catch (IllegalArgumentException e) {
      throw new IOException("a number beyond 2^53 - 1", e);
    }
  }
}
