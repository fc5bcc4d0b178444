package io.cofferdam.app.cli;

import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case enrol CASE PERSON`.
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Brings somebody on a case.",
      "Whoever is to approve needs a key of their own (`case key`); it counts for what is asked",
      "from then on."
    })
final class CaseEnrolCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "PERSON", description = "Who, as in mara.lind.")
  private String person;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = {
        "incident-lead, cloud-engineer, ai-engineer, forensics,",
        "data-protection-officer, legal-counsel, compliance, communications, executive.",
        "Several times for several."
      })
  private List<String> roles;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Their .vkey file; never the private key.")
  private @Nullable Path publicKey;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var held = EnumSet.noneOf(Role.class);
    roles.forEach(role -> held.add(CaseOptions.word(Role.class, "--role", role)));
    var key = Optional.ofNullable(publicKey).map(file -> VerifierKey.read(file).line());
    return options.record(
        word,
        _ ->
            new CaseEvent.PersonEnrolled(
                options.now(), options.by(), new PersonId(person), held, key),
        "enrolled " + person + (key.isPresent() ? "" : ", without a key: cannot approve"));
  }
}
