package io.cofferdam.app.cli;

import io.cofferdam.app.contain.ActJson;
import io.cofferdam.app.contain.ActsOfCase;
import io.cofferdam.app.contain.Containment;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `contain ask CASE [ACT]`.
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Asks the people on the case to approve the plan of an act, signed with your own key.",
      "Then somebody else: case approve CASE REQUEST --sign-with FILE."
    })
final class ContainAskCommand implements Callable<Integer> {
  private static final int LONGEST = 72;

  @Mixin private NamedAct named = new NamedAct();

  @Option(
      names = "--sign-with",
      paramLabel = "FILE",
      required = true,
      description = "Your own Ed25519 private key (PKCS#8 PEM).")
  private Path key;

  @Option(
      names = "--valid-hours",
      paramLabel = "HOURS",
      defaultValue = "4",
      description = "How long the approval counts, 1 to 72. Default: 4.")
  private int hours;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    if (hours < 1 || hours > LONGEST) {
      throw new CofferdamException(
          "CFD-APP-0174",
          ErrorCategory.INVALID_INPUT,
          "`--valid-hours` is `" + hours + "` [1 to 72]",
          "the state that a plan is for changes: ask anew rather than for long");
    }
    var signing = OwnKey.open(key);
    try (var desk = options.desk()) {
      var id = desk.find(named.word());
      var asked =
          new Containment(desk, options.person(), options.clock())
              .ask(id, named.act(), signing, Duration.ofHours(hours));
      if (options.json()) {
        var file = desk.read(id).file();
        options.println(ActJson.of(file, ActsOfCase.find(file, named.act()), options.now()));
      } else {
        options.println(id + ": " + asked.id() + " asks for approval until " + asked.expiresAt());
        options.println("  " + asked.summary());
        options.println("  plan " + asked.planHash());
        options.println(
            "  next: somebody other than "
                + options.person()
                + " runs: case approve "
                + id
                + " "
                + asked.id()
                + " --sign-with FILE");
      }
    }
    return 0;
  }
}
