package io.cofferdam.respond.playbook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.cofferdam.respond.playbook.DocNode.Entry;
import io.cofferdam.respond.playbook.DocNode.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads one JSON or YAML document with the places of its parts. Nothing in it is ever run, and no
/// part of it can stand for another.
public final class DocReader {
  static final int MAX_CHARS = 1 << 20;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_NODES = 50_000;
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_CHARS)
          .maxNumberLength(30)
          .build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(LIMITS).build();

  private final String file;
  private final List<Flaw> flaws;
  private int nodes;

  private DocReader(String file, List<Flaw> flaws) {
    this.file = file;
    this.flaws = flaws;
  }

  /// The document; empty where it cannot be read, with the reason among the flaws.
  public static Optional<DocNode> read(String file, String text, List<Flaw> flaws) {
    var whole = new Place(file, 1, 1);
    if (text.length() > MAX_CHARS) {
      flaws.add(
          new Flaw(
              whole,
              FlawKind.TOO_LARGE,
              "the document has `" + text.length() + "` characters [at most " + MAX_CHARS + "]",
              "split it"));
      return Optional.empty();
    }
    var reader = new DocReader(file, flaws);
    var factory = text.stripLeading().startsWith("{") ? JSON : YAML;
    try (var parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        flaws.add(
            new Flaw(whole, FlawKind.NO_DOCUMENT, "the document is empty [one document]", ""));
        return Optional.empty();
      }
      var root = reader.node(parser);
      if (parser.nextToken() != null) {
        flaws.add(
            new Flaw(
                reader.here(parser), FlawKind.NO_DOCUMENT, "more than one document [one]", ""));
        return Optional.empty();
      }
      return Optional.of(root);
    } catch (JsonProcessingException bad) {
      var at = bad.getLocation();
      flaws.add(
          new Flaw(
              at == null ? whole : new Place(file, Math.max(1, at.getLineNr()), column(at)),
              FlawKind.NO_DOCUMENT,
              "it is neither JSON nor YAML, or nested too deep [one document]",
              "an editor that knows the format shows the mistake at this place"));
      return Optional.empty();
    } catch (TooLarge large) {
      flaws.add(
          new Flaw(
              whole,
              FlawKind.TOO_LARGE,
              "the document has more than `" + MAX_NODES + "` parts [fewer]",
              "split it"));
      return Optional.empty();
    } catch (IOException | RuntimeException bad) {
      // The YAML library throws exceptions of its own for some malformed input.
      flaws.add(
          new Flaw(
              whole, FlawKind.NO_DOCUMENT, "it cannot be read [one JSON or YAML document]", ""));
      return Optional.empty();
    }
  }

  private static int column(com.fasterxml.jackson.core.JsonLocation at) {
    return Math.max(1, at.getColumnNr());
  }

  private Place here(JsonParser parser) {
    var at = parser.currentTokenLocation();
    return new Place(file, Math.max(1, at.getLineNr()), column(at));
  }

  private DocNode node(JsonParser parser) throws IOException {
    nodes++;
    if (nodes > MAX_NODES) {
      throw new TooLarge();
    }
    var place = here(parser);
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      flaws.add(
          new Flaw(place, FlawKind.ALIAS, "an alias `*...` [the text itself]", "write it out"));
      return new DocNode.Scalar(place, "", Kind.NOTHING);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, place);
      case START_ARRAY -> items(parser, place);
      case VALUE_NUMBER_INT -> new DocNode.Scalar(place, parser.getText(), Kind.WHOLE);
      case VALUE_TRUE, VALUE_FALSE -> new DocNode.Scalar(place, parser.getText(), Kind.TRUTH);
      case VALUE_NULL -> new DocNode.Scalar(place, "", Kind.NOTHING);
      default -> new DocNode.Scalar(place, parser.getText(), Kind.TEXT);
    };
  }

  private DocNode mapping(JsonParser parser, Place place) throws IOException {
    var entries = new LinkedHashMap<String, Entry>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = here(parser);
      var name = parser.currentName();
      parser.nextToken();
      var value = node(parser);
      if (entries.putIfAbsent(name, new Entry(key, value)) != null) {
        flaws.add(
            new Flaw(
                key,
                FlawKind.DUPLICATE_KEY,
                "`" + Shown.of(name) + "` stands twice [each name once]",
                ""));
      }
    }
    return new DocNode.Mapping(place, entries);
  }

  private DocNode items(JsonParser parser, Place place) throws IOException {
    var items = new ArrayList<DocNode>();
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      items.add(node(parser));
    }
    return new DocNode.Items(place, items);
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
