package io.cofferdam.access.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.azure.abac.Attribute;
import io.cofferdam.access.azure.abac.AttributeSource;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.rbac.AzureAction;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.vault.VaultOperation;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One case of the suite: a request, the estate it meets, and what the documents say comes out.
record AzureCase(String file, JsonNode node) {

  String name() {
    return file + ": " + node.path("name").asText();
  }

  AzureEstate estate() {
    return CaseEstate.of(node);
  }

  AzureRequest request() {
    Map<Attribute, KeyState> attributes = new HashMap<>();
    node.path("attributes")
        .properties()
        .forEach(a -> attributes.put(attribute(a.getKey()), state(a.getValue())));
    return new AzureRequest(
        target(),
        credential(node.path("as")),
        origin(node.path("from").asText("203.0.113.7")),
        node.path("https").asBoolean(true),
        Instant.parse(node.path("time").asText("2026-01-15T12:00:00Z")),
        new Attributes(attributes, node.path("complete").asBoolean(false)));
  }

  private static KeyState state(JsonNode values) {
    List<String> texts = CaseEstate.texts(values);
    return texts.isEmpty() ? KeyState.ABSENT : new KeyState.Present(texts);
  }

  private static Attribute attribute(String text) {
    int bracket = text.indexOf('[');
    AttributeSource source =
        Arrays.stream(AttributeSource.values())
            .filter(s -> s.code().equals(text.substring(0, bracket)))
            .findFirst()
            .orElseThrow();
    return new Attribute(source, text.substring(bracket + 1, text.length() - 1));
  }

  private AzureTarget target() {
    String what = node.path("do").asText();
    if (what.equals("website")) {
      return new AzureTarget.Website("shopdata", "index.html");
    }
    if (what.indexOf('/') >= 0) {
      return new AzureTarget.Control(
          AzureAction.control(what), CaseEstate.scope(node.path("at").asText()));
    }
    for (VaultOperation operation : VaultOperation.values()) {
      if (operation.name().equals(what)) {
        return new AzureTarget.Vault(operation, "shopvault", node.path("object").asText());
      }
    }
    BlobOperation operation = BlobOperation.valueOf(what);
    return switch (operation.level()) {
      case ACCOUNT -> new AzureTarget.Blob(operation, "shopdata", "", "");
      case CONTAINER ->
          new AzureTarget.Blob(operation, "shopdata", container(), node.path("path").asText());
      case BLOB ->
          new AzureTarget.Blob(
              operation, "shopdata", container(), node.path("path").asText("docs/a.txt"));
    };
  }

  private String container() {
    return node.path("container").asText("retrieval");
  }

  private Credential credential(JsonNode as) {
    if (as.isObject()) {
      return new Credential.SharedAccess(CaseSas.of(as, container()));
    }
    return switch (as.asText("anonymous")) {
      case "anonymous" -> new Credential.Anonymous();
      case "key" -> new Credential.SharedKey(Sas.Signature.ACCEPTED);
      case "old-key" -> new Credential.SharedKey(Sas.Signature.REJECTED);
      default ->
          new Credential.Entra(
              as.asText(),
              Optional.of(node.path("application").asText()).filter(a -> !a.isEmpty()));
    };
  }

  private static Origin origin(String from) {
    int colon = from.indexOf(':');
    String kind = colon < 0 ? from : from.substring(0, colon);
    Scope id = new Scope(from.substring(colon + 1));
    return switch (kind) {
      case "subnet" -> new Origin.Subnet(id);
      case "endpoint" -> new Origin.PrivateEndpoint(id);
      case "resource" -> new Origin.Resource(id);
      case "trusted" -> new Origin.TrustedService();
      case "untold" -> new Origin.Untold();
      default -> new Origin.Internet(CaseEstate.address(from));
    };
  }
}
