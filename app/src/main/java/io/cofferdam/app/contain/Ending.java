package io.cofferdam.app.contain;

import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActResult;
import java.util.List;

/// How a command on an act ended, for people and programs.
///
/// @param word of a closed set: `contained`, `unverified`, `halted`, `refused`, `changed`,
///     `outpaced`, `back`, `back-with-differences`
/// @param said in a few words
/// @param why one line each
/// @param next what can be done now
/// @param exitCode 0 done, 1 done and not as it should be, 2 refused, 3 not finished
public record Ending(String word, String said, List<String> why, String next, int exitCode) {
  public Ending {
    why = List.copyOf(why);
  }

  static Ending of(ActResult result, ActPlan plan, String named) {
    return switch (result) {
      case ActResult.Contained _ ->
          new Ending(
              "contained",
              "contained: all steps are made, and the state proves it",
              List.of(),
              "`contain verify " + named + "` judges it again, `contain rollback` goes back",
              0);
      case ActResult.Unverified(var why) ->
          new Ending(
              "unverified",
              "all steps are made, but the state does not prove that they contain",
              why,
              "look at the reasons; `contain execute "
                  + named
                  + "` tries again, `contain rollback`"
                  + " goes back",
              1);
      case ActResult.Halted(var step, var why) ->
          new Ending(
              "halted",
              "halted at step " + (step + 1) + ": " + plan.steps().get(step).words(),
              List.of(why),
              "`contain execute "
                  + named
                  + "` goes on, `contain rollback` goes back; what is done"
                  + " already is read, not done twice",
              3);
      case ActResult.Refused(var why) ->
          new Ending(
              "refused", "nothing was done", List.of(why), "`contain show " + named + "`", 2);
      case ActResult.Changed(var differences) ->
          new Ending(
              "changed",
              "nothing was done: the state is not the one that was planned for",
              differences,
              "plan anew with `contain plan`, and have that approved",
              3);
      case ActResult.Outpaced _ ->
          new Ending(
              "outpaced",
              "nothing more was done: somebody else is at work on this act",
              List.of(),
              "`contain show " + named + "` tells how far they are",
              3);
      case ActResult.WentBack(var differences) ->
          differences.isEmpty()
              ? new Ending("back", "undone: the state is as it was before", List.of(), "", 0)
              : new Ending(
                  "back-with-differences",
                  "undone as far as it can be; the state differs from the one before",
                  differences,
                  "look who changed it, or what cannot be undone",
                  1);
    };
  }
}
