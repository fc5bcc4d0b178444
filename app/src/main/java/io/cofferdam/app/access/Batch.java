package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.access.aws.policy.PolicyProblem;
import io.cofferdam.access.json.Json.Position;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.files.BoundedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/// Answers JSON lines by JSON lines: one answer for each line, in order.
///
/// A line that cannot be answered gets `{"id","error":{"code","line","column","message"}}`, with
/// the place counted in the whole file; further mistakes of the line follow in `more`.
///
/// @param <Q> the kind of question
public final class Batch<Q> {
  /// The longest line that is read, in bytes.
  private static final int LONGEST = 32 << 20;

  private static final JsonFactory JSON = new JsonFactory();

  private final LineAnswer<Q> answers;
  private final Writer out;
  private long lines;
  private long refused;
  private long faults;

  public Batch(LineAnswer<Q> answers, Writer out) {
    this.answers = answers;
    this.out = out;
  }

  /// How many lines were answered, refused as not understood, and failed by our fault.
  public record Count(long lines, long refused, long faults) {}

  /// Answers every line of the stream.
  public Count run(InputStream in) throws IOException {
    var source = new BoundedLines(in, LONGEST);
    for (var line = source.next(); line.isPresent(); line = source.next()) {
      lines++;
      out.write(
          switch (line.get()) {
            case BoundedLines.Line.Text(String text) -> answer(text);
            case BoundedLines.Line.TooLong _ ->
                refuse(
                    "CFD-APP-0060", "the line is too long [at most " + (LONGEST >> 20) + " MiB]");
            case BoundedLines.Line.Undecodable _ ->
                refuse("CFD-APP-0061", "the line is not UTF-8 [expected JSON in UTF-8]");
          });
      out.write('\n');
    }
    out.flush();
    return new Count(lines, refused, faults);
  }

  private String answer(String text) throws IOException {
    QuestionReading<Q> reading = answers.read(text);
    return switch (reading) {
      case QuestionReading.Refused<Q>(String id, List<PolicyProblem> problems) -> {
        refused++;
        yield error(id, problems);
      }
      case QuestionReading.Read<Q>(String id, Q question, List<PolicyProblem> warnings) ->
          answer(id, question, warnings);
    };
  }

  private String answer(String id, Q question, List<PolicyProblem> warnings) throws IOException {
    var line = new StringWriter();
    try (var json = open(line, id)) {
      answers.answer(question, json);
      if (!warnings.isEmpty()) {
        json.writeArrayFieldStart("warnings");
        for (var warning : warnings) {
          problem(json, warning);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (RuntimeException | StackOverflowError _) {
      faults++;
      return error(
          id,
          List.of(
              new PolicyProblem(
                  "CFD-APP-0062",
                  new Position(1, 1),
                  "the question could not be answered; the fault is ours")));
    }
    return line.toString();
  }

  private String refuse(String code, String message) throws IOException {
    refused++;
    return error("null", List.of(new PolicyProblem(code, new Position(1, 1), message)));
  }

  private String error(String id, List<PolicyProblem> problems) throws IOException {
    var line = new StringWriter();
    try (var json = open(line, id)) {
      json.writeFieldName("error");
      problem(json, problems.getFirst());
      if (problems.size() > 1) {
        json.writeArrayFieldStart("more");
        for (var problem : problems.subList(1, problems.size())) {
          problem(json, problem);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return line.toString();
  }

  private static JsonGenerator open(Writer line, String id) throws IOException {
    var json = JSON.createGenerator(line);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    json.writeStartObject();
    json.writeFieldName("id");
    json.writeRawValue(id);
    return json;
  }

  private void problem(JsonGenerator json, PolicyProblem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", problem.code());
    json.writeNumberField("line", lines - 1 + problem.at().line());
    json.writeNumberField("column", problem.at().column());
    json.writeStringField("message", problem.message());
    json.writeEndObject();
  }
}
