package io.cofferdam.posture.predicate.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Of a region of an account in which something stands: an external access analyzer of IAM Access
/// Analyzer is active, the account's own or the organisation's (Access Analyzer API Reference,
/// ListAnalyzers).
final class AnalyzerOn implements Predicate {
  static final String FACT = "analyzers";

  private static final Set<String> OF_ACCOUNT = Set.of("ACCOUNT");
  private static final Set<String> OF_ORGANISATION = Set.of("ORGANIZATION");

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    if (!used(region, scene)) {
      var unlisted =
          scene.inventory().gaps().stream()
              .filter(gap -> gap.account().equals(region.account()))
              .filter(gap -> gap.region().equals(region.region()))
              .filter(gap -> !gap.gap().message().contains("no such region"))
              .map(gap -> gap.gap().words() + ", so resources may be missing")
              .distinct()
              .toList();
      return unlisted.isEmpty()
          ? new Outcome.NotApplicable("nothing was found in the region")
          : new Outcome.Undetermined(Told.shortened(unlisted));
    }
    var own = active(region, OF_ACCOUNT).or(() -> active(region, OF_ORGANISATION));
    if (own.isPresent()) {
      return new Outcome.Met(List.of(own.get()));
    }
    var organisation = organisation(region.account(), scene);
    if (organisation.isEmpty()) {
      return new Outcome.Violated(
          "no external access analyzer is active", List.of("ListAnalyzers: " + listed(region)));
    }
    List<String> missing = new ArrayList<>();
    for (var other : scene.inventory().ofType(Inventory.REGION)) {
      if (other.region().equals(region.region())
          && organisation(other.account(), scene).equals(organisation)) {
        var of = active(other, OF_ORGANISATION);
        if (of.isPresent()) {
          return new Outcome.Met(List.of(of.get() + " in account " + other.account()));
        }
        other.gapsOf(List.of(FACT)).stream().map(Gap::words).forEach(missing::add);
      }
    }
    missing.add(
        "access-analyzer:ListAnalyzers in the account that administers it for organisation "
            + organisation.get());
    return new Outcome.Undetermined(missing);
  }

  private static boolean used(Resource region, Scene scene) {
    return scene.inventory().resources().stream()
        .anyMatch(
            each ->
                !each.type().equals(Inventory.REGION)
                    && !each.id().startsWith("arn:aws:kms:")
                    && !PutByAws.is(each)
                    && each.account().equals(region.account())
                    && each.region().equals(region.region()));
  }

  private static Optional<String> organisation(String account, Scene scene) {
    return scene
        .inventory()
        .account(account)
        .map(each -> each.fact("organisation.Id").asText(""))
        .filter(id -> !id.isEmpty());
  }

  private static Optional<String> active(Resource region, Set<String> types) {
    for (JsonNode analyzer : region.fact(FACT + ".analyzers")) {
      if (types.contains(analyzer.path("type").asText())
          && analyzer.path("status").asText().equals("ACTIVE")) {
        return Optional.of("analyzer " + analyzer.path("name").asText() + " is active");
      }
    }
    return Optional.empty();
  }

  private static String listed(Resource region) {
    List<String> all = new ArrayList<>();
    for (JsonNode analyzer : region.fact(FACT + ".analyzers")) {
      all.add(
          analyzer.path("name").asText()
              + " ("
              + analyzer.path("type").asText()
              + ", "
              + analyzer.path("status").asText()
              + ")");
    }
    return all.isEmpty() ? "none" : String.join(", ", all);
  }
}
