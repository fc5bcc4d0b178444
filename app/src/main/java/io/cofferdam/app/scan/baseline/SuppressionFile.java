package io.cofferdam.app.scan.baseline;

import io.cofferdam.app.datamap.Problems;
import io.cofferdam.app.datamap.YamlNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Suppressions as YAML: `version: 1` and `suppressions`, each with `finding`, `owner`, `reason`
/// and `expires`; `about` may say in words what the id stands for. All mistakes are told at once.
public final class SuppressionFile {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_LINE = 64 << 10;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Set<String> FIELDS =
      Set.of("finding", "owner", "reason", "expires", "about");

  private final Problems problems;
  private final Set<String> seen = new HashSet<>();

  private SuppressionFile(Path file) {
    this.problems = new Problems(file.toString());
  }

  /// Reads and checks the whole file.
  ///
  /// @throws CofferdamException CFD-APP-0121 where its content is wrong, CFD-APP-0122 where it
  ///     cannot be read
  public static List<Suppression> read(Path file) {
    return new SuppressionFile(file).read(text(file));
  }

  private List<Suppression> read(String text) {
    var suppressions = new ArrayList<Suppression>();
    compose(text)
        .ifPresent(
            root -> {
              var top = YamlNode.of(root, "the file", Set.of("version", "suppressions"), problems);
              var version = top.text("version", "");
              if (!version.equals("1")) {
                top.problem(
                    "version",
                    "`version` is `" + Problems.shown(version) + "` [1, the only one so far]");
              }
              top.children("suppressions")
                  .forEach(node -> suppression(node).ifPresent(suppressions::add));
            });
    problems.failIfAny(
        "CFD-APP-0121", "the shape of suppressions is in docs/scan.md, with an example");
    return suppressions;
  }

  private Optional<Suppression> suppression(Node node) {
    var it = YamlNode.of(node, "a suppression", FIELDS, problems);
    var finding = it.requiredText("finding", "a suppression");
    var owner = it.requiredText("owner", "a suppression");
    var reason = it.requiredText("reason", "a suppression");
    var expires = it.requiredText("expires", "a suppression");
    if (it.has("finding") && !ID.matcher(finding).matches()) {
      it.problem(
          "finding",
          "`finding` is `"
              + Problems.shown(finding)
              + "` [an id as scans tell it: 32 hexadecimal digits]");
    } else if (it.has("finding") && !seen.add(finding)) {
      it.problem("finding", "finding `" + finding + "` is suppressed twice");
    }
    if (it.has("owner") && owner.isEmpty()) {
      it.problem("owner", "`owner` is empty [who answers for it]");
    }
    if (it.has("reason") && reason.isEmpty()) {
      it.problem("reason", "`reason` is empty [why it may stay]");
    }
    if (!it.has("expires")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Suppression(finding, owner, reason, LocalDate.parse(expires)));
    } catch (DateTimeException none) {
      it.problem(
          "expires",
          "`expires` is `" + Problems.shown(expires) + "` [the last day, as in 2026-12-31]");
      return Optional.empty();
    }
  }

  private Optional<Node> compose(String text) {
    var number = 1;
    for (int from = 0; from < text.length(); number++) {
      var newline = text.indexOf('\n', from);
      var until = newline < 0 ? text.length() : newline;
      if (until - from > MAX_LINE) {
        problems.add(number, 1, "a line of more than 64 KiB");
        return Optional.empty();
      }
      from = until + 1;
    }
    try {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      options.setMaxAliasesForCollections(20);
      options.setCodePointLimit(MAX_BYTES);
      var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (node == null) {
        problems.add(1, 1, "the file is empty [`version: 1` and `suppressions:`]");
      }
      return Optional.ofNullable(node);
    } catch (MarkedYAMLException bad) {
      var mark = bad.getProblemMark();
      problems.add(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          "not YAML: " + bad.getProblem());
    } catch (YAMLException bad) {
      problems.add(1, 1, "not YAML: " + Problems.shown(String.valueOf(bad.getMessage())));
    }
    return Optional.empty();
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) <= MAX_BYTES) {
        return Files.readString(file);
      }
    } catch (IOException unreadable) {
      // told below
    }
    throw new CofferdamException(
        "CFD-APP-0122",
        ErrorCategory.INVALID_INPUT,
        "suppressions `" + file + "` cannot be read [a UTF-8 file of at most 4 MiB]",
        "check the path given to --suppressions");
  }
}
