package io.cofferdam.app.cli;

import io.cofferdam.app.contain.ActJson;
import io.cofferdam.app.contain.ActText;
import io.cofferdam.app.contain.ActsOfCase;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `contain show CASE [ACT]`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells an act of a case: steps, calls, permissions, proof, whom it cuts off, the way back,",
      "approvals, and where it stands. Asks no cloud."
    })
final class ContainShowCommand implements Callable<Integer> {
  @Mixin private NamedAct named = new NamedAct();

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    try (var desk = options.desk()) {
      var file = desk.read(desk.find(named.word())).file();
      var found = ActsOfCase.find(file, named.act());
      if (options.json()) {
        options.println(ActJson.of(file, found, options.now()));
      } else {
        new ActText(options.out(), options.now()).print(file, found);
      }
    }
    return 0;
  }
}
