package io.cofferdam.app.playbooks;

import io.cofferdam.app.contain.Acts;
import io.cofferdam.app.datamap.NearestName;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Known;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookCheck;
import io.cofferdam.respond.playbook.PlaybookReader;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The playbooks that are there: those of the catalogue, and files.
public final class PlaybookShelf {
  private static final String DUTIES = "catalog/jurisdictions/index.txt";
  private static final int MAX_BYTES = 1 << 20;

  private final ShippedPlaybooks shipped = ShippedPlaybooks.load();
  private final Known known;

  public PlaybookShelf() {
    var acts = new HashMap<String, List<String>>();
    Acts.all(Instant.EPOCH).forEach(act -> acts.put(act.kind().id(), act.kind().names()));
    this.known = new Known(acts, Optional.of(duties()), shipped::byId);
  }

  private static Set<String> duties() {
    var duties = new LinkedHashSet<String>();
    try (var in = PlaybookShelf.class.getClassLoader().getResourceAsStream(DUTIES)) {
      if (in == null) {
        throw new IOException("it is not packed");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> line.endsWith(".yaml"))
          .forEach(line -> duties.add(line.replace(".yaml", "").replace('/', '-')));
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-APP-0190",
          ErrorCategory.INTERNAL,
          "`" + DUTIES + "` cannot be read [the list of duties]",
          "install the program anew",
          e);
    }
    return duties;
  }

  public ShippedPlaybooks shipped() {
    return shipped;
  }

  /// All flaws of a playbook, those that reading found and those of checking.
  public List<Flaw> flaws(PlaybookReader.Reading reading) {
    var flaws = new ArrayList<>(reading.flaws());
    reading.playbook().ifPresent(each -> flaws.addAll(PlaybookCheck.of(each, known)));
    return flaws.stream().sorted().toList();
  }

  /// A playbook by its short name, its id or its file.
  ///
  /// @throws CofferdamException CFD-APP-0191 where there is none, CFD-APP-0192 where it cannot be
  ///     read at all
  public PlaybookReader.Reading read(String word) {
    var named = shipped.named(word);
    if (named.isPresent()) {
      return new PlaybookReader.Reading(named, List.of());
    }
    var path = Path.of(word);
    if (!Files.isRegularFile(path)) {
      var names = shipped.all().stream().map(Playbook::slug).toList();
      throw new CofferdamException(
          "CFD-APP-0191",
          ErrorCategory.INVALID_INPUT,
          "`" + word + "` is no playbook [a file, or one of " + String.join(", ", names) + "]",
          NearestName.of(word, names)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("`playbook list` tells them"));
    }
    try (var in = Files.newInputStream(path)) {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      return PlaybookReader.read(word, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-APP-0192",
          ErrorCategory.INVALID_INPUT,
          "playbook `" + word + "` cannot be read [a file of at most 1 MiB]",
          "mend its permissions",
          e);
    }
  }

  /// A playbook that may be started.
  ///
  /// @throws CofferdamException CFD-APP-0193 where it has a flaw
  public Playbook whole(String word) {
    var reading = read(word);
    var flaws = flaws(reading);
    if (!flaws.isEmpty() || reading.playbook().isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0193",
          ErrorCategory.INVALID_INPUT,
          "playbook `"
              + word
              + "` has `"
              + flaws.size()
              + "` flaws [none]; the first: "
              + flaws.stream().map(Flaw::line).findFirst().orElse("it is none"),
          "`playbook check` tells all of them");
    }
    return reading.playbook().get();
  }
}
