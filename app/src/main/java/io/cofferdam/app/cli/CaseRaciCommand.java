package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.RaciRow;
import io.cofferdam.respond.cases.StepClass;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case raci CASE STEP`.
@Command(
    name = "raci",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says who answers for a kind of work. One is accountable.",
      "Kinds: triage, evidence, containment, eradication, recovery, notification, communication,",
      "lessons. What is said replaces what was said of that kind."
    })
final class CaseRaciCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "STEP", description = "The kind of work.")
  private String step;

  @Option(
      names = "--accountable",
      paramLabel = "PERSON",
      required = true,
      description = "The one who answers for it.")
  private String accountable;

  @Option(
      names = "--responsible",
      paramLabel = "PERSON",
      description = "Who does it; several times for several.")
  private List<String> responsible = List.of();

  @Option(names = "--consulted", paramLabel = "PERSON", description = "Who is asked.")
  private List<String> consulted = List.of();

  @Option(names = "--informed", paramLabel = "PERSON", description = "Who is told.")
  private List<String> informed = List.of();

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var row =
        new RaciRow(
            CaseOptions.word(StepClass.class, "STEP", step),
            new PersonId(accountable),
            people(responsible),
            people(consulted),
            people(informed));
    return options.record(
        word,
        _ -> new CaseEvent.RaciAssigned(options.now(), options.by(), row),
        accountable + " is accountable for " + row.step().word());
  }

  private static List<PersonId> people(List<String> names) {
    return names.stream().map(PersonId::new).toList();
  }
}
