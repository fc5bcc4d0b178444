package io.cofferdam.respond.casebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.evidence.json.JsonReader;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActEventJson;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The acts of a case: what happened to each is among the events of the case.
public final class CaseActs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CaseActs() {}

  /// All acts, in the order in which they were planned.
  ///
  /// @throws CofferdamException CFD-RESPOND-0306 where an event of one cannot be read
  public static List<CaseAct> of(CaseFile file) {
    Map<String, List<ActEvent>> events = new LinkedHashMap<>();
    for (var each : file.acts()) {
      events.computeIfAbsent(each.act(), _ -> new ArrayList<>()).add(read(file, each));
    }
    return events.entrySet().stream()
        .map(each -> new CaseAct(each.getKey(), each.getValue()))
        .toList();
  }

  /// One of them.
  public static Optional<CaseAct> of(CaseFile file, String id) {
    return of(file).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// An id that no act of the case has: `C1`, `C2`.
  public static String nextId(CaseFile file) {
    var number = 1;
    while (size(file, "C" + number) > 0) {
      number++;
    }
    return "C" + number;
  }

  /// How many events an act has.
  static long size(CaseFile file, String act) {
    return file.acts().stream().filter(each -> each.act().equals(act)).count();
  }

  /// An event of an act as one of the case.
  ///
  /// @param plan the plan that it belongs to, for the words of the timeline
  /// @throws CofferdamException CFD-RESPOND-0307 where it cannot be kept
  public static CaseEvent.ActRecorded event(
      Actor by, String act, ActEvent event, Optional<ActPlan> plan) {
    var json = ActEventJson.write(event);
    try {
      var payload =
          JsonReader.readMembers(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
      return new CaseEvent.ActRecorded(
          event.at(), by, act, json.path("event").textValue(), ActWords.of(event, plan), payload);
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-RESPOND-0307",
          ErrorCategory.LIMIT_REACHED,
          "what act `" + act + "` read cannot be put on record: " + e.getMessage(),
          "nothing further was done; please report which act and what it is aimed at",
          e);
    }
  }

  private static ActEvent read(CaseFile file, CaseEvent.ActRecorded kept) {
    try {
      return ActEventJson.read(JSON.readTree(kept.payload().canonical()));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new CofferdamException(
          "CFD-RESPOND-0306",
          ErrorCategory.UNAVAILABLE,
          "an event of act `" + kept.act() + "` of case `" + file.id() + "` cannot be read",
          "was it written by a newer version of the program? `case verify` compares the store with"
              + " its ledger",
          e);
    }
  }
}
