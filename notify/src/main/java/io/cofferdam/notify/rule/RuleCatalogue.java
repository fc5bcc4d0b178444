package io.cofferdam.notify.rule;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All rules that are loaded, in the order of the index file. Each rule is a YAML file; the index
/// lists them, so that a catalogue reads alike from the class path and from a folder.
public record RuleCatalogue(List<Rule> rules) {
  private static final String ROOT = "catalog/jurisdictions/";
  private static final String INDEX = "index.txt";
  private static final String DEFINITIONS = "definitions.yaml";
  private static final int MAX_BYTES = 1 << 20;

  public RuleCatalogue {
    rules = List.copyOf(rules);
  }

  /// Loads the shipped catalogue from the class path.
  ///
  /// @throws CofferdamException CFD-NOTIFY-0001 where a file cannot be read, CFD-NOTIFY-0002 with
  ///     every mistake in every file
  public static RuleCatalogue shipped() {
    return load(ROOT, RuleCatalogue::fromClassPath);
  }

  /// Loads a catalogue from a folder that holds `index.txt` and the files it lists.
  public static RuleCatalogue of(Path folder) {
    return load(folder + "/", name -> fromFolder(folder, name));
  }

  public Optional<Rule> rule(String id) {
    return rules.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /// The same rules after a named lawyer has checked one against the primary text.
  ///
  /// @throws IllegalArgumentException where no name is given or no such rule exists
  public RuleCatalogue verified(String ruleId, String byName, LocalDate on) {
    if (byName.isBlank()) {
      throw new IllegalArgumentException("a verification needs the name of the person");
    }
    if (rule(ruleId).isEmpty()) {
      throw new IllegalArgumentException("no rule `" + ruleId + "`");
    }
    var checked =
        new Verification(
            Verification.Status.PRIMARY,
            List.of("checked by the named person"),
            byName.strip(),
            on,
            true);
    return new RuleCatalogue(
        rules.stream().map(r -> r.id().equals(ruleId) ? r.with(checked) : r).toList());
  }

  private static RuleCatalogue load(String root, Source source) {
    var problems = new RuleProblems();
    var defined =
        new RuleFile(root + DEFINITIONS, source.read(DEFINITIONS), problems, Map.of())
            .readDefinitions();
    var rules = new ArrayList<Rule>();
    for (var name : source.read(INDEX).lines().map(String::strip).toList()) {
      if (name.isEmpty() || name.startsWith("#")) {
        continue;
      }
      if (!name.matches("[a-z0-9-]+(/[a-z0-9-]+)*\\.yaml")) {
        problems.add(root + INDEX, 1, 1, "`" + name + "` is no rule file [`eu/gdpr-33-1.yaml`]");
        continue;
      }
      new RuleFile(root + name, source.read(name), problems, defined).read().ifPresent(rules::add);
    }
    RuleLinks.check(rules, root, problems);
    problems.failIfAny();
    return new RuleCatalogue(rules);
  }

  /// Gives the text of a file of the catalogue by its relative name.
  private interface Source {
    String read(String name);
  }

  private static String fromClassPath(String name) {
    try (InputStream in = RuleCatalogue.class.getClassLoader().getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw unreadable(ROOT + name);
      }
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException bad) {
      throw unreadable(ROOT + name);
    }
  }

  private static String fromFolder(Path folder, String name) {
    var file = folder.resolve(name);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unreadable(file.toString());
      }
      return Files.readString(file);
    } catch (IOException bad) {
      throw unreadable(file.toString());
    }
  }

  private static CofferdamException unreadable(String file) {
    return new CofferdamException(
        "CFD-NOTIFY-0001",
        ErrorCategory.INVALID_INPUT,
        "rule file `" + file + "` cannot be read [UTF-8 YAML of at most 1 MiB]",
        "check that the file is there and that index.txt lists it by its relative path");
  }
}
