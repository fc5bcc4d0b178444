package io.cofferdam.app.worlds;

import java.util.ArrayList;
import java.util.List;

/// All that is promised of one trial.
public final class Promises {
  private Promises() {}

  /// What is broken, in sentences that begin with the kind of break; empty where all holds.
  public static List<String> broken(Trial trial) {
    var broken = new ArrayList<String>();
    broken.addAll(BoundsCheck.problems(trial));
    broken.addAll(WindowCheck.problems(trial));
    broken.addAll(AnswerCheck.problems(trial));
    return broken.stream().map(each -> trial.name() + ": " + each).toList();
  }
}
