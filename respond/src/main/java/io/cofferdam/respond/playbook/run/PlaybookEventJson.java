package io.cofferdam.respond.playbook.run;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.respond.playbook.run.PlaybookEvent.StopReason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Events of a run as JSON, and back.
final class PlaybookEventJson {
  private PlaybookEventJson() {}

  static String kind(PlaybookEvent event) {
    return switch (event) {
      case PlaybookEvent.Started _ -> "started";
      case PlaybookEvent.Delayed _ -> "delayed";
      case PlaybookEvent.Decided _ -> "decided";
      case PlaybookEvent.Planned _ -> "planned";
      case PlaybookEvent.GateAsked _ -> "gate-asked";
      case PlaybookEvent.GatePassed _ -> "gate-passed";
      case PlaybookEvent.Asked _ -> "asked";
      case PlaybookEvent.Begun _ -> "begun";
      case PlaybookEvent.Settled _ -> "settled";
      case PlaybookEvent.Stopped _ -> "stopped";
      case PlaybookEvent.ClockTold _ -> "clock-told";
      case PlaybookEvent.WentOn _ -> "went-on";
      case PlaybookEvent.TurnedBack _ -> "turned-back";
      case PlaybookEvent.BackBegun _ -> "back-begun";
      case PlaybookEvent.BackAsked _ -> "back-asked";
      case PlaybookEvent.BackSettled _ -> "back-settled";
      case PlaybookEvent.WentBack _ -> "went-back";
      case PlaybookEvent.Ended _ -> "ended";
    };
  }

  static Json.Members payload(PlaybookEvent event) {
    var json = new TreeMap<String, Json>();
    event.at().ifPresent(instance -> json.put("instance", Json.of(instance)));
    switch (event) {
      case PlaybookEvent.Started it -> {
        json.put("documents", Json.texts(it.documents()));
        json.put("values", values(it.values()));
        json.put("acts", new Json.Truth(it.acts()));
      }
      case PlaybookEvent.Delayed it -> json.put("until", Json.of(it.until().toString()));
      case PlaybookEvent.Decided it -> json.put("branch", Json.of(it.branch()));
      case PlaybookEvent.Planned it -> {
        json.put("hash", Json.of(it.hash()));
        json.put("summary", Json.of(it.summary()));
        json.put("approvals", Json.of(it.approvals()));
        json.put("by-hand", new Json.Truth(it.byHand()));
      }
      case PlaybookEvent.GateAsked it -> {
        json.put("request", Json.of(it.request()));
        json.put("expires", Json.of(it.expires().toString()));
        json.put("escalated", new Json.Truth(it.escalated()));
      }
      case PlaybookEvent.GatePassed it -> json.put("request", Json.of(it.request()));
      case PlaybookEvent.Asked it -> json.put("task", Json.of(it.task()));
      case PlaybookEvent.Begun it -> json.put("key", Json.of(it.key()));
      case PlaybookEvent.Settled it -> {
        json.put("outcome", Json.of(it.outcome().word()));
        json.put("words", Json.of(it.words()));
        json.put("values", values(it.values()));
      }
      case PlaybookEvent.Stopped it -> {
        json.put("reason", Json.of(it.reason().word()));
        json.put("words", Json.of(it.words()));
      }
      case PlaybookEvent.ClockTold it -> {
        json.put("step", Json.of(it.step()));
        json.put("due", Json.of(it.due().toString()));
        json.put("passed", new Json.Truth(it.passed()));
      }
      case PlaybookEvent.WentOn it -> json.put("values", values(it.values()));
      case PlaybookEvent.TurnedBack it -> json.put("why", Json.of(it.why()));
      case PlaybookEvent.BackAsked it -> json.put("task", Json.of(it.task()));
      case PlaybookEvent.BackSettled it -> {
        json.put("stays", new Json.Truth(it.stays()));
        json.put("words", Json.of(it.words()));
      }
      case PlaybookEvent.BackBegun _, PlaybookEvent.WentBack _, PlaybookEvent.Ended _ -> {}
    }
    return new Json.Members(json);
  }

