package io.cofferdam.app.datamap;

import io.cofferdam.model.datamap.CompleteLog;
import io.cofferdam.model.time.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the statements of `complete-logs`: which log somebody says is here whole.
final class CompleteLogs {
  private static final Set<String> KEYS = Set.of("log", "about", "from", "until", "by");
  private static final String WHAT = "a complete log";

  private CompleteLogs() {}

  static Optional<CompleteLog> read(Node node, Problems problems) {
    var it = YamlNode.of(node, WHAT, KEYS, problems);
    var word = it.requiredText("log", WHAT);
    var log =
        Arrays.stream(CompleteLog.Log.values()).filter(l -> l.word().equals(word)).findFirst();
    if (log.isEmpty() && !word.isEmpty()) {
      it.problem(
          "log",
          "`"
              + Problems.shown(word)
              + "`"
              + NearestName.hint(
                  word,
                  Arrays.stream(CompleteLog.Log.values()).map(CompleteLog.Log::word).toList()));
    }
    var about = it.requiredText("about", WHAT).toLowerCase(Locale.ROOT);
    if (log.isPresent() && !about.isEmpty() && !fits(log.get(), about)) {
      it.problem(
          "about",
          "`"
              + Problems.shown(about)
              + "` [a subscription id for azure-activity,"
              + " https://ACCOUNT.blob.core.windows.net for azure-storage-writes]");
    }
    var from = time(it, "from");
    var until = time(it, "until");
    if (from != null && until != null && !from.isBefore(until)) {
      it.problem("until", "`until` is not after `from`");
    }
    var by = it.requiredText("by", WHAT);
    if (by.isEmpty() && it.has("by")) {
      it.problem("by", "`by` is empty [the name of whoever exported the log]");
    }
    return log.isEmpty() || from == null || until == null || !from.isBefore(until)
        ? Optional.empty()
        : Optional.of(new CompleteLog(log.get(), about, new Window(from, until), by));
  }

  private static boolean fits(CompleteLog.Log log, String about) {
    return switch (log) {
      case AZURE_ACTIVITY -> about.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      case AZURE_STORAGE_WRITES -> about.matches("https://[a-z0-9]{3,24}\\.blob\\.core\\.[a-z.]+");
    };
  }

  private static @Nullable Instant time(YamlNode it, String key) {
    var text = it.requiredText(key, WHAT);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      it.problem(key, "`" + Problems.shown(text) + "` [2026-01-31T00:00:00Z]");
      return null;
    }
  }
}
