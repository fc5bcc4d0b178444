package io.cofferdam.app.datamap;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.Canary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.datamap.SubjectIndex;
import io.cofferdam.model.scope.SubjectCount;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// A data map as YAML (`docs/data-map.md`, schema `data-map.schema.json`). Every part but `version`
/// may be left out; what is there must be right: all mistakes are told at once, each with line and
/// column.
public final class DataMapFile {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_LINE = 256 << 10;

  private static final Set<String> TOP =
      Set.of(
          "version",
          "organisation",
          "accounts",
          "networks",
          "stores",
          "subject-index",
          "canaries",
          "complete-logs",
          "expected");
  private static final Set<String> ORGANISATION =
      Set.of(
          "name",
          "country",
          "establishments",
          "online-marketplace",
          "medium-or-larger",
          "controller",
          "users",
          "time-zone",
          "contact");
  private static final Set<String> STORE =
      Set.of(
          "name",
          "resource",
          "prefix",
          "role",
          "data-classes",
          "personal-data",
          "people",
          "readers",
          "regions",
          "artefact",
          "encrypted",
          "objects",
          "surfaces");
  private static final Set<String> ARTEFACTS = Set.of("weights", "adapter", "prompts", "code");

  private final Path file;
  private final Problems problems;

  private DataMapFile(Path file) {
    this.file = file;
    this.problems = new Problems(file.toString());
  }

  /// Reads and checks the whole file.
  ///
  /// @throws CofferdamException CFD-MAP-0001 where the file cannot be read, CFD-MAP-0002 where its
  ///     content is wrong
  public static DataMap read(Path file) {
    return new DataMapFile(file).read();
  }

  private DataMap read() {
    var root = compose();
    var top = YamlNode.of(root, "the data map", TOP, problems);
    var version = top.text("version", "");
    if (!version.equals("1")) {
      top.problem(
          "version", "`version` is `" + Problems.shown(version) + "` [1, the only one so far]");
    }
    var organisation = top.child("organisation").map(this::organisation);
    var stores = top.children("stores").stream().map(this::store).toList();
    var networks = top.texts("networks");
    for (var network : networks) {
      if (!Cidr.valid(network)) {
        top.problem(
            "networks", "`" + Problems.shown(network) + "` is no network [`198.51.100.0/24`]");
      }
    }
    var canaries = top.children("canaries").stream().flatMap(n -> canary(n).stream()).toList();
    var complete =
        top.children("complete-logs").stream()
            .flatMap(n -> CompleteLogs.read(n, problems).stream())
            .toList();
    var expected = top.child("expected").map(n -> ExpectationsReader.read(n, problems));
    var index = subjectIndex(top);
    problems.failIfAny(
        "CFD-MAP-0002",
        "the shape is described in docs/data-map.md, with an example to start from");
    return new DataMap(
        organisation.orElseGet(Organisation::unknown),
        top.texts("accounts"),
        networks,
        stores,
        index,
        canaries,
        complete,
        expected.orElseGet(Expectations::none));
  }

