package io.cofferdam.logs.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/// Undoes JSON that is written as text inside JSON. What is not JSON inside stays the text it is.
final class PlainJson {
  private static final int LAYERS = 3;
  private static final JsonFactory JSON = new JsonFactory();

  private PlainJson() {}

  /// The value as plain JSON; empty for nothing, null and the empty text.
  static String of(String json) {
    if (json.isEmpty()) {
      return "";
    }
    var plain = plain(json, LAYERS);
    return plain.equals("\"\"") || plain.equals("null") ? "" : plain;
  }

  /// The object with each of its values as plain JSON.
  static String ofValues(String json) {
    var object = of(json);
    if (!object.startsWith("{")) {
      return object;
    }
    var out = new StringWriter(object.length());
    try (var in = JSON.createParser(object);
        var to = JSON.createGenerator(out)) {
      in.nextToken();
      to.writeStartObject();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        to.writeFieldName(in.currentName());
        if (in.nextToken() == JsonToken.VALUE_STRING) {
          to.writeRawValue(plain(quoted(in.getText()), LAYERS));
        } else {
          to.copyCurrentStructure(in);
        }
      }
      to.writeEndObject();
    } catch (IOException e) {
      return object; // as it was written
    }
    return out.toString();
  }

  private static String plain(String json, int layers) {
    if (layers == 0 || json.isEmpty() || json.charAt(0) != '"') {
      return json;
    }
    try (var in = JSON.createParser(json)) {
      var text = in.nextToken() == JsonToken.VALUE_STRING ? in.getText().strip() : "";
      var inside = text.isEmpty() ? ' ' : text.charAt(0);
      if ((inside == '{' || inside == '[' || inside == '"') && valid(text)) {
        return plain(text, layers - 1);
      }
      return json;
    } catch (IOException e) {
      return json;
    }
  }

  private static boolean valid(String json) {
    try (var in = JSON.createParser(json)) {
      in.nextToken();
      in.skipChildren();
      return in.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static String quoted(String text) throws IOException {
    var out = new StringWriter(text.length() + 16);
    try (JsonGenerator to = JSON.createGenerator(out)) {
      to.writeString(text);
    }
    return out.toString();
  }
}
