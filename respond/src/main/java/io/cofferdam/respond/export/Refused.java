package io.cofferdam.respond.export;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Shown;
import java.util.List;

/// Why something is not exported.
public final class Refused {
  private Refused() {}

  static CofferdamException unread(String step, String call, String pointer) {
    return new CofferdamException(
        "CFD-RESPOND-0352",
        ErrorCategory.INVALID_INPUT,
        "step `"
            + Shown.of(step)
            + "` needs `"
            + pointer
            + "`, and no document can read it for `"
            + call
            + "` [a reading of the catalogue]",
        "`contain execute` carries the act out");
  }

  /// A text that a document of Automation would take for a reference.
  public static CofferdamException braces(String where) {
    return new CofferdamException(
        "CFD-RESPOND-0353",
        ErrorCategory.INVALID_INPUT,
        "`"
            + Shown.of(where)
            + "` of the plan has two braces in it [a text that Automation does not"
            + " take for a reference]",
        "export it as asl or lambda, or carry it out by `contain execute`");
  }

  static CofferdamException notAws(String act) {
    return new CofferdamException(
        "CFD-RESPOND-0354",
        ErrorCategory.INVALID_INPUT,
        "`" + Shown.of(act) + "` cannot be exported so [an act on AWS]",
        "SSM, Step Functions and Lambda are of AWS; `contain execute` carries the act out");
  }

  /// A step that may destroy without anybody's consent before.
  public static CofferdamException ungated(String step) {
    return new CofferdamException(
        "CFD-RESPOND-0355",
        ErrorCategory.INVALID_INPUT,
        "step `" + Shown.of(step) + "` may destroy and nobody consents before [a gate]",
        "add a gate to the step, or `destructive: false` where nothing is changed or ended");
  }

  /// Our own document is not sound, which is our fault.
  public static CofferdamBug unsound(String form, List<Flaw> flaws) {
    return new CofferdamBug(form + " of our own: " + flaws.getFirst().line());
  }
}
