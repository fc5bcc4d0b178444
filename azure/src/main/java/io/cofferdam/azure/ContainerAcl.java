package io.cofferdam.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The stored access policies of a container in the XML of the blob service, and as JSON with its
/// names: `[{"Id", "AccessPolicy": {"Start", "Expiry", "Permission"}}]`. Texts are kept as they
/// are, so that what was read can be written back (REST reference, "Get Container ACL").
final class ContainerAcl {
  /// A container holds five policies at most.
  private static final int MOST = 100;

  private static final List<String> PARTS = List.of("Start", "Expiry", "Permission");

  private ContainerAcl() {}

  /// @throws XMLStreamException where it is no such document
  static ArrayNode read(byte[] xml) throws XMLStreamException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    try {
      return policies(reader);
    } finally {
      reader.close();
    }
  }

  private static ArrayNode policies(XMLStreamReader reader) throws XMLStreamException {
    var policies = JsonNodeFactory.instance.arrayNode();
    var path = new ArrayDeque<String>();
    var seen = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          var place = String.join("/", path);
          seen |= place.equals("SignedIdentifiers");
          if (place.equals("SignedIdentifiers/SignedIdentifier")) {
            if (policies.size() == MOST) {
              throw new XMLStreamException("more policies than a container can hold");
            }
            policies.addObject();
          } else if (!seen || path.size() > 4) {
            throw new XMLStreamException("no list of stored access policies");
          }
        }
        case XMLStreamConstants.CHARACTERS -> text(policies, path, reader.getText());
        case XMLStreamConstants.END_ELEMENT -> path.removeLast();
        default -> {}
      }
    }
    if (!seen) {
      throw new XMLStreamException("no list of stored access policies");
    }
    return policies;
  }

  private static void text(ArrayNode policies, ArrayDeque<String> path, String text) {
    if (policies.isEmpty() || text.isBlank()) {
      return;
    }
    var last = (com.fasterxml.jackson.databind.node.ObjectNode) policies.get(policies.size() - 1);
    var place = String.join("/", path);
    if (place.equals("SignedIdentifiers/SignedIdentifier/Id")) {
      last.put("Id", text);
    }
    for (var part : PARTS) {
      if (place.equals("SignedIdentifiers/SignedIdentifier/AccessPolicy/" + part)) {
        last.withObject("/AccessPolicy").put(part, text);
      }
    }
  }

  static String write(JsonNode policies) {
    var text = new StringWriter();
    try {
      var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("utf-8", "1.0");
      writer.writeStartElement("SignedIdentifiers");
      for (var policy : policies) {
        writer.writeStartElement("SignedIdentifier");
        writer.writeStartElement("Id");
        writer.writeCharacters(policy.path("Id").asText());
        writer.writeEndElement();
        if (policy.has("AccessPolicy")) {
          writer.writeStartElement("AccessPolicy");
          for (var part : PARTS) {
            if (policy.path("AccessPolicy").has(part)) {
              writer.writeStartElement(part);
              writer.writeCharacters(policy.path("AccessPolicy").path(part).asText());
              writer.writeEndElement();
            }
          }
          writer.writeEndElement();
        }
        writer.writeEndElement();
      }
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException impossible) {
      throw new io.cofferdam.model.CofferdamBug("text can be written", impossible);
    }
    return text.toString();
  }
}
