package io.cofferdam.app.cli;

import io.cofferdam.app.playbooks.RunWatch;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `playbook watch`.
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Stays open and carries on the runs of all cases of the store as time passes: gates escalate,",
      "times run out, limits of law are told, without anybody who runs a command. It carries out",
      "no acts. It may be ended and started at any moment; what came due meanwhile is done then."
    })
final class PlaybookWatchCommand implements Callable<Integer> {
  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      description = "How long. Default: until it is ended.")
  private @Nullable Integer seconds;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() {
    var longest = Optional.ofNullable(seconds);
    if (longest.filter(each -> each < 1).isPresent()) {
      throw new CofferdamException(
          "CFD-APP-0199",
          ErrorCategory.INVALID_INPUT,
          "`--seconds` is `" + longest.get() + "` [1 or more]",
          "leave it out to watch until it is ended");
    }
    try (var desk = options.desk()) {
      RunWatch.watch(
          desk,
          options::now,
          longest.map(Duration::ofSeconds),
          line -> {
            options.println(line);
            options.out().flush();
          });
    }
    return 0;
  }
}
