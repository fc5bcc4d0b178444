package io.cofferdam.app.scan;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A stand-in for AWS, started for one test. Where `scripts/stand-ins.sh` has not installed it the
/// test is skipped and says so.
public final class MotoServer implements AutoCloseable {
  public static final String ACCOUNT = "111122223333";

  private final StandIn server;

  private MotoServer(StandIn server) {
    this.server = server;
  }

  public static MotoServer start(Path folder) throws IOException, InterruptedException {
    return start(folder, ACCOUNT);
  }

  public static MotoServer start(Path folder, String account)
      throws IOException, InterruptedException {
    var program = StandIn.installed("moto server", "moto/bin/python");
    var port = StandIn.freePort();
    var builder =
        new ProcessBuilder(
            program.toString(),
            script(folder).toString(),
            "-H",
            "127.0.0.1",
            "-p",
            Integer.toString(port));
    builder.environment().put("MOTO_ACCOUNT_ID", account);
    builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
    return new MotoServer(StandIn.start(builder, port, folder.resolve("moto.log")));
  }

  private static Path script(Path folder) throws IOException {
    var script = folder.resolve("stand_in.py");
    try (var in = MotoServer.class.getResourceAsStream("stand_in.py")) {
      Files.write(script, requireNonNull(in).readAllBytes());
    }
    return script;
  }

  /// From now on keys, secrets and identity policies are checked.
  public void enforce() throws IOException {
    post("/moto-api/reset-auth", "0");
  }

  /// Forgets all that was made.
  public void reset() throws IOException {
    post("/moto-api/reset", "");
  }

  private void post(String path, String body) throws IOException {
    var connection = (HttpURLConnection) endpoint().resolve(path).toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "text/plain");
    connection.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
    if (connection.getResponseCode() != 200) {
      throw new IOException("moto refused " + path + ": " + connection.getResponseCode());
    }
  }

  public URI endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
  }
}
