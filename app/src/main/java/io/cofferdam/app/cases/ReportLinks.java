package io.cofferdam.app.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.pack.PackLayout;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.Link;
import io.cofferdam.respond.cases.LinkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a case takes from a report of `investigate`: a title, and links to the report and to the
/// pack beside it, with their hashes.
///
/// @param title the first sentence of its story
/// @param links the report, and the checkpoint of the pack where there is one
public record ReportLinks(String title, List<Link> links) {
  private static final int LONGEST_TITLE = 200;

  public ReportLinks {
    links = List.copyOf(links);
  }

  /// Reads a `report.json`, or that of a folder.
  ///
  /// @throws CofferdamException CFD-APP-0154 where it is no report
  public static ReportLinks read(Path given) throws IOException {
    var file = Files.isDirectory(given) ? given.resolve("report.json") : given;
    if (!Files.isRegularFile(file)) {
      throw noReport(given, "not there");
    }
    var story = parse(file).path("story");
    if (!story.isArray() || story.isEmpty()) {
      throw noReport(given, "without a story");
    }
    var links = new ArrayList<Link>();
    links.add(link(LinkKind.REPORT, file));
    var checkpoint = file.resolveSibling("pack").resolve(PackLayout.CHECKPOINT);
    if (Files.isRegularFile(checkpoint)) {
      links.add(link(LinkKind.PACK, checkpoint));
    }
    return new ReportLinks(title(story.path(0).asText()), links);
  }

  /// A link to a file by its full path, with the hash it has now; to something else without.
  public static Link link(LinkKind kind, Path file) throws IOException {
    return new Link(kind, file.toAbsolutePath().normalize().toString(), sha256(file));
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Hash.digest();
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static JsonNode parse(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new ObjectMapper().readTree(in);
    } catch (JsonProcessingException e) {
      throw noReport(file, "no JSON");
    }
  }

  private static String title(String sentence) {
    var plain = sentence.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= LONGEST_TITLE
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TITLE - 20)) + "...";
  }

  private static CofferdamException noReport(Path file, String why) {
    return new CofferdamException(
        "CFD-APP-0154",
        ErrorCategory.INVALID_INPUT,
        "`" + file + "` is no report: " + why + " [report.json of `investigate`, or its folder]",
        "name the folder that `investigate` told under Written");
  }
}
