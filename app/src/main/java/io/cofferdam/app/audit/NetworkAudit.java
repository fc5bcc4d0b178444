package io.cofferdam.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The audit of the network that somebody owns and does every month, as the file
/// `network-audit.yaml` beside the snapshots tells:
///
/// ```yaml
/// owner: Greta Invented
/// begins: 2026-03-01        # from when on it is owed
/// every-days: 30
/// done:
///   - {date: 2026-03-20, by: Karl Invented}
/// ```
///
/// @param begins from when on it is owed
/// @param everyDays how many days may lie between two
/// @param done in order of date
public record NetworkAudit(String owner, LocalDate begins, int everyDays, List<Done> done) {
  /// The name of the file.
  public static final String FILE = "network-audit.yaml";

  private static final int USUAL_DAYS = 30;
  private static final Set<String> FIELDS = Set.of("owner", "begins", "every-days", "done");

  public NetworkAudit {
    done = List.copyOf(done);
  }

  /// One audit that was done.
  public record Done(LocalDate date, String by) {}

  /// What the file beside a snapshot says today; nothing where there is none.
  ///
  /// @throws CofferdamException CFD-APP-0098 where the file has mistakes
  public static List<String> beside(Path snapshot, LocalDate today) {
    var folder = snapshot.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.exists(folder.resolve(FILE))) {
      return List.of();
    }
    return List.of(read(folder.resolve(FILE)).words(today));
  }

  /// When the next one is due.
  LocalDate due() {
    return last().map(each -> each.date().plusDays(everyDays)).orElse(begins);
  }

  private Optional<Done> last() {
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
  }

  String words(LocalDate today) {
    long late = ChronoUnit.DAYS.between(due(), today);
    var before =
        last().map(each -> "last done " + each.date() + " by " + each.by()).orElse("never done");
    return "Network audit, owned by "
        + owner
        + ", "
        + (late > 0
            ? "is OVERDUE by " + late + (late == 1 ? " day" : " days") + ": it was due "
            : "is due ")
        + due()
        + "; "
        + before
        + ".";
  }

  static NetworkAudit read(Path file) {
    var problems = new ArrayList<String>();
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException bad) {
      throw wrong(file, List.of("line " + bad.getLocation().getLineNr() + " is no YAML"));
    } catch (IOException unreadable) {
      throw wrong(file, List.of("it cannot be read"));
    }
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                problems.add("unknown field `" + name + "` [owner, begins, every-days, done]");
              }
            });
    var owner = root.path("owner").asText("");
    if (owner.isBlank()) {
      problems.add("`owner` is not there [a name]");
    }
    var begins = date(root.path("begins"), "begins", problems);
    int days = root.path("every-days").asInt(USUAL_DAYS);
    if (days < 1) {
      problems.add("`every-days` is not a number of days above 0");
    }
    var done = new ArrayList<Done>();
    for (var each : root.path("done")) {
      var by = each.path("by").asText("");
      if (by.isBlank()) {
        problems.add("an audit that was done lacks `by` [a name]");
      }
      date(each.path("date"), "date", problems).ifPresent(at -> done.add(new Done(at, by)));
    }
    if (!problems.isEmpty() || begins.isEmpty()) {
      throw wrong(file, problems);
    }
    done.sort(java.util.Comparator.comparing(Done::date));
    return new NetworkAudit(owner, begins.get(), days, done);
  }

  private static Optional<LocalDate> date(JsonNode node, String field, List<String> problems) {
    try {
      return Optional.of(LocalDate.parse(node.asText("")));
    } catch (DateTimeException bad) {
      problems.add("`" + field + "` is no day [2026-03-01]");
      return Optional.empty();
    }
  }

  private static CofferdamException wrong(Path file, List<String> problems) {
    return new CofferdamException(
        "CFD-APP-0098",
        ErrorCategory.INVALID_INPUT,
        "the plan of the network audit `" + file + "` has mistakes: " + String.join("; ", problems),
        "mend it, or take it away");
  }
}