  private Node compose() {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new CofferdamException(
            "CFD-MAP-0001",
            ErrorCategory.INVALID_INPUT,
            "data map `" + file + "` is larger than 16 MiB",
            "name stores, not objects; objects and people belong in the subject index");
      }
      var text = Files.readString(file);
      refuseLongLines(text);
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      options.setMaxAliasesForCollections(20);
      options.setCodePointLimit(MAX_BYTES);
      var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (node == null) {
        throw wrong("data map `" + file + "` is empty");
      }
      return node;
    } catch (MarkedYAMLException bad) {
      var mark = bad.getProblemMark();
      var where = mark == null ? "" : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
      throw wrong(file + where + ": not YAML: " + bad.getProblem());
    } catch (YAMLException bad) {
      throw wrong(file + ": not YAML: " + Problems.shown(String.valueOf(bad.getMessage())));
    } catch (IOException unreadable) {
      throw new CofferdamException(
          "CFD-MAP-0001",
          ErrorCategory.INVALID_INPUT,
          "data map `" + file + "` cannot be read [a readable UTF-8 file]",
          "check the path given to --data-map");
    }
  }

  /// What the parser spends on one word grows with the square of its length.
  private void refuseLongLines(String text) {
    var number = 1;
    for (int from = 0; from < text.length(); number++) {
      var newline = text.indexOf('\n', from);
      var until = newline < 0 ? text.length() : newline;
      if (until - from > MAX_LINE) {
        throw wrong(file + ":" + number + ":1: a line of more than 256 KiB");
      }
      from = until + 1;
    }
  }

  private static CofferdamException wrong(String text) {
    return new CofferdamException(
        "CFD-MAP-0002",
        ErrorCategory.INVALID_INPUT,
        text,
        "the shape is described in docs/data-map.md, with an example to start from");
  }

  private Organisation organisation(Node node) {
    var it = YamlNode.of(node, "`organisation`", ORGANISATION, problems);
    var contact =
        it.child("contact")
            .map(n -> YamlNode.of(n, "`contact`", Set.of("name", "channel"), problems));
    return new Organisation(
        it.text("name", ""),
        country(it, "country", it.text("country", "")),
        it.texts("establishments").stream().map(c -> country(it, "establishments", c)).toList(),
        ternary(it, "online-marketplace"),
        ternary(it, "medium-or-larger"),
        ternary(it, "controller"),
        it.number("users", -1),
        zone(it),
        contact.map(c -> c.text("name", "")).orElse(""),
        contact.map(c -> c.text("channel", "")).orElse(""));
  }

  private Store store(Node node) {
    var it = YamlNode.of(node, "a store", STORE, problems);
    var id = it.requiredText("resource", "a store");
    var resource = ResourceNames.parse(id);
    if (resource.isEmpty() && !id.isEmpty()) {
      it.problem(
          "resource",
          "`" + Problems.shown(id) + "` names no resource [" + ResourceNames.EXPECTED + "]");
    }
    var people = it.numbers("people");
    people.keySet().forEach(c -> country(it, "people", c));
    var artefact = it.text("artefact", "");
    if (!artefact.isEmpty() && !ARTEFACTS.contains(artefact)) {
      it.problem(
          "artefact", "`" + Problems.shown(artefact) + "`" + NearestName.hint(artefact, ARTEFACTS));
    }
    var classes = it.texts("data-classes");
    var personal = ternary(it, "personal-data");
    return new Store(
        it.text("name", id),
        resource.orElse(ResourceNames.NONE),
        it.text("prefix", ""),
        role(it),
        classes,
        personal == Ternary.UNKNOWN && !classes.isEmpty() ? Ternary.TRUE : personal,
        Map.copyOf(people),
        it.texts("readers"),
        it.texts("regions"),
        artefact,
        ternary(it, "encrypted"),
        it.number("objects", -1),
        it.texts("surfaces"));
  }

  private StoreRole role(YamlNode it) {
    var text = it.text("role", "unknown");
    var known = new ArrayList<String>();
    for (var role : StoreRole.values()) {
      var word = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text)) {
        return role;
      }
      known.add(word);
    }
    it.problem("role", "`" + Problems.shown(text) + "`" + NearestName.hint(text, known));
    return StoreRole.UNKNOWN;
  }

  private Optional<Canary> canary(Node node) {
    var it =
        YamlNode.of(node, "a canary", Set.of("sha256", "length", "store", "planted-at"), problems);
    var hash = it.requiredText("sha256", "a canary").toLowerCase(Locale.ROOT);
    if (!hash.matches("[0-9a-f]{64}")) {
      it.problem("sha256", "`sha256` is no SHA-256 [64 hex digits]");
    }
    var length = it.number("length", 0);
    if (length < 8 || length > 4096) {
      it.problem("length", "`length` is " + length + " [8 to 4096 characters]");
    }
    Instant planted = null;
    var at = it.text("planted-at", "");
    if (!at.isEmpty()) {
      try {
        planted = Instant.parse(at);
      } catch (DateTimeException notATime) {
        it.problem("planted-at", "`" + Problems.shown(at) + "` [2026-01-31T00:00:00Z]");
      }
    }
    return Optional.of(
        new Canary(hash, (int) Math.min(length, 4096), it.text("store", ""), planted));
  }

  private Optional<SubjectIndex> subjectIndex(YamlNode top) {
    var name = top.text("subject-index", "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var parent = file.toAbsolutePath().getParent();
    var path = parent == null ? Path.of(name) : parent.resolve(name);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      top.problem(
          "subject-index",
          "`" + Problems.shown(name) + "` is not there [a CSV file beside the data map]");
      return Optional.empty();
    }
    return Optional.of(new CsvSubjectIndex(path));
  }

  private String country(YamlNode it, String key, String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    if (!upper.isEmpty()
        && !upper.equals(SubjectCount.UNRESOLVED)
        && !List.of(Locale.getISOCountries()).contains(upper)) {
      it.problem(
          key, "`" + Problems.shown(code) + "` is no country [ISO 3166 code such as DE, or ZZ]");
    }
    return upper;
  }

  private static String zone(YamlNode it) {
    var zone = it.text("time-zone", "UTC");
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException unknownZone) {
      it.problem("time-zone", "`" + Problems.shown(zone) + "` is no time zone [Europe/Berlin]");
      return "UTC";
    }
  }

  private static Ternary ternary(YamlNode it, String key) {
    return switch (it.text(key, "unknown").toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> Ternary.TRUE;
      case "no", "false" -> Ternary.FALSE;
      case "unknown", "" -> Ternary.UNKNOWN;
      default -> {
        it.problem(
            key,
            "`" + key + "` is `" + Problems.shown(it.text(key, "")) + "` [yes, no or unknown]");
        yield Ternary.UNKNOWN;
      }
    };
  }
}
