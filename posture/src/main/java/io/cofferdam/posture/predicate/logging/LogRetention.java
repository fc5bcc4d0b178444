package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;

/// Logs that an investigation needs are kept for long enough. The copy of a trail in a log group
/// must be kept while it is wanted at hand; its bucket keeps the rest.
final class LogRetention implements AsksTrails {

  @Override
  public Outcome evaluate(Resource log, Scene scene) {
    return switch (log.type()) {
      case "log-group" -> group(log, scene);
      case "event-data-store" -> store(log, scene);
      default -> bucket(log, scene);
    };
  }

  private static Outcome group(Resource group, Scene scene) {
    var logs = AuditLogs.of(scene);
    var only = logs.only(group);
    var copy = logs.copy(group);
    if (only.isEmpty() && copy.isEmpty()) {
      return new Absence()
          .lists(scene, "flow-log", "cloudtrail-trail")
          .facts(
              scene.inventory().region(group.account(), group.region()).stream().toList(),
              "invocation-logging")
          .outcome("it takes no log of trails, flows, models or firewalls");
    }
    var wanted = Retention.of(scene);
    var days = group.fact("retentionInDays").asLong(Long.MAX_VALUE);
    var verdict = new Verdict();
    if (only.isPresent()) {
      judge(days, wanted.days(), wanted.words(), "logs of " + only.get(), verdict);
    } else {
      var hot = Math.min(Retention.HOT, wanted.days());
      judge(days, hot, hot + " days at hand", "events of " + copy.orElseThrow(), verdict);
    }
    return verdict.outcome();
  }

  private static Outcome store(Resource store, Scene scene) {
    var verdict = new Verdict();
    if (verdict.lacks(store, "store")) {
      return verdict.outcome();
    }
    if (!store.fact("store.Status").asText("").equals("ENABLED")) {
      return new Outcome.NotApplicable("it takes no events");
    }
    var wanted = Retention.of(scene);
    judge(
        store.fact("store.RetentionPeriod").asLong(0),
        wanted.days(),
        wanted.words(),
        "its events",
        verdict);
    return verdict.outcome();
  }

  private static Outcome bucket(Resource bucket, Scene scene) {
    var takes = AuditLogs.of(scene).bucket(bucket);
    if (takes.isEmpty()) {
      return new Absence()
          .lists(scene, "cloudtrail-trail")
          .facts(scene.inventory().ofType(Inventory.REGION), "invocation-logging")
          .outcome("it takes no log of trails, models or firewalls");
    }
    var verdict = new Verdict();
    if (verdict.lacks(bucket, "lifecycle")) {
      return verdict.outcome();
    }
    var wanted = Retention.of(scene);
    judge(
        AuditLogs.expiry(bucket, AuditLogs.of(scene).prefixes(bucket)).orElse(Long.MAX_VALUE),
        wanted.days(),
        wanted.words(),
        "logs of " + takes.get(),
        verdict);
    return verdict.outcome();
  }

  private static void judge(long days, long wanted, String words, String what, Verdict verdict) {
    if (days < wanted) {
      verdict.wrong(
          what + " are deleted after " + days + (days == 1 ? " day" : " days"),
          "wanted are " + words);
    } else {
      verdict.fine(what + " are kept " + (days == Long.MAX_VALUE ? "without end" : days + " days"));
    }
  }
}
