package io.cofferdam.app.scan.variant;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.AccessReviews;
import io.cofferdam.posture.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Reads the account of a variant by the shipped plan and judges it by one control.
final class VariantScan {
  static final String ACCOUNT = "111122223333";
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final CollectPlan plan = CollectPlan.shipped("aws");
  private final Map<String, Control> controls =
      ControlCatalogue.shipped("aws").controls().stream()
          .collect(Collectors.toMap(Control::id, each -> each));
  private final Map<String, DataMap> maps = new ConcurrentHashMap<>();
  private final Path folder;

  /// @param folder where data maps are written to be read
  VariantScan(Path folder) {
    this.folder = folder;
  }

  Set<String> controls() {
    return controls.keySet();
  }

  /// What came of a variant.
  ///
  /// @param outcome of what is judged; empty where nothing of that name was found
  /// @param others the findings on anything else, such as a region whose resources were not listed
  /// @param answered the calls whose answers the variant told
  /// @param unused what the variant told and nobody asked for
  record Judged(
      Optional<Outcome> outcome, List<Finding> others, Set<String> answered, Set<String> unused) {
    String word() {
      return outcome.map(Outcome::word).orElse("none");
    }
  }

  /// Judges a variant.
  ///
  /// @param denied calls that are refused, beside those of the variant
  Judged judge(Variant variant, Set<String> denied) {
    var control = controls.get(variant.control());
    if (control == null) {
      throw new IllegalArgumentException("no control " + variant.control());
    }
    var answers = new ToldAnswers(variant, denied);
    var inventory =
        Traversal.walk(
            plan,
            answers,
            List.of(new Place(ACCOUNT, "us-east-1", variant.regions())),
            Progress.SILENT);
    var scene = new Scene(inventory, map(variant.map()), NOW, reviews(variant.reviews()));
    var findings = new Evaluator(List.of(control), new Predicates()).evaluate(scene);
    var subjects = findings.stream().filter(each -> subject(each, variant)).toList();
    if (subjects.stream().map(each -> each.resource().id()).distinct().count() > 1) {
      throw new IllegalArgumentException(
          variant
              + ": which is judged? "
              + subjects.stream().map(each -> each.resource().id()).toList());
    }
    // a region is also where it is told that resources there could not be listed
    var judged = subjects.stream().limit(1).toList();
    return new Judged(
        judged.stream().map(Finding::outcome).findFirst(),
        findings.stream().filter(each -> !judged.contains(each)).toList(),
        answers.answered(),
        answers.unused());
  }

  private static boolean subject(Finding finding, Variant variant) {
    var resource = finding.resource();
    return variant.at().isEmpty()
        || resource.id().equals(variant.at())
        || resource.name().equals(variant.at());
  }

  private DataMap map(JsonNode told) {
    return told.isMissingNode()
        ? DataMap.empty()
        : maps.computeIfAbsent(told.toString(), this::read);
  }

  private DataMap read(String json) {
    try {
      var file = Files.createTempFile(folder, "data-map", ".yaml");
      return DataMapFile.read(Files.writeString(file, json));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Optional<AccessReviews> reviews(JsonNode told) {
    if (told.isMissingNode()) {
      return Optional.empty();
    }
    var reviews = new HashMap<String, List<AccessReviews.Review>>();
    told.properties()
        .forEach(
            each -> {
              var at = Instant.parse(each.getValue().asText());
              reviews.put(each.getKey(), List.of(new AccessReviews.Review(at, at, "mara-lind")));
            });
    return Optional.of(new AccessReviews(reviews, List.of()));
  }
}
