package io.cofferdam.app.contain;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.kubernetes.KubernetesCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The API server of Kubernetes itself with its store, started for one test on this machine alone:
/// it checks objects against their schemas, fills in what is left out, keeps versions, and lets in
/// by roles. No controller and no node runs. Where `scripts/kubernetes-stand-in.sh` has not built
/// it the test is skipped and says so.
final class ApiServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "made-up-token-of-an-admin";

  /// The token of `responder`, who may do what roles allow.
  static final String RESPONDER = "made-up-token-of-a-responder";

  private final List<Process> processes = new ArrayList<>();
  private final Path folder;
  private final int port;

  private ApiServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static ApiServer start(Path folder) throws Exception {
    var named = System.getenv("COFFERDAM_STAND_INS");
    var home =
        named == null
            ? Path.of(System.getProperty("user.home"), ".cache/cofferdam/stand-ins")
            : Path.of(named);
    var program = home.resolve("kubernetes/kube-apiserver");
    if (!Files.isExecutable(program)) {
      var reason = "skipped: no kube-apiserver; scripts/kubernetes-stand-in.sh builds it";
      System.err.println(reason);
      abort(reason);
    }
    var server = new ApiServer(folder, freePort());
    try {
      server.run(program);
      return server;
    } catch (IOException | InterruptedException | GeneralSecurityException failed) {
      server.close();
      throw failed;
    }
  }

  private void run(Path program) throws Exception {
    var store = "http://127.0.0.1:" + freePort();
    var peer = "http://127.0.0.1:" + freePort();
    start(
        "etcd",
        "etcd",
        "--data-dir",
        folder.resolve("etcd").toString(),
        "--listen-client-urls",
        store,
        "--advertise-client-urls",
        store,
        "--listen-peer-urls",
        peer,
        "--initial-advertise-peer-urls",
        peer,
        "--initial-cluster",
        "default=" + peer,
        "--unsafe-no-fsync");
    var key = key();
    Files.writeString(
        folder.resolve("tokens.csv"),
        ADMIN + ",admin,1,\"system:masters\"\n" + RESPONDER + ",responder,2\n");
    start(
        "kube-apiserver",
        program.toString(),
        "--etcd-servers",
        store,
        "--bind-address",
        "127.0.0.1",
        "--advertise-address",
        "127.0.0.1",
        "--secure-port",
        Integer.toString(port),
        "--cert-dir",
        folder.resolve("certs").toString(),
        "--token-auth-file",
        folder.resolve("tokens.csv").toString(),
        "--authorization-mode",
        "RBAC",
        "--service-account-issuer",
        "https://kubernetes.default.svc",
        "--service-account-key-file",
        key.toString(),
        "--service-account-signing-key-file",
        key.toString(),
        "--service-cluster-ip-range",
        "10.0.0.0/24",
        "--disable-admission-plugins",
        "ServiceAccount");
    await();
  }

  private void start(String log, String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log + ".log").toFile())
            .start());
  }

  /// A key for tokens of service accounts, which the server wants and nobody here uses.
  private Path key() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var body =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    return Files.writeString(
        folder.resolve("accounts.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private void await() throws Exception {
    for (int tries = 0; tries < 600; tries++) {
      if (processes.stream().anyMatch(each -> !each.isAlive())) {
        throw new IOException(
            "it ended: " + Files.readString(folder.resolve("kube-apiserver.log")));
      }
      if (Files.isReadable(certificate()) && ready()) {
        return;
      }
      processes.getLast().waitFor(Duration.ofMillis(200));
    }
    throw new IOException("the API server is not ready after two minutes");
  }

  private boolean ready() throws Exception {
    try (var client = client()) {
      return client.send(request("/readyz", ADMIN).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path certificate() {
    return folder.resolve("certs/apiserver.crt");
  }

  private URI endpoint() {
    return URI.create("https://127.0.0.1:" + port);
  }

  KubernetesCalls calls(String token) throws IOException, GeneralSecurityException {
    return new KubernetesCalls(endpoint(), trust(), () -> token, Duration.ofSeconds(20));
  }

  /// All that is not the responder's.
  KubernetesCalls admin() throws IOException, GeneralSecurityException {
    return calls(ADMIN);
  }

  /// Trusts the certificate that the server made for itself.
  private SSLContext trust() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var chain = CertificateFactory.getInstance("X.509");
    try (var in = Files.newInputStream(certificate())) {
      int number = 0;
      for (var each : chain.generateCertificates(in)) {
        store.setCertificateEntry("server-" + number++, each);
      }
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpClient client() throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder().sslContext(trust()).build();
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(endpoint().resolve(path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(20));
  }

  /// Makes an object, by the path that it will have.
  void put(String path, ObjectNode object) {
    var answer = post(path.substring(0, path.lastIndexOf('/')), object, ADMIN);
    if (answer.statusCode() != 201) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  /// Whether the responder may do something now: roles count after a moment.
  boolean allowed(ObjectNode attributes) {
    var review = JSON.createObjectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
    review.putObject("spec").set("resourceAttributes", attributes);
    var path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    return json(post(path, review, RESPONDER).body()).at("/status/allowed").asBoolean();
  }

  private HttpResponse<String> post(String path, ObjectNode object, String token) {
    try (var client = client()) {
      return client.send(
          request(path, token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(object.toString()))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.reversed().forEach(Process::destroy);
    processes.forEach(ApiServer::ended);
  }

  private static void ended(Process process) {
    try {
      if (!process.waitFor(Duration.ofSeconds(20))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException told) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
