package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Name and ARN that a planned resource will have. Where AWS gives the name, one that cannot occur
/// stands in for it, made of the address, so that references to it still meet.
///
/// @param invented whether the name stands in for one that AWS will give
public record Identity(String name, String id, boolean invented) {
  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
  private static final String MADE_UP = "planned-";

  /// Stands in a name for a region that is not known.
  public static final String SOME_REGION = "xx-region-1";

  /// Works out what a resource will be called.
  ///
  /// @param attribute a value of the resource by its path, missing or [NotKnown] where there is
  ///     none
  public static Identity of(
      Mapping mapping,
      String address,
      Function<String, JsonNode> attribute,
      String account,
      String region) {
    var known =
        mapping.name().isEmpty()
            ? Optional.<String>empty()
            : Optional.of(attribute.apply(mapping.name()))
                .filter(node -> node.isTextual() && !node.asText().isEmpty())
                .map(JsonNode::asText);
    var name = known.orElse(madeUp(address));
    var id = fill(mapping.id(), name, "", attribute, account, region);
    return new Identity(name, id, known.isEmpty());
  }

  /// What others get who refer to an attribute; empty where that is not told.
  public Optional<String> export(
      Mapping mapping,
      String which,
      Function<String, JsonNode> attribute,
      String account,
      String region) {
    return Optional.ofNullable(mapping.exports().get(which))
        .map(template -> fill(template, name, id, attribute, account, region));
  }

  private static String madeUp(String address) {
    var plain = address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return MADE_UP + plain.replaceAll("^-|-$", "") + "-" + Integer.toHexString(address.hashCode());
  }

  private static String fill(
      String template,
      String name,
      String id,
      Function<String, JsonNode> attribute,
      String account,
      String region) {
    var filled = new StringBuilder();
    var holes = HOLE.matcher(template);
    while (holes.find()) {
      var value =
          switch (holes.group(1)) {
            case "name" -> name;
            case "id" -> id;
            case "account" -> account;
            case "region" -> region;
            default -> {
              var given = attribute.apply(holes.group(1));
              yield given.isTextual() ? given.asText() : "";
            }
          };
      holes.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    holes.appendTail(filled);
    return filled.toString();
  }
}
