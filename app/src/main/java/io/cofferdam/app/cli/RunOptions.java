package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.playbooks.RunDesk;
import io.cofferdam.app.playbooks.RunText;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.Variable;
import io.cofferdam.respond.playbook.run.PlaybookRunner;
import io.cofferdam.respond.playbook.run.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/// What every command on runs of playbooks takes, and what it does with it.
final class RunOptions {
  @Mixin private CaseOptions cases;

  @Mixin private RunActing acting = new RunActing();

  /// Something that is done with a run.
  interface OnRun {
    PlaybookRunner.Report on(PlaybookRunner runner, CaseId id, String run);
  }

  /// Something that is done with the runs of a case.
  interface OnCase {
    PlaybookRunner.Report on(PlaybookRunner runner, CaseId id);
  }

  Actor by() {
    return cases.by();
  }

  int tell(String word, OnCase what) {
    try (var desk = cases.desk()) {
      var id = desk.find(word);
      told(what.on(runner(desk), id));
    }
    return 0;
  }

  int tellRun(String word, @Nullable String run, OnRun what) {
    try (var desk = cases.desk()) {
      var id = desk.find(word);
      var runs = RunState.runs(desk.read(id).file());
      var name =
          Optional.ofNullable(run)
              .or(() -> runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast()))
              .filter(runs::contains)
              .orElseThrow(
                  () ->
                      new CofferdamException(
                          "CFD-APP-0194",
                          ErrorCategory.INVALID_INPUT,
                          "the case has no run `" + (run == null ? "" : run) + "` " + runs,
                          "`playbook start` begins one"));
      carriesOut(desk.read(id).file(), name);
      told(what.on(runner(desk), id, name));
    }
    return 0;
  }

  /// Whether the command carries out acts.
  boolean acts() {
    return acting.given();
  }

  private PlaybookRunner runner(CaseDesk desk) {
    return RunDesk.runner(desk, acting.port(desk, cases), cases::now);
  }

  private void carriesOut(CaseFile file, String run) {
    if (acting.given() && RunState.of(file, run).filter(RunState::acts).isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0198",
          ErrorCategory.INVALID_INPUT,
          "run `" + run + "` leaves acts to people [a run that `playbook start --acts` began]",
          "leave --acts out, carry the act out with `contain`, and tell it with `playbook done`");
    }
  }

  private void told(PlaybookRunner.Report report) {
    if (report.refused().isPresent()) {
      throw new CofferdamException(
          "CFD-APP-0195",
          ErrorCategory.INVALID_INPUT,
          report.refused().get(),
          "nothing of this was recorded; `playbook status` tells where the run stands");
    }
    RunText.lines(report.run(), report.stands()).forEach(cases::println);
  }

  /// The names with the underscores that CACAO asks for.
  static Map<String, String> bare(Map<String, String> values) {
    var named = new LinkedHashMap<String, String>();
    values.forEach(
        (name, value) -> named.put(name.startsWith("__") ? name : "__" + name + "__", value));
    return named;
  }

  /// Those of a playbook; one that it does not ask for is a mistake.
  static Map<String, String> named(Playbook playbook, Map<String, String> values) {
    var asked =
        playbook.variables().values().stream()
            .filter(Variable::external)
            .map(Variable::name)
            .toList();
    return known(asked, values, "`playbook show` tells what it asks for");
  }

  /// Those of playbooks, told at the start or by steps.
  static Map<String, String> known(List<Playbook> playbooks, Map<String, String> values) {
    var names =
        playbooks.stream().flatMap(each -> each.variables().keySet().stream()).distinct().toList();
    return known(names, values, "`playbook show` tells its values");
  }

  private static Map<String, String> known(
      List<String> names, Map<String, String> values, String hint) {
    var named = bare(values);
    for (var name : named.keySet()) {
      if (!names.contains(name)) {
        throw new CofferdamException(
            "CFD-APP-0196",
            ErrorCategory.INVALID_INPUT,
            "`--set` names `" + name + "` [" + String.join(", ", names) + "]",
            hint);
      }
    }
    return named;
  }
}
