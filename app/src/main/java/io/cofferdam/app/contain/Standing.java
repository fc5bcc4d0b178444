package io.cofferdam.app.contain;

import io.cofferdam.respond.act.ActPhase;
import java.util.Locale;

/// Where an act stands, in words.
final class Standing {
  private Standing() {}

  static String words(ActPhase phase) {
    return switch (phase) {
      case NONE -> "is not planned";
      case PROPOSED -> "waits for approval; nothing was done";
      case AGREED -> "is approved; nothing was done yet";
      case ACTING -> "has some steps made, and was ended before its last";
      case HALTED -> "halted before its end; some steps may be made";
      case ACTED -> "has all steps made, not verified yet";
      case CONTAINED -> "is done, and the state proves it";
      case UNVERIFIED -> "has all steps made, but the state does not prove that they contain";
      case GOING_BACK -> "has some steps undone, and was ended before the last";
      case BACK_HALTED -> "halted while going back; some steps may be undone";
      case BACK -> "is undone: the state is as it was before";
      case BACK_WITH_DIFFERENCES -> "is undone as far as it can be; the state differs from before";
    };
  }

  /// `back-halted`
  static String word(ActPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
