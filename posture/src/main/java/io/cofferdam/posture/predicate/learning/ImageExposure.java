package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workloads;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A repository of images lets nobody in from outside the trust zone. One with images of models is
/// also scanned, encrypted with a key of the customer, cannot have its tags moved, and is not
/// copied out of the zone.
final class ImageExposure implements Predicate {

  @Override
  public Outcome evaluate(Resource repository, Scene scene) {
    var verdict = new Verdict();
    var models = models(repository, scene);
    if (repository.type().equals("ecr-public-repository")) {
      return models
          ? verdict
              .wrong("everybody in the world can pull it", "it lies in the public registry")
              .outcome()
          : new Outcome.NotApplicable("it is public on purpose and nothing says it holds a model");
    }
    if (!verdict.lacks(repository, "policy")) {
      Audiences.policy(
          repository, List.of(repository.id()), repository.fact("policy"), scene, verdict);
    }
    var region =
        scene.inventory().ofType(Inventory.REGION).stream()
            .filter(r -> r.account().equals(repository.account()))
            .filter(r -> r.region().equals(repository.region()))
            .findFirst();
    region.ifPresent(it -> registry(repository, it, scene, verdict));
    if (models) {
      care(repository, region, scene, verdict);
      region.ifPresent(it -> copies(repository, it, scene, verdict));
    }
    return verdict.outcome();
  }

  /// The policy of the registry speaks of all its repositories. Whether it may let others pull, or
  /// only copy into it, is a setting of the account (Amazon ECR guide, "Private registry policy
  /// scope").
  private static void registry(Resource repository, Resource region, Scene scene, Verdict verdict) {
    if (verdict.lacks(region, "ecr-registry-policy")) {
      return;
    }
    var policy = region.fact("ecr-registry-policy");
    if (policy.asText("").isEmpty()) {
      return;
    }
    var of = new Verdict();
    Audiences.policy(repository, List.of(repository.id()), policy, scene, of);
    switch (of.outcome()) {
      case Outcome.Violated(var why, var _) ->
          verdict.open(
              "ecr:GetAccountSetting (REGISTRY_POLICY_SCOPE): by the policy of the registry, "
                  + why
                  + " where it speaks of pulling");
      case Outcome.Undetermined(var missing) -> missing.forEach(verdict::open);
      case Outcome.Met _, Outcome.NotApplicable _ ->
          verdict.fine("the policy of the registry lets in nobody outside");
    }
  }

  private static boolean models(Resource repository, Scene scene) {
    var workloads = Workloads.of(scene);
    if (workloads.of(repository).isPresent()) {
      return true;
    }
    var uri = repository.fact("repositoryUri").asText("");
    return !uri.isEmpty()
        && workloads.atLeast(Sureness.LIKELY).stream()
            .anyMatch(
                each ->
                    each.because().stream()
                        .anyMatch(
                            why -> why.contains("`" + uri + ":") || why.contains("`" + uri + "@")));
  }

  private static void care(
      Resource repository, Optional<Resource> region, Scene scene, Verdict verdict) {
    if (!repository.fact("imageTagMutability").asText("").startsWith("IMMUTABLE")) {
      verdict.wrong("tags of its images can be moved", "imageTagMutability is not IMMUTABLE");
    }
    if (!repository.fact("encryptionConfiguration.encryptionType").asText("").startsWith("KMS")) {
      verdict.wrong("no key of the customer protects its images", "encryptionType is not KMS");
    } else {
      KeyOwner.judge(
          repository,
          repository.fact("encryptionConfiguration.kmsKey").asText(""),
          "its images",
          scene,
          verdict);
    }
    if (repository.fact("imageScanningConfiguration.scanOnPush").asBoolean(false)) {
      verdict.fine("its images are scanned when they are pushed");
    } else if (region.isEmpty() || !verdict.lacks(region.get(), "ecr-scanning")) {
      if (region.isEmpty() || !scanned(repository, region.get())) {
        verdict.wrong(
            "its images are not scanned", "no scanOnPush, no rule of the registry for its name");
      }
    }
  }

  /// Whether a rule of the registry scans repositories of the name by itself (Amazon ECR user
  /// guide, "Filters to choose which repositories are scanned": `*` stands for any letters; a
  /// filter without it matches names that contain it).
  private static boolean scanned(Resource repository, Resource region) {
    return Facts.items(region.facts(), "ecr-scanning.rules").stream()
        .filter(rule -> !rule.path("scanFrequency").asText("").equals("MANUAL"))
        .flatMap(rule -> Facts.items(rule, "repositoryFilters.filter").stream())
        .anyMatch(filter -> named(filter.asText(""), repository.name()));
  }

  private static boolean named(String filter, String name) {
    return filter.contains("*")
        ? name.matches(
            Stream.of(filter.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")))
        : name.contains(filter);
  }

  private static void copies(Resource repository, Resource region, Scene scene, Verdict verdict) {
    if (verdict.lacks(region, "ecr-registry")) {
      return;
    }
    var allowed = scene.expected().regions();
    for (var rule : Facts.items(region.facts(), "ecr-registry.replicationConfiguration.rules")) {
      var filters = Facts.items(rule, "repositoryFilters.filter");
      if (!filters.isEmpty()
          && filters.stream().noneMatch(f -> repository.name().startsWith(f.asText("")))) {
        continue;
      }
      for (var to : Facts.items(rule, "destinations")) {
        var account = to.path("registryId").asText("");
        var where = to.path("region").asText("");
        if (!scene.zone().holds(account)) {
          verdict.wrong("it is copied to account " + account, "destination " + account);
        }
        if (!allowed.isEmpty() && !allowed.contains(where)) {
          verdict.wrong("it is copied to " + where, "allowed are " + allowed);
        }
      }
    }
  }
}
