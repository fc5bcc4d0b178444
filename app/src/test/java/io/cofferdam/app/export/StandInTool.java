package io.cofferdam.app.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs of others that tests hold exports against. Where `scripts/stand-ins.sh` has not
/// installed one, the test is skipped and says so.
public final class StandInTool {
  private StandInTool() {}

  /// How a run ended.
  public record Ran(int code, String output) {}

  private static Path home() {
    var named = System.getenv("COFFERDAM_STAND_INS");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".cache/cofferdam/stand-ins")
        : Path.of(named);
  }

  private static Path installed(String path) {
    var program = home().resolve(path);
    if (!Files.exists(program)) {
      var reason = "skipped: no " + path + "; scripts/stand-ins.sh installs it";
      System.err.println(reason);
      abort(reason);
    }
    return program;
  }

  /// Whether templates are what CloudFormation takes.
  public static Ran cfnLint(List<Path> templates) throws IOException, InterruptedException {
    var words = new ArrayList<String>(List.of(installed("moto/bin/cfn-lint").toString()));
    templates.forEach(each -> words.add(each.toString()));
    return run(words, Map.of());
  }

  /// Whether state machines are what the language allows.
  public static Ran aslValidator(List<Path> machines) throws IOException, InterruptedException {
    var script = installed("asl/node_modules/asl-validator/dist/bin/asl-validator.js");
    var words = new ArrayList<String>(List.of("node", script.toString()));
    machines.forEach(each -> words.addAll(List.of("--json-path", each.toString())));
    return run(words, Map.of());
  }

  /// Runs a script of these tests in the stand-in's Python.
  ///
  /// @param endpoint what is asked instead of AWS
  public static Ran python(Path folder, String script, URI endpoint, List<String> arguments)
      throws IOException, InterruptedException {
    var file = folder.resolve(script);
    try (var in = StandInTool.class.getResourceAsStream(script)) {
      Files.write(file, requireNonNull(in, script).readAllBytes());
    }
    var words = new ArrayList<String>();
    words.add(installed("moto/bin/python").toString());
    words.add(file.toString());
    words.addAll(arguments);
    return run(
        words,
        Map.of(
            "AWS_ENDPOINT_URL",
            endpoint.toString(),
            "AWS_ACCESS_KEY_ID",
            "test",
            "AWS_SECRET_ACCESS_KEY",
            "test",
            "AWS_DEFAULT_REGION",
            "eu-central-1"));
  }

  private static Ran run(List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
