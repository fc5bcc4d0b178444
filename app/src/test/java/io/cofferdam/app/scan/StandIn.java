package io.cofferdam.app.scan;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A server that stands in for a cloud, started for one test, on this machine alone.
///
/// @param port where it listens
/// @param log what it wrote
public record StandIn(Process process, int port, Path log) implements AutoCloseable {
  private static final int TRIES = 300;

  /// Where `scripts/stand-ins.sh` put something. Where it did not, the test is skipped and says so.
  public static Path installed(String name, String path) {
    var named = System.getenv("COFFERDAM_STAND_INS");
    var home =
        named == null
            ? Path.of(System.getProperty("user.home"), ".cache/cofferdam/stand-ins")
            : Path.of(named);
    var program = home.resolve(path);
    if (!Files.isReadable(program)) {
      var reason = "skipped: no " + name + "; scripts/stand-ins.sh installs it";
      System.err.println(reason);
      abort(reason);
    }
    return program;
  }

  /// A port that nobody listens at.
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Starts it, and waits until it listens.
  public static StandIn start(ProcessBuilder builder, int port, Path log)
      throws IOException, InterruptedException {
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var server = new StandIn(builder.start(), port, log);
    try {
      server.await();
    } catch (IOException | InterruptedException failed) {
      server.close();
      throw failed;
    }
    return server;
  }

  private void await() throws IOException, InterruptedException {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("the stand-in did not start: " + Files.readString(log));
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
