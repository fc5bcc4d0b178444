package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request put together from options and policy files, as the line of a batch it amounts to.
///
/// @param context `KEY=VALUE`; a key named twice has two values
/// @param policies files by the member of the question they belong to
public record SingleQuestion(
    String principal,
    String action,
    String resource,
    Optional<String> resourceAccount,
    Map<String, List<String>> context,
    Map<String, List<Path>> policies) {
  private static final long LARGEST_POLICY = 32L << 20;

  public SingleQuestion {
    context = Map.copyOf(context);
    policies = Map.copyOf(policies);
  }

  /// The question in the shape of `access decide --batch`.
  public String line() {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      request(json);
      for (var entry : policies.entrySet()) {
        policies(json, entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void request(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("request");
    json.writeStringField("principal", principal);
    json.writeStringField("action", action);
    json.writeStringField("resource", resource);
    if (resourceAccount.isPresent()) {
      json.writeStringField("resourceAccount", resourceAccount.get());
    }
    json.writeObjectFieldStart("context");
    for (var entry : context.entrySet()) {
      json.writeFieldName(entry.getKey());
      if (entry.getValue().size() == 1) {
        json.writeString(entry.getValue().getFirst());
      } else {
        json.writeArray(entry.getValue().toArray(new String[0]), 0, entry.getValue().size());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void policies(JsonGenerator json, String member, List<Path> files)
      throws IOException {
    if (files.isEmpty()) {
      return;
    }
    json.writeFieldName(member);
    if (member.equals("resourcePolicy")) {
      json.writeString(text(files.getFirst()));
      return;
    }
    json.writeStartArray();
    for (var file : files) {
      boolean level = member.equals("scps") || member.equals("rcps");
      if (level) {
        json.writeStartArray();
      }
      json.writeString(text(file));
      if (level) {
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private static String text(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) > LARGEST_POLICY) {
      throw unusable(file, "larger than 32 MiB");
    }
    try {
      return Files.readString(file);
    } catch (MalformedInputException _) {
      throw unusable(file, "not UTF-8");
    }
  }

  private static CofferdamException unusable(Path file, String why) {
    return new CofferdamException(
        "CFD-APP-0063",
        ErrorCategory.INVALID_INPUT,
        "`" + file + "` is " + why + " [a policy document]",
        "give the policy as the cloud's API returns it");
  }
}
