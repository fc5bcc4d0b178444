package io.cofferdam.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `contain verify CASE [ACT]`.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads the state again and proves it as the plan was. Changes nothing.",
      "Exit codes: 0 contained; 1 not, or no longer; 2 nothing was done yet; 3 not read."
    })
final class ContainVerifyCommand implements Callable<Integer> {
  @Mixin private NamedAct named = new NamedAct();

  @Mixin private ActingOptions acting = new ActingOptions();

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var cloud = acting.cloud();
    return options.on(named, (containment, id) -> containment.verify(id, named.act(), cloud));
  }
}
