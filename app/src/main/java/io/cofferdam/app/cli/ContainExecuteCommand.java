package io.cofferdam.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `contain execute CASE [ACT]`.
@Command(
    name = "execute",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Carries out an approved plan: makes the steps that are not made yet, and verifies.",
      "It may be ended at any moment and run again. Nothing is done where the state is not the",
      "one that was planned for.",
      "Exit codes: 0 contained; 1 all made, but not proved; 2 refused; 3 not finished."
    })
final class ContainExecuteCommand implements Callable<Integer> {
  @Mixin private NamedAct named = new NamedAct();

  @Mixin private TakingOver takeOver = new TakingOver();

  @Mixin private ActingOptions acting = new ActingOptions();

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var cloud = acting.cloud();
    return options.on(
        named, (containment, id) -> containment.execute(id, named.act(), cloud, takeOver.given()));
  }
}
