package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A case on Azure, by the commands that a responder types.
final class AzureCase {
  final StaffedCase people;
  private final URI endpoint;
  private final Path secret;

  /// @param kept what the file of the credential holds
  AzureCase(Path folder, URI endpoint, String kept) throws IOException {
    this.people = new StaffedCase(Files.createDirectories(folder.resolve("case")));
    this.endpoint = endpoint;
    this.secret = Files.writeString(folder.resolve("azure-credential"), kept);
    people.staff("tomas", "ina");
  }

  /// Runs `contain COMMAND CASE ...` with the credential.
  Ran contain(String command, String... more) {
    var all = new ArrayList<>(List.of("contain", command, people.id));
    all.addAll(List.of(more));
    all.addAll(
        List.of(
            "--by",
            "mara",
            "--endpoint-url",
            endpoint.toString(),
            "--azure-credential",
            "file:" + secret));
    return people.ran(all.toArray(String[]::new));
  }

  /// Plans an act on the recorded account.
  Ran planned(String act, String... more) {
    var all = new ArrayList<>(List.of(act, "--account", "00000000-0000-0000-0000-000000000000"));
    all.addAll(List.of("group=javacsmrg63953", "account=javacsmsa98173"));
    all.addAll(List.of(more));
    return contain("plan", all.toArray(String[]::new));
  }

  /// Has an act approved by both others.
  AzureCase approved(String act) {
    assertThat(people.ask(act).err()).isEmpty();
    people.approve("A" + act.substring(1), "tomas");
    people.approve("A" + act.substring(1), "ina");
    return this;
  }

  /// All that the program wrote into files.
  String written() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(people.folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
