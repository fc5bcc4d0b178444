package io.cofferdam.respond.export.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.export.Refused;
import io.cofferdam.respond.export.Script;
import io.cofferdam.respond.export.Script.Assertion;
import io.cofferdam.respond.export.Script.Take;
import io.cofferdam.respond.spi.ServiceModel;
import java.util.ArrayList;
import java.util.List;

/// Writes a planned act as two documents of SSM Automation: one that acts, one that goes back.
///
/// The one that acts asserts account and region, waits for as many approvals as the plan asks,
/// asserts what the plan saw, makes the calls in their order, and waits until AWS tells what they
/// made. Where a call fails, those made before it are undone, the last first, and the run ends as
/// failed. A call that failed is not undone: whether it was made is not known, and its inverse
/// would overwrite what somebody else made of it.
public final class SsmExport {
  private final SsmCheck check;

  public SsmExport(ServiceModel model) {
    this.check = new SsmCheck(model);
  }

  /// The document that acts.
  ///
  /// @throws io.cofferdam.model.CofferdamException CFD-RESPOND-0353 where a text of the plan would
  ///     be taken for a reference
  public ObjectNode act(Script script) {
    var doc = new SsmBuilder(script);
    doc.start("", List.of());
    var verified = script.after().size();
    var steps = script.steps();
    doc.asserted("Before", script.before());
    for (int i = 0; i < steps.size(); i++) {
      var failed = lastUndo(script, i - 1);
      for (var read : steps.get(i).reads()) {
        doc.read(SsmBuilder.readName(i, false), read, failed);
      }
      doc.call(name(script, i), steps.get(i), failed, verified == 0 && i == steps.size() - 1);
    }
    doc.awaited("After", script.after());
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (lastUndo(script, steps.size() - 2) >= i && steps.get(i).undo().isPresent()) {
        var last = lastUndo(script, i - 1) < 0;
        doc.undo(i, steps.get(i), lastUndo(script, i - 1), last);
      }
    }
    return sound(doc.end(outputs(script)));
  }

  /// The document that goes back.
  public ObjectNode back(Script script) {
    var doc = new SsmBuilder(script);
    doc.start("Back: ", script.given());
    doc.asserted("Ours", script.after());
    var steps = script.steps();
    var first = firstUndo(script);
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).undo().isPresent()) {
        doc.goBack(i, steps.get(i), i == first && script.before().isEmpty());
      }
    }
    doc.awaited("Before", script.before());
    return sound(doc.end(List.of()));
  }

  /// Whether there is anything to go back by.
  public static boolean hasBack(Script script) {
    return firstUndo(script) >= 0;
  }

  private static int firstUndo(Script script) {
    for (int i = 0; i < script.steps().size(); i++) {
      if (script.steps().get(i).undo().isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /// The last step up to one that can be undone, or -1.
  private static int lastUndo(Script script, int upTo) {
    for (int i = upTo; i >= 0; i--) {
      if (script.steps().get(i).undo().isPresent()) {
        return i;
      }
    }
    return -1;
  }

  static String name(Script script, int i) {
    return "Step" + (i + 1) + "_" + script.steps().get(i).call().operation();
  }

  private static List<String> outputs(Script script) {
    var outputs = new ArrayList<String>();
    for (int i = 0; i < script.steps().size(); i++) {
      for (Take take : script.steps().get(i).gives()) {
        outputs.add(name(script, i) + "." + take.name());
      }
    }
    return outputs;
  }

  private ObjectNode sound(ObjectNode document) {
    var flaws = check.of("export", document.toPrettyString());
    if (!flaws.isEmpty()) {
      var flaw = flaws.getFirst();
      throw flaw.kind() == SsmFlawKind.NO_GATE
          ? Refused.ungated(flaw.words())
          : Refused.unsound("SSM document", flaws);
    }
    return document;
  }

  /// What an assertion is, for the name of its step.
  static String words(Assertion assertion) {
    return assertion.call().words() + " " + assertion.selector();
  }
}
