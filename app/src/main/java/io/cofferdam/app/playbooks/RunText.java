package io.cofferdam.app.playbooks;

import io.cofferdam.respond.playbook.run.Next;
import io.cofferdam.respond.playbook.run.RunPhase;
import java.util.ArrayList;
import java.util.List;

/// Where a run stands, in lines for people.
public final class RunText {
  private RunText() {}

  public static List<String> lines(String run, Next.Wait stands) {
    var lines = new ArrayList<String>();
    lines.add(run + ": " + words(stands.phase()));
    for (var each : stands.waiting()) {
      lines.add(
          "  "
              + each.kind().word()
              + "  "
              + (each.id().isEmpty() ? "" : each.id() + "  ")
              + each.words()
              + each.until().map(at -> "  until " + at).orElse("")
              + "  ["
              + each.instance()
              + "]");
    }
    return lines;
  }

  private static String words(RunPhase phase) {
    return switch (phase) {
      case RUNNING -> "it can go on: playbook go";
      case WAITING -> "it waits";
      case STOPPED -> "it stands still: playbook go --on, or playbook back";
      case ENDED -> "it came to its end";
      case GOING_BACK -> "it goes back";
      case BACK_WAITING -> "it goes back and waits";
      case BACK_STOPPED -> "going back stopped: playbook back once more, or playbook go --on";
      case BACK -> "everything is undone that can be";
    };
  }
}
