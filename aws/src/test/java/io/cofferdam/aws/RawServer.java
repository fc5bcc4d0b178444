package io.cofferdam.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends to whoever asks what a test says, byte for byte.
final class RawServer implements AutoCloseable {
  /// What is sent.
  interface Answer {
    void to(OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final Answer answer;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();

  RawServer(Answer answer) throws IOException {
    this.answer = answer;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    workers.execute(this::accept);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int requests() {
    return requests.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        requests.incrementAndGet();
        workers.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      head(new BufferedInputStream(client.getInputStream()));
      answer.to(client.getOutputStream());
      client.getOutputStream().flush();
    } catch (IOException gone) {
      // the other side has left
    }
  }

  private static void head(InputStream in) throws IOException {
    var last = 0;
    for (int each; last != 0x0d0a0d0a && (each = in.read()) >= 0; ) {
      last = (last << 8) | each;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    workers.shutdownNow();
  }
}
