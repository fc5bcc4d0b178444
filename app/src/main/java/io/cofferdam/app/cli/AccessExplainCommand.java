package io.cofferdam.app.cli;

import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.policy.PolicyProblem;
import io.cofferdam.access.question.DecideQuestion;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.app.access.Explanation;
import io.cofferdam.app.access.SingleQuestion;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `access explain`: one request, decided and explained in words.
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Decides one request by the policy files given, and says why in words.",
      "On a terminal it asks for the principal, action and resource that no option names."
    })
final class AccessExplainCommand implements Callable<Integer> {
  @Option(names = "--principal", paramLabel = "ARN", description = "Who: an ARN, or anonymous.")
  private @Nullable String principal;

  @Option(names = "--action", paramLabel = "ACTION", description = "What: s3:GetObject.")
  private @Nullable String action;

  @Option(names = "--resource", paramLabel = "ARN", description = "On which resource.")
  private @Nullable String resource;

  @Option(
      names = "--resource-account",
      paramLabel = "ID",
      description = "Its account, where the ARN has none. Default: the caller's.")
  private @Nullable String resourceAccount;

  @Option(
      names = "--context",
      paramLabel = "KEY=VALUE",
      description = "A condition key of the request; several times for several.")
  private List<String> context = new ArrayList<>();

  @Option(names = "--identity-policy", paramLabel = "FILE", description = "Of the caller.")
  private List<Path> identity = new ArrayList<>();

  @Option(names = "--resource-policy", paramLabel = "FILE", description = "Of the resource.")
  private List<Path> resourcePolicy = new ArrayList<>();

  @Option(
      names = "--scp",
      paramLabel = "FILE",
      description = "Service control policy: one for each level, from the root.")
  private List<Path> scps = new ArrayList<>();

  @Option(
      names = "--rcp",
      paramLabel = "FILE",
      description = "Resource control policy: one for each level, from the root.")
  private List<Path> rcps = new ArrayList<>();

  @Option(names = "--boundary", paramLabel = "FILE", description = "Permission boundary.")
  private List<Path> boundaries = new ArrayList<>();

  @Option(names = "--session-policy", paramLabel = "FILE", description = "Of the session.")
  private List<Path> sessions = new ArrayList<>();

  @Option(names = "--endpoint-policy", paramLabel = "FILE", description = "Of the VPC endpoint.")
  private List<Path> endpoints = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var asked =
        new SingleQuestion(
            orAsk(principal, "--principal", "principal (ARN, or anonymous)"),
            orAsk(action, "--action", "action (such as s3:GetObject)"),
            orAsk(resource, "--resource", "resource (ARN)"),
            Optional.ofNullable(resourceAccount),
            keys(),
            Map.of(
                "identityPolicies", identity,
                "resourcePolicy", resourcePolicy,
                "scps", scps,
                "rcps", rcps,
                "permissionBoundaries", boundaries,
                "sessionPolicies", sessions,
                "endpointPolicies", endpoints));
    return switch (DecideQuestion.read(asked.line())) {
      case QuestionReading.Refused<DecideQuestion>(String _, List<PolicyProblem> problems) ->
          refuse(problems);
      case QuestionReading.Read<DecideQuestion>(
              String _,
              DecideQuestion question,
              List<PolicyProblem> warnings) -> {
        var out = spec.commandLine().getOut();
        Explanation.of(question.request(), Decider.decide(question.request(), question.policies()))
            .forEach(out::println);
        warnings.forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        yield 0;
      }
    };
  }

  private int refuse(List<PolicyProblem> problems) {
    var err = spec.commandLine().getErr();
    problems.forEach(problem -> err.println("cofferdam: " + problem));
    err.println("hint: `cofferdam access explain --help` lists what is understood");
    return ErrorCategory.INVALID_INPUT.exitCode();
  }

  private static String orAsk(@Nullable String given, String option, String words) {
    if (given != null) {
      return given;
    }
    var typed = Terminal.ask(words);
    if (typed.isPresent()) {
      return typed.get();
    }
    throw new CofferdamException(
        "CFD-APP-0064",
        ErrorCategory.INVALID_INPUT,
        "missing: `" + option + "` [" + words + "]",
        "`cofferdam access explain --help` shows all options");
  }

  private Map<String, List<String>> keys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (var pair : context) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new CofferdamException(
            "CFD-APP-0065",
            ErrorCategory.INVALID_INPUT,
            "`--context` without a key [KEY=VALUE]",
            "as in --context aws:SourceIp=203.0.113.7");
      }
      keys.computeIfAbsent(pair.substring(0, equals), _ -> new ArrayList<>())
          .add(pair.substring(equals + 1));
    }
    return keys;
  }
}
