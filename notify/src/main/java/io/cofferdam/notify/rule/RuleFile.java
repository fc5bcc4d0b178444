package io.cofferdam.notify.rule;

import io.cofferdam.notify.clock.Computation;
import io.cofferdam.notify.clock.PeriodRule;
import io.cofferdam.notify.clock.PeriodUnit;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
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

/// Reads one rule file into a [Rule]; everything wrong goes to the problems with its position.
final class RuleFile {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "regime",
          "title",
          "role",
          "jurisdictions",
          "citation",
          "valid-from",
          "valid-to",
          "known-from",
          "verification",
          "applicability",
          "trigger",
          "exemptions",
          "recipient",
          "channel",
          "clock",
          "content",
          "phased",
          "follow-ups",
          "late-rule",
          "record-keeping",
          "note");

  private final String file;
  private final String text;
  private final RuleProblems problems;
  private final Map<String, Condition> defined;

  RuleFile(String file, String text, RuleProblems problems, Map<String, Condition> defined) {
    this.file = file;
    this.text = text;
    this.problems = problems;
    this.defined = defined;
  }

  Optional<Rule> read() {
    return compose().map(this::rule);
  }

  /// Reads the file of shared conditions: a mapping from name to condition.
  Map<String, Condition> readDefinitions() {
    var found = new LinkedHashMap<String, Condition>();
    compose()
        .ifPresent(
            root -> {
              var names = RuleYaml.keysOf(root);
              var it = new RuleYaml(file, problems, root, names);
              for (var name : names) {
                found.put(name, condition(it, name));
              }
            });
    return found;
  }

  private Optional<Node> compose() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    options.setNestingDepthLimit(60);
    try {
      var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (node == null) {
        problems.add(file, 1, 1, "the file is empty [a rule]");
      }
      return Optional.ofNullable(node);
    } catch (MarkedYAMLException bad) {
      var mark = bad.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      int column = mark == null ? 1 : mark.getColumn() + 1;
      problems.add(
          file, line, column, "not YAML: " + RuleProblems.shown(String.valueOf(bad.getProblem())));
    } catch (YAMLException bad) {
      problems.add(file, 1, 1, "not YAML: " + RuleProblems.shown(String.valueOf(bad.getMessage())));
    }
    return Optional.empty();
  }

  private Rule rule(Node root) {
    var it = new RuleYaml(file, problems, root, FIELDS);
    var clock = it.required("clock").map(n -> it.sub(n, CLOCK_FIELDS));
    return new Rule(
        id(it),
        it.text("regime"),
        it.text("title"),
        it.text("role"),
        it.texts("jurisdictions"),
        it.required("citation").map(n -> citation(it, n)).orElse(NO_CITATION),
        date(it, "valid-from"),
        date(it, "valid-to"),
        date(it, "known-from"),
        it.required("verification").map(n -> verification(it, n)).orElse(NOT_VERIFIED),
        condition(it, "applicability"),
        condition(it, "trigger"),
        it.node("exemptions").map(it::items).orElse(List.of()).stream()
            .map(n -> exemption(it, n))
            .toList(),
        it.word("recipient", List.of(RecipientKind.values()), RuleFile::dashed),
        it.text("channel"),
        clock.map(this::clockStart).orElse(new ClockStart.Aware()),
        clock.map(this::period).orElse(NO_PERIOD),
        it.node("content").map(it::items).orElse(List.of()).stream()
            .map(n -> content(it, n))
            .toList(),
        it.yes("phased"),
        it.texts("follow-ups"),
        it.optionalText("late-rule"),
        it.optionalText("record-keeping"),
        it.optionalText("note"));
  }

  private static final Set<String> CLOCK_FIELDS =
      Set.of("starts", "after", "amount", "unit", "computation");
  private static final Citation NO_CITATION = new Citation("", "", "", "", "");
  private static final Verification NOT_VERIFIED =
      new Verification(Verification.Status.MEMORY, List.of(), "", LocalDate.EPOCH, false);
  private static final PeriodRule NO_PERIOD =
      new PeriodRule(0, PeriodUnit.PROMPT, Computation.ELAPSED);

  private static String id(RuleYaml it) {
    var id = it.text("id");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      it.problem("id `" + RuleProblems.shown(id) + "` [lower case, digits, dashes: eu-gdpr-33-1]");
    }
    return id;
  }

  private static Citation citation(RuleYaml parent, Node at) {
    var it = parent.sub(at, Set.of("act", "article", "paragraph", "celex", "url"));
    return new Citation(
        it.text("act"),
        it.text("article"),
        it.optionalText("paragraph"),
        it.optionalText("celex"),
        it.text("url"));
  }

  private Verification verification(RuleYaml parent, Node at) {
    var it = parent.sub(at, Set.of("status", "seen", "by", "date", "legal-review"));
    var status = it.word("status", List.of(Verification.Status.values()), RuleFile::dashed);
    var seen = it.texts("seen");
    if (status != Verification.Status.MEMORY && seen.isEmpty()) {
      it.problem("`seen` is empty [the pages read, unless the status is memory]");
    }
    return new Verification(
        status,
        seen,
        it.text("by"),
        date(it, "date").orElse(LocalDate.EPOCH),
        it.word("legal-review", List.of("pending", "done"), w -> w).equals("done"));
  }

  private Condition condition(RuleYaml it, String key) {
    return it.required(key)
        .map(new ConditionYaml(it, defined)::read)
        .orElseGet(Condition.Always::new);
  }

  private Exemption exemption(RuleYaml parent, Node at) {
    var it = parent.sub(at, Set.of("id", "citation", "when", "why", "instead"));
    return new Exemption(
        it.text("id"),
        it.text("citation"),
        condition(it, "when"),
        it.text("why"),
        it.optionalText("instead"));
  }

  private static Rule.ContentField content(RuleYaml parent, Node at) {
    var it = parent.sub(at, Set.of("field", "citation", "words"));
    return new Rule.ContentField(it.text("field"), it.text("citation"), it.text("words"));
  }

  private ClockStart clockStart(RuleYaml it) {
    return switch (it.word("starts", List.of("aware", "submitted", "ordered"), w -> w)) {
      case "submitted" -> new ClockStart.Submitted(it.text("after"));
      case "ordered" -> new ClockStart.Ordered();
      default -> new ClockStart.Aware();
    };
  }

  private PeriodRule period(RuleYaml it) {
    var unit = it.word("unit", List.of(PeriodUnit.values()), RuleFile::dashed);
    var computation = it.word("computation", List.of(Computation.values()), RuleFile::dashed);
    long amount = it.required("amount").map(it::number).orElse(0L);
    if (amount > 10_000 || (amount == 0 && unit != PeriodUnit.PROMPT)) {
      it.problem("`amount` is " + amount + " [1 to 10000; 0 only for prompt]");
      return NO_PERIOD;
    }
    return new PeriodRule((int) amount, unit, computation);
  }

  private Optional<LocalDate> date(RuleYaml it, String key) {
    return it.node(key)
        .flatMap(
            n -> {
              var text = it.scalar(n);
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeParseException _) {
                it.problem(n, "`" + RuleProblems.shown(text) + "` is no date [2026-01-31]");
                return Optional.empty();
              }
            });
  }

  private static <E extends Enum<E>> String dashed(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
