package io.cofferdam.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `contain rollback CASE [ACT]`.
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Undoes what was made, the last step first, and compares the state with the one before.",
      "What somebody else changed in the meantime is not overwritten.",
      "Exit codes: 0 as before; 1 undone, but differences stay; 2 refused; 3 not finished."
    })
final class ContainRollbackCommand implements Callable<Integer> {
  @Mixin private NamedAct named = new NamedAct();

  @Mixin private TakingOver takeOver = new TakingOver();

  @Mixin private ActingOptions acting = new ActingOptions();

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var cloud = acting.cloud();
    return options.on(
        named, (containment, id) -> containment.rollback(id, named.act(), cloud, takeOver.given()));
  }
}
