package io.cofferdam.posture.predicate.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.content.CatalogueFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ports of model servers and stores that the catalogue tells
/// (`catalog/network/aws/ports.yaml`).
///
/// @param models ports of model servers and vector stores
/// @param stores kinds of stores, by the descriptions of their interfaces
record KnownPorts(List<ModelPort> models, List<Store> stores) {
  private static final String FILE = "catalog/network/aws/ports.yaml";

  KnownPorts {
    models = List.copyOf(models);
    stores = List.copyOf(stores);
  }

  /// @param alone whether the port alone gives the server away
  record ModelPort(int port, String says, boolean alone) {}

  /// @param description how the description of its interfaces begins
  record Store(String description, String says, PortSet ports) {}

  static KnownPorts shipped() {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(CatalogueFiles.text(FILE));
    } catch (JsonProcessingException bad) {
      throw new CofferdamBug(FILE + " is no YAML", bad);
    }
    var models = new ArrayList<ModelPort>();
    root.path("models")
        .forEach(
            each ->
                models.add(
                    new ModelPort(
                        each.path("port").asInt(),
                        each.path("says").asText(),
                        each.path("alone").asBoolean())));
    var stores = new ArrayList<Store>();
    for (var each : root.path("stores")) {
      var ports = new ArrayList<Integer>();
      each.path("ports").forEach(port -> ports.add(port.asInt()));
      stores.add(
          new Store(
              each.path("description").asText(), each.path("says").asText(), PortSet.of(ports)));
    }
    return new KnownPorts(models, stores);
  }

  /// The ports that count.
  ///
  /// @param all also those on which others listen too
  PortSet models(boolean all) {
    return PortSet.of(
        models.stream().filter(each -> all || each.alone()).map(ModelPort::port).toList());
  }

  /// `11434 (Ollama)`, for those of a set.
  List<String> named(PortSet ports) {
    return models.stream()
        .filter(each -> ports.contains(each.port()))
        .map(each -> each.port() + " (" + each.says() + ")")
        .toList();
  }

  /// The kind of store whose interface has this description.
  Optional<Store> store(String description) {
    return stores.stream().filter(each -> description.startsWith(each.description())).findFirst();
  }
}
