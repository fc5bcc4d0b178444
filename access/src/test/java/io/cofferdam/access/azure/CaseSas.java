package io.cofferdam.access.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.access.azure.storage.Sas.Target.Kind;
import java.time.Instant;
import java.util.Optional;

/// The signature of a case.
final class CaseSas {
  private CaseSas() {}

  static Sas of(JsonNode node, String container) {
    Sas.Terms terms =
        new Sas.Terms(
            text(node, "sp"),
            time(node, "st"),
            time(node, "se"),
            text(node, "sip").map(CaseEstate::range),
            node.path("spr").asText().equals("https"),
            Sas.Signature.valueOf(node.path("signed").asText("ACCEPTED")));
    Sas.Target target =
        new Sas.Target(
            switch (node.path("sr").asText("c")) {
              case "b" -> Kind.BLOB;
              case "d" -> Kind.DIRECTORY;
              default -> Kind.CONTAINER;
            },
            node.path("in").asText(container),
            node.path("of").asText());
    return switch (node.path("sas").asText()) {
      case "account" -> new Sas.Account(terms, node.path("ss").asText(), node.path("srt").asText());
      case "service" -> new Sas.Service(terms, target, text(node, "si"));
      default ->
          new Sas.UserDelegation(
              terms,
              target,
              node.path("by").asText(),
              time(node, "skt"),
              time(node, "ske"),
              text(node, "saoid"),
              text(node, "suoid"));
    };
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }

  private static Optional<Instant> time(JsonNode node, String name) {
    return text(node, name).map(Instant::parse);
  }
}
