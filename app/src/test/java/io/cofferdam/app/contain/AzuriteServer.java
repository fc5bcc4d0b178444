package io.cofferdam.app.contain;

import io.cofferdam.app.scan.StandIn;
import io.cofferdam.azure.AzureCalls;
import io.cofferdam.azure.AzureCredentials;
import io.cofferdam.azure.AzureEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The vendor's own stand-in for blob storage, started for one test on this machine alone,
/// without its telemetry. Where `scripts/stand-ins.sh` has not installed it the test is skipped
/// and says so.
final class AzuriteServer implements AutoCloseable {
  static final String ACCOUNT = "shopstore";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StandIn server;
  private final String key;
  private final HttpClient client = HttpClient.newHttpClient();

  private AzuriteServer(StandIn server, String key) {
    this.server = server;
    this.key = key;
  }

  static AzuriteServer start(Path folder) throws IOException, InterruptedException {
    var program =
        StandIn.installed("azurite", "azurite/node_modules/azurite/dist/src/blob/main.js");
    var random = new byte[32];
    new SecureRandom().nextBytes(random);
    var key = Base64.getEncoder().encodeToString(random);
    var port = StandIn.freePort();
    var builder =
        new ProcessBuilder(
            "node",
            program.toString(),
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            Integer.toString(port),
            "--location",
            folder.toString(),
            "--silent",
            "--skipApiVersionCheck",
            "--disableTelemetry");
    builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + key);
    return new AzuriteServer(StandIn.start(builder, port, folder.resolve("azurite.log")), key);
  }

  URI endpoint() {
    return server.endpoint();
  }

  /// A key of the account.
  String key() {
    return key;
  }

  /// Calls that are signed with the account's key.
  AzureCalls calls() {
    return new AzureCalls(
        new AzureEndpoints(AzureEndpoints.PUBLIC.management(), Optional.of(endpoint())),
        new AzureCredentials(() -> "", new AzureCredentials.AccountKey(ACCOUNT, () -> key)),
        Duration.ofSeconds(20),
        InstantSource.system(),
        time -> {});
  }

  /// What anyone without a credential is answered.
  int anonymous(String pathAndQuery) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(endpoint().resolve("/" + ACCOUNT + "/" + pathAndQuery));
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// Makes a container with its ACL, and a blob in it.
  ///
  /// @param level of public access, or empty
  /// @param policies in the XML of the service
  void container(String name, String level, String policies)
      throws IOException, InterruptedException, GeneralSecurityException {
    put(name, Map.of("restype", "container"), Map.of(), "");
    put(name + "/order-1.json", Map.of(), Map.of("x-ms-blob-type", "BlockBlob"), "{}");
    put(
        name,
        Map.of("restype", "container", "comp", "acl"),
        level.isEmpty() ? Map.of() : Map.of("x-ms-blob-public-access", level),
        policies);
  }

  private void put(String path, Map<String, String> query, Map<String, String> more, String content)
      throws IOException, InterruptedException, GeneralSecurityException {
    var headers = new TreeMap<>(more);
    headers.put("x-ms-date", DATE.format(Instant.now()));
    headers.put("x-ms-version", "2023-11-03");
    var place = "/" + ACCOUNT + "/" + path;
    var text = new StringBuilder("PUT\n\n\n");
    text.append(content.isEmpty() ? "" : content.length()).append("\n\n\n\n\n\n\n\n\n");
    headers.forEach((name, value) -> text.append(name + ":" + value + "\n"));
    text.append("/" + ACCOUNT + place);
    new TreeMap<>(query).forEach((name, value) -> text.append("\n" + name + ":" + value));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
    var signature = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
    var words = query.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
    var request =
        HttpRequest.newBuilder(endpoint().resolve(place + "?" + String.join("&", words.toList())))
            .PUT(
                content.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(content))
            .header(
                "Authorization",
                "SharedKey " + ACCOUNT + ":" + Base64.getEncoder().encodeToString(signature));
    headers.forEach(request::header);
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
