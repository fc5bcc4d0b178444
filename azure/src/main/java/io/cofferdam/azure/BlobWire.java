package io.cofferdam.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.azure.AzureCredentials.AccountKey;
import io.cofferdam.azure.AzureCredentials.Token;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.CallResult;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// Requests about the ACL of a container, and their replies as JSON: `publicAccess` (missing for
/// none), `SignedIdentifiers`, `lastModified`.
final class BlobWire {
  /// The version of the service that is spoken.
  private static final String VERSION = "2023-11-03";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Map<String, String> QUERY = Map.of("restype", "container", "comp", "acl");

  /// Names of accounts and containers: nothing else gets into a path or a host.
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");

  private static final Pattern CONTAINER =
      Pattern.compile("\\$(root|web|logs)|[a-z0-9](-?[a-z0-9]){2,62}");

  private final AzureEndpoints endpoints;
  private final AzureCredentials.ForBlobs credential;
  private final InstantSource clock;

  BlobWire(AzureEndpoints endpoints, AzureCredentials.ForBlobs credential, InstantSource clock) {
    this.endpoints = endpoints;
    this.credential = credential;
    this.clock = clock;
  }

  HttpRequest.Builder request(Operation operation, JsonNode parameters) {
    var account = parameters.path("account").asText();
    var container = parameters.path("container").asText();
    if (!ACCOUNT.matcher(account).matches() || !CONTAINER.matcher(container).matches()) {
      throw new CofferdamBug("`" + account + "/" + container + "` is no container");
    }
    var place = endpoints.container(account, container);
    var headers = new TreeMap<String, String>();
    headers.put("x-ms-version", VERSION);
    headers.put("x-ms-date", DATE.format(clock.instant()));
    var body = new byte[0];
    if (operation == Operation.SET_CONTAINER_ACL) {
      body =
          ContainerAcl.write(parameters.path("SignedIdentifiers")).getBytes(StandardCharsets.UTF_8);
      headers.put("Content-Type", "application/xml");
      if (parameters.has("publicAccess")) {
        headers.put("x-ms-blob-public-access", parameters.path("publicAccess").asText());
      }
      if (parameters.has("ifUnmodifiedSince")) {
        headers.put("If-Unmodified-Since", parameters.path("ifUnmodifiedSince").asText());
      }
    }
    headers.put("Authorization", authorization(operation, account, place, headers, body.length));
    var request =
        HttpRequest.newBuilder(URI.create(place + "?restype=container&comp=acl"))
            .method(
                operation.method(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return request;
  }

  private String authorization(
      Operation operation, String account, URI place, Map<String, String> headers, int length) {
    return switch (credential) {
      case Token(var token) -> AzureCredentials.bearer(token);
      case AccountKey(var holder, var key) -> {
        if (!holder.equals(account)) {
          throw new CofferdamBug("the key is of account " + holder + ", not of " + account);
        }
        var signed = new TreeMap<>(headers);
        signed.put("Content-Length", Integer.toString(length));
        try {
          yield SharedKey.authorization(
              account, key.get(), operation.method(), place.getRawPath(), QUERY, signed);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
          // A request that is not signed is refused; the message of the cause may hold the key.
          yield "SharedKey " + account + ":";
        }
      }
    };
  }

  static CallResult result(Operation operation, Reply reply) {
    var id = reply.header("x-ms-request-id");
    if (reply.status() != 200) {
      return Replies.refused(reply.status(), reply.header("x-ms-error-code"), "", id);
    }
    if (operation == Operation.SET_CONTAINER_ACL) {
      return new CallResult.Answered(JsonNodeFactory.instance.objectNode(), id);
    }
    try {
      var answer = JsonNodeFactory.instance.objectNode();
      var level = reply.header("x-ms-blob-public-access");
      if (!level.isEmpty()) {
        answer.put("publicAccess", level);
      }
      answer.set("SignedIdentifiers", ContainerAcl.read(reply.body()));
      answer.put("lastModified", reply.header("Last-Modified"));
      return new CallResult.Answered(answer, id);
    } catch (XMLStreamException other) {
      return new CallResult.Uncertain("Answer", "what came is no ACL of a container", id);
    }
  }
}
