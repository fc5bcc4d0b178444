package io.cofferdam.app.datamap;

import io.cofferdam.files.BoundedLines;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.SubjectIndex;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A subject index as CSV (RFC 4180, UTF-8, optionally gzipped) with the header
/// `store,key,version,subject,country,data_classes,rows`; read as a stream each time it is asked.
///
/// INVARIANT: a line that cannot be read fails the whole index with its number: an index with holes
/// would understate who is concerned.
final class CsvSubjectIndex implements SubjectIndex {
  private static final String HEADER = "store,key,version,subject,country,data_classes,rows";
  private static final int MAX_LINE = 64 << 10;

  private final Path file;

  CsvSubjectIndex(Path file) {
    this.file = file;
  }

  @Override
  public void forEach(Consumer<Entry> each) {
    long line = 1;
    try (var in = open()) {
      var lines = new BoundedLines(in, MAX_LINE);
      var header = lines.next().map(first -> text(first, 1)).orElse("");
      if (!header.strip().toLowerCase(Locale.ROOT).equals(HEADER)) {
        throw wrong(line, "the header is not `" + HEADER + "`");
      }
      var classLists = new HashMap<String, List<String>>();
      var words = new HashMap<String, String>();
      for (var next = lines.next(); next.isPresent(); next = lines.next()) {
        line++;
        var text = text(next.get(), line);
        if (!text.isEmpty()) {
          each.accept(entry(text, line, classLists, words));
        }
      }
    } catch (IOException unreadable) {
      throw wrong(line + 1, "cannot be read [a whole CSV file in UTF-8, plain or gzipped]");
    }
  }

  private String text(BoundedLines.Line line, long number) {
    return switch (line) {
      case BoundedLines.Line.Text(var text) -> text;
      case BoundedLines.Line.TooLong() -> throw wrong(number, "is longer than 64 KiB");
      case BoundedLines.Line.Undecodable() -> throw wrong(number, "is not UTF-8");
    };
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private Entry entry(
      String text, long line, Map<String, List<String>> classLists, Map<String, String> words) {
    var fields = fields(text);
    if (fields == null || fields.size() != 7) {
      throw wrong(
          line, "has " + (fields == null ? "an open quote" : fields.size() + " fields") + " [7]");
    }
    var country = fields.get(4).strip().toUpperCase(Locale.ROOT);
    if (!country.matches("[A-Z]{2}")) {
      throw wrong(line, "has no country code [two letters, ZZ for unresolved]");
    }
    long rows;
    try {
      rows = fields.get(6).isBlank() ? 1 : Long.parseLong(fields.get(6).strip());
    } catch (NumberFormatException notANumber) {
      throw wrong(line, "has no number of rows [a whole number]");
    }
    if (rows < 0) {
      throw wrong(line, "has a negative number of rows");
    }
    return new Entry(
        words.computeIfAbsent(fields.get(0), w -> w),
        fields.get(1),
        fields.get(2),
        fields.get(3),
        words.computeIfAbsent(country, w -> w),
        classLists.computeIfAbsent(fields.get(5), c -> List.of(c.split("\\|"))),
        rows);
  }

  private static @Nullable List<String> fields(String text) {
    var fields = new ArrayList<String>(7);
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return quoted ? null : fields;
  }

  private CofferdamException wrong(long line, String text) {
    return new CofferdamException(
        "CFD-MAP-0003",
        ErrorCategory.INVALID_INPUT,
        "subject index `" + file.getFileName() + "` line " + line + " " + text,
        "an index with holes would understate who is concerned, so it is refused; mend or leave it"
            + " out");
  }
}
