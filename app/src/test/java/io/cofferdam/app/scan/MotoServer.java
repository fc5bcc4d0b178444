package io.cofferdam.app.scan;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A stand-in for AWS, started for one test. Where `scripts/stand-ins.sh` has not installed it the
/// test is skipped and says so.
public final class MotoServer implements AutoCloseable {
  public static final String ACCOUNT = "111122223333";
  private static final int TRIES = 300;

  private final Process process;
  private final int port;

  private MotoServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static MotoServer start(Path folder) throws IOException, InterruptedException {
    return start(folder, ACCOUNT);
  }

  public static MotoServer start(Path folder, String account)
      throws IOException, InterruptedException {
    var named = System.getenv("COFFERDAM_STAND_INS");
    var home =
        named == null
            ? Path.of(System.getProperty("user.home"), ".cache/cofferdam/stand-ins")
            : Path.of(named);
    var program = home.resolve("moto/bin/python");
    if (!Files.isExecutable(program)) {
      var reason = "skipped: no moto server; scripts/stand-ins.sh installs it";
      System.err.println(reason);
      abort(reason);
    }
    var port = freePort();
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
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("moto.log").toFile());
    var server = new MotoServer(builder.start(), port);
    try {
      server.await(folder);
    } catch (IOException | InterruptedException failed) {
      server.close();
      throw failed;
    }
    return server;
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
    return URI.create("http://127.0.0.1:" + port);
  }

  private void await(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("moto did not start: " + Files.readString(folder.resolve("moto.log")));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
