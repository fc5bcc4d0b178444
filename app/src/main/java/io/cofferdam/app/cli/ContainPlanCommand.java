package io.cofferdam.app.cli;

import io.cofferdam.app.contain.ActJson;
import io.cofferdam.app.contain.ActText;
import io.cofferdam.app.contain.PlanRequest;
import io.cofferdam.app.contain.Planning;
import io.cofferdam.respond.act.Planned;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `contain plan CASE ACT NAME=VALUE...`.
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads the state, proposes the steps, proves what they would do, and puts the plan on the",
      "case. It only reads; what could not be read, and the permission for it, is named.",
      "Exit codes: 0 a plan, or nothing to do; 1 refused by the proof; 3 not read."
    })
final class ContainPlanCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "ACT", description = "As in aws.s3.close-bucket.")
  private String act;

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "NAME=VALUE",
      description = "What it is aimed at, as in bucket=shop-training.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "Whose it is: account, or subscription. Default: that of the credentials.")
  private @Nullable String account;

  @Option(names = "--region", paramLabel = "REGION", description = "Where it lies.")
  private @Nullable String region;

  @Mixin private ActingOptions acting = new ActingOptions();

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var request =
        new PlanRequest(
            act,
            Optional.ofNullable(account),
            Optional.ofNullable(region),
            PlanRequest.names(names));
    var cloud = acting.cloud();
    try (var desk = options.desk()) {
      var result =
          new Planning(desk, options.person(), options.clock())
              .plan(desk.find(word), request, cloud);
      if (options.json()) {
        options.println(ActJson.of(result, options.now()));
      } else {
        tell(result);
      }
      return code(result.planned());
    }
  }

  private void tell(Planning.Result result) {
    var text = new ActText(options.out(), options.now());
    switch (result.planned()) {
      case Planned.Ready _ -> text.print(result.file(), result.act().orElseThrow());
      case Planned.AlreadyContained(var words) ->
          options.println("nothing to do: " + words + "; nothing was put on record");
      case Planned.Refused(var words, var proof) ->
          text.refused(
              words, proof.judgements(), "another act, or mend what it names and plan again");
      case Planned.Unread(var why) ->
          text.refused(
              "the state could not be read: " + String.join("; ", why),
              List.of(),
              "grant what is missing, or name other credentials, and plan again");
    }
  }

  private static int code(Planned planned) {
    return switch (planned) {
      case Planned.Ready _, Planned.AlreadyContained _ -> 0;
      case Planned.Refused _ -> 1;
      case Planned.Unread _ -> 3;
    };
  }
}
