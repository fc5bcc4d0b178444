package io.cofferdam.app.scan;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Stands between the program and a stand-in and spoils what a test says: throttles, refuses,
/// hangs, cuts connections, sends half answers and foreign ones. All else passes unchanged.
public final class RoughProxy implements AutoCloseable {
  /// What happens to a request.
  public enum Fault {
    NONE,
    TOO_MANY,
    THROTTLING,
    SLOW_DOWN,
    UNAVAILABLE,
    DENIED,
    HANG,
    CUT,
    TRUNCATED,
    GARBLED,
    EMPTY,
    WEB_PAGE
  }

  /// A request as it came.
  ///
  /// @param number from 1
  /// @param service by its signature: `kms`
  /// @param region by its signature
  /// @param text the first line, the header that names the operation, and the body
  public record Asked(int number, String service, String region, String text) {}

  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/([^/]+)/aws4_request");

  /// Services that answer in XML, by the name in the signature.
  private static final Set<String> XML =
      Set.of(
          "autoscaling",
          "cloudformation",
          "cloudfront",
          "elasticache",
          "elasticloadbalancing",
          "iam",
          "monitoring",
          "rds",
          "redshift",
          "route53",
          "sns",
          "sts");

  private static final int FOREVER = 60;

  private final ServerSocket server;
  private final URI behind;
  private final Function<Asked, Fault> faults;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();

  public RoughProxy(URI behind, Function<Asked, Fault> faults) throws IOException {
    this.behind = behind;
    this.faults = faults;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    workers.execute(this::accept);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  public int requests() {
    return requests.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        workers.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in = new BufferedInputStream(client.getInputStream());
      var head = head(in);
      if (head.isEmpty()) {
        return;
      }
      var body = in.readNBytes(length(head));
      var fault = faults.apply(asked(head, new String(body, StandardCharsets.UTF_8)));
      switch (fault) {
        case CUT -> {}
        case HANG -> TimeUnit.SECONDS.sleep(FOREVER);
        case NONE, TRUNCATED, GARBLED ->
            client.getOutputStream().write(spoiled(fault, forward(head, body)));
        default -> client.getOutputStream().write(answer(fault, head));
      }
      client.getOutputStream().flush();
    } catch (IOException gone) {
      // the other side has left
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private Asked asked(String head, String body) {
    var scope = SCOPE.matcher(head);
    var known = scope.find();
    var target =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-amz-target"))
            .findFirst();
    return new Asked(
        requests.incrementAndGet(),
        known ? scope.group(2) : "",
        known ? scope.group(1) : "",
        head.lines().findFirst().orElse("") + "\n" + target.orElse("") + "\n" + body);
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    var last = 0;
    for (int each; (each = in.read()) >= 0; ) {
      head.write(each);
      last = (last << 8) | each;
      if (last == 0x0d0a0d0a) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private byte[] forward(String head, byte[] body) throws IOException {
    try (var moto = new Socket(InetAddress.getLoopbackAddress(), behind.getPort())) {
      var closing =
          head.replaceAll("(?im)^connection:[^\\r]*\\r\\n", "")
              .replaceFirst("\\r\\n\\r\\n$", "\r\nConnection: close\r\n\r\n");
      moto.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
      moto.getOutputStream().write(body);
      moto.getOutputStream().flush();
      return moto.getInputStream().readAllBytes();
    }
  }

  private static byte[] spoiled(Fault fault, byte[] answer) {
    var split = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    if (fault == Fault.NONE || split < 4 || split >= answer.length) {
      return answer;
    }
    if (fault == Fault.TRUNCATED) {
      return Arrays.copyOf(answer, split + (answer.length - split) / 2);
    }
    var garbled = answer.clone();
    for (var i = split; i < garbled.length; i++) {
      garbled[i] = (byte) (garbled[i] ^ 0xa5);
    }
    return garbled;
  }

  private static byte[] answer(Fault fault, String head) {
    return switch (fault) {
      case TOO_MANY -> http("429 Too Many Requests", "application/json", "{}");
      case THROTTLING -> throttling(head);
      case SLOW_DOWN ->
          http(
              "503 Slow Down",
              "application/xml",
              "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>");
      case DENIED ->
          http(
              "403 Forbidden",
              "text/xml",
              "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not yours</Message></Error></ErrorResponse>");
      case EMPTY -> http("200 OK", "text/xml", "");
      case WEB_PAGE ->
          http("200 OK", "text/html", "<html><body>Sign in to the network</body></html>");
      default -> http("503 Service Unavailable", "text/plain", "try later");
    };
  }

  /// As the protocol of the service has it.
  private static byte[] throttling(String head) {
    var scope = SCOPE.matcher(head);
    var service = scope.find() ? scope.group(2) : "";
    if (service.equals("s3")) {
      return http(
          "503 Slow Down",
          "application/xml",
          "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>");
    }
    if (service.equals("ec2")) {
      return http(
          "503 Service Unavailable",
          "text/xml",
          "<Response><Errors><Error><Code>RequestLimitExceeded</Code>"
              + "<Message>Request limit exceeded.</Message></Error></Errors></Response>");
    }
    if (XML.contains(service)) {
      return http(
          "400 Bad Request",
          "text/xml",
          "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>");
    }
    return http(
        "400 Bad Request",
        "application/x-amz-json-1.1\r\nx-amzn-ErrorType: ThrottlingException",
        "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
  }

  private static byte[] http(String status, String type, String body) {
    return ("HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    workers.shutdownNow();
  }
}
