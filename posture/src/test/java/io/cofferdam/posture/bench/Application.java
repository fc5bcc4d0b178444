package io.cofferdam.posture.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.inventory.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One application of a shop with its network, machines, stores, keys and roles, as
/// `bench/shop.yaml` describes it.
final class Application {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ONE_OF = Pattern.compile("<([^<>|]*\\|[^<>]*)>");
  private static final int ADDRESSES = 256;

  private final List<Template> templates = new ArrayList<>();

  private record Template(String text, int times, int every) {}

  Application() {
    try (var yaml = Application.class.getResourceAsStream("/bench/shop.yaml")) {
      for (JsonNode each : new YAMLMapper().readTree(yaml)) {
        templates.add(
            new Template(
                each.toString(), each.path("times").asInt(1), each.path("every").asInt(1)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The resources of one application.
  ///
  /// @param number the application's; the same number gives the same names
  List<Resource> made(int number, String account, String region, Random random) {
    var made = new ArrayList<Resource>();
    for (var template : templates) {
      if (number % template.every() == 0) {
        for (int i = 0; i < template.times(); i++) {
          made.add(
              resource(
                  filled(template.text(), number, i, account, region, random), account, region));
        }
      }
    }
    return made;
  }

  private static String filled(
      String text, int number, int copy, String account, String region, Random random) {
    var filled =
        text.replace("<c>", Integer.toString(number))
            .replace("<i>", Integer.toString(copy))
            .replace("<i%2>", Integer.toString(copy % 2))
            .replace("<i%3>", Integer.toString(copy % 3))
            .replace("<i%6>", Integer.toString(copy % 6))
            .replace("<x>", Integer.toString(number % ADDRESSES))
            .replace("<a>", account)
            .replace("<r>", region);
    return ONE_OF
        .matcher(filled)
        .replaceAll(
            match -> {
              var ways = match.group(1).split("\\|", -1);
              return Matcher.quoteReplacement(ways[random.nextInt(ways.length)]);
            });
  }

  private static Resource resource(String text, String account, String region) {
    try {
      var json = JSON.readTree(text);
      var type = json.path("type").asText();
      return new Resource(
          type,
          json.path("id").asText(),
          json.path("name").asText(),
          account,
          type.equals("iam-role") ? "" : region,
          (ObjectNode) json.path("facts"),
          List.of());
    } catch (JsonProcessingException bad) {
      throw new CofferdamBug("a filled template is JSON: " + text, bad);
    }
  }
}