  private static Json values(Map<String, String> values) {
    var members = new TreeMap<String, Json>();
    values.forEach((name, value) -> members.put(name, Json.of(value)));
    return new Json.Members(members);
  }

  /// Reads what was kept.
  ///
  /// @throws IOException where it is no event; the message says why
  static PlaybookEvent read(String kind, Json.Members it) throws IOException {
    return switch (kind) {
      case "started" ->
          new PlaybookEvent.Started(
              texts(it, "documents"),
              values(it),
              it.members().containsKey("acts") && truth(it, "acts"));
      case "delayed" -> new PlaybookEvent.Delayed(text(it, "instance"), time(it, "until"));
      case "decided" -> new PlaybookEvent.Decided(text(it, "instance"), text(it, "branch"));
      case "planned" ->
          new PlaybookEvent.Planned(
              text(it, "instance"),
              text(it, "hash"),
              text(it, "summary"),
              (int) (long) it.count("approvals").orElseThrow(() -> missing("approvals")),
              truth(it, "by-hand"));
      case "gate-asked" ->
          new PlaybookEvent.GateAsked(
              text(it, "instance"),
              text(it, "request"),
              time(it, "expires"),
              truth(it, "escalated"));
      case "gate-passed" -> new PlaybookEvent.GatePassed(text(it, "instance"), text(it, "request"));
      case "asked" -> new PlaybookEvent.Asked(text(it, "instance"), text(it, "task"));
      case "begun" -> new PlaybookEvent.Begun(text(it, "instance"), text(it, "key"));
      case "settled" ->
          new PlaybookEvent.Settled(
              text(it, "instance"),
              word(Outcome.class, it, "outcome"),
              text(it, "words"),
              values(it));
      case "stopped" ->
          new PlaybookEvent.Stopped(
              text(it, "instance"), word(StopReason.class, it, "reason"), text(it, "words"));
      case "clock-told" ->
          new PlaybookEvent.ClockTold(text(it, "step"), time(it, "due"), truth(it, "passed"));
      case "went-on" -> new PlaybookEvent.WentOn(values(it));
      case "turned-back" -> new PlaybookEvent.TurnedBack(text(it, "why"));
      case "back-begun" -> new PlaybookEvent.BackBegun(text(it, "instance"));
      case "back-asked" -> new PlaybookEvent.BackAsked(text(it, "instance"), text(it, "task"));
      case "back-settled" ->
          new PlaybookEvent.BackSettled(
              text(it, "instance"), truth(it, "stays"), text(it, "words"));
      case "went-back" -> new PlaybookEvent.WentBack();
      case "ended" -> new PlaybookEvent.Ended();
      default -> throw new IOException("`" + kind + "` is no event of a run that is known here");
    };
  }

  private static String text(Json.Members it, String name) throws IOException {
    return it.text(name).orElseThrow(() -> missing(name));
  }

  private static Instant time(Json.Members it, String name) throws IOException {
    try {
      return Instant.parse(text(it, name));
    } catch (DateTimeException noTime) {
      throw missing(name);
    }
  }

  private static boolean truth(Json.Members it, String name) throws IOException {
    if (it.members().get(name) instanceof Json.Truth(var value)) {
      return value;
    }
    throw missing(name);
  }

  private static <E extends Enum<E> & Worded> E word(Class<E> set, Json.Members it, String name)
      throws IOException {
    return Worded.named(set, text(it, name)).orElseThrow(() -> missing(name));
  }

  private static List<String> texts(Json.Members it, String name) throws IOException {
    var texts = new ArrayList<String>();
    for (var item : it.items(name).orElseThrow(() -> missing(name))) {
      if (!(item instanceof Json.Text(var text))) {
        throw missing(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private static Map<String, String> values(Json.Members it) throws IOException {
    if (!(it.members().get("values") instanceof Json.Members members)) {
      throw missing("values");
    }
    var values = new TreeMap<String, String>();
    for (var each : members.members().entrySet()) {
      if (!(each.getValue() instanceof Json.Text(var text))) {
        throw missing("values");
      }
      values.put(each.getKey(), text);
    }
    return values;
  }

  private static IOException missing(String name) {
    return new IOException("an event of a run without a valid `" + name + "`");
  }
}
