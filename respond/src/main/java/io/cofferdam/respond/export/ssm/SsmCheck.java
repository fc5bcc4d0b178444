package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.DocReader;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.FlawKind;
import io.cofferdam.respond.spi.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Says everything that is wrong with a document of SSM Automation (schema 0.3, JSON or YAML),
/// without asking AWS: its actions and their inputs, references, ways, calls, and whether people
/// are asked before anything is changed.
///
/// It takes time in proportion to the length of the document, times its steps.
public final class SsmCheck {
  /// What AWS takes at most.
  static final int MOST_BYTES = 65_536;

  private final ServiceModel model;
  private final SsmActions actions = SsmActions.load();

  public SsmCheck(ServiceModel model) {
    this.model = model;
  }

  /// All flaws, in the order of their places.
  ///
  /// @param file its name, for the places of flaws
  public List<Flaw> of(String file, String text) {
    var flaws = new ArrayList<Flaw>();
    var tree = DocReader.read(file, text, flaws);
    if (tree.isPresent()) {
      if (tree.get() instanceof DocNode.Mapping root) {
        document(root, flaws);
        size(root, text, flaws);
      } else {
        flaws.add(
            new Flaw(
                tree.get().place(),
                FlawKind.WRONG_TYPE,
                "the document is no mapping [names and values]",
                ""));
      }
    }
    return flaws.stream().distinct().sorted().toList();
  }

  private static void size(DocNode root, String text, List<Flaw> flaws) {
    var bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      flaws.add(
          new Flaw(
              root.place(),
              SsmFlawKind.TOO_LONG,
              "the document has `" + bytes + "` bytes [at most " + MOST_BYTES + "]",
              "call a part of it by `aws:executeAutomation`"));
    }
  }

  private void document(DocNode.Mapping root, List<Flaw> flaws) {
    var document = new SsmReader(actions, flaws).read(root);
    if (document.steps().isEmpty() && root.entries().containsKey("mainSteps")) {
      flaws.add(new Flaw(root.place(), FlawKind.MISSING_FIELD, "`mainSteps` is empty [steps]", ""));
    }
    SsmFlow.unique(document.steps(), new HashSet<>(), flaws);
    var inputs = new SsmInputs(model, flaws);
    document.steps().forEach(inputs::check);
    var choices = new SsmChoices(flaws);
    document.steps().forEach(choices::check);
    var references = new SsmReferences(document, flaws);
    references.document();
    walk(document.steps(), Set.of(), references, flaws);
  }

  private static void walk(
      List<SsmStep> steps, Set<String> given, SsmReferences references, List<Flaw> flaws) {
    Map<Integer, Set<String>> before = SsmFlow.check(steps, given, flaws);
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      var here = before.get(i);
      if (here == null) {
        continue;
      }
      references.step(step, here);
      if (step.changes() && !here.contains(SsmFlow.APPROVED)) {
        flaws.add(
            new Flaw(
                step.place(),
                SsmFlawKind.NO_GATE,
                step.what()
                    + " may change something and nobody is asked before [`aws:approve` on"
                    + " every way to it]",
                ""));
      }
      if (!step.inner().isEmpty()) {
        var inside = new TreeSet<>(here);
        inside.add(step.name());
        walk(step.inner(), inside, references, flaws);
      }
    }
  }
}
