package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.StepClass;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case task add CASE TITLE`.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Adds a task."})
final class CaseTaskAddCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "TITLE", description = "What is to be done.")
  private String title;

  @Option(
      names = "--step",
      paramLabel = "STEP",
      defaultValue = "triage",
      description = "triage, evidence, containment, eradication, recovery, ...")
  private String step;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description = "When it is late: 2026-03-01T10:00:00Z, or a day.")
  private @Nullable String due;

  @Option(names = "--to", paramLabel = "PERSON", description = "Whose it is.")
  private @Nullable String assignee;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var kind = CaseOptions.word(StepClass.class, "--step", step);
    var late = Times.parse("--due", due);
    return options.recordAll(word, file -> events(file, kind, late), CaseTaskAddCommand::added);
  }

  private static String added(CaseFile file) {
    var task = List.copyOf(file.tasks().values()).getLast();
    return "task "
        + task.id()
        + " added"
        + task.assignee().map(person -> ", goes to " + person).orElse("");
  }

  private List<CaseEvent> events(CaseFile file, StepClass kind, Optional<Instant> late) {
    int number = file.tasks().size() + 1;
    while (file.tasks().containsKey("T" + number)) {
      number++;
    }
    var id = "T" + number;
    List<CaseEvent> events = new ArrayList<>();
    events.add(new CaseEvent.TaskAdded(options.now(), options.by(), id, kind, title, late));
    if (assignee != null) {
      events.add(
          new CaseEvent.TaskAssigned(options.now(), options.by(), id, new PersonId(assignee)));
    }
    return events;
  }
}
