package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Of an account: no role and no resource takes requests of a service that acts for whoever asks
/// it, without binding the service to the account. The witness is a request that the service makes
/// for somebody else, decided by the whole policy.
final class ConfusedDeputy implements Predicate {
  private static final String STRANGER = "000000000000";
  private static final Set<String> BINDING =
      Set.of("aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths");

  /// Kinds of resource that have a policy of their own.
  private static final Set<String> POLICIED =
      Set.of(
          "s3-bucket",
          "kms-key",
          "sns-topic",
          "sqs-queue",
          "ecr-repository",
          "efs-file-system",
          "model-package-group");

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var estate = ScanEstate.of(scene);
    var search = new Search();
    for (var principal : estate.principals(account.account())) {
      if (principal instanceof IamRole role && !role.serviceLinked()) {
        role.trust()
            .document()
            .ifPresent(
                policy ->
                    search.look(new PolicyCheck(role.arn(), role.account(), policy), role.words()));
      }
    }
    List<String> missing = new ArrayList<>(estate.missing(account.account()));
    for (var resource : estate.estate().resources().values()) {
      if (!resource.account().equals(account.account())) {
        continue;
      }
      switch (resource.policy()) {
        case Part.Known<NamedPolicy>(NamedPolicy named) ->
            named
                .document()
                .ifPresent(
                    policy ->
                        search.look(
                            new PolicyCheck(resource.arn(), resource.account(), policy),
                            words(resource)));
        case Part.Absent<NamedPolicy> _ -> {
          // lets nobody in
        }
        case Part.Unknown<NamedPolicy> _ -> missing.add("the policy of: " + words(resource));
      }
    }
    scene.inventory().gaps().stream()
        .filter(gap -> gap.account().equals(account.account()))
        .filter(gap -> POLICIED.contains(gap.type()))
        .map(gap -> gap.gap().words() + ", so policies may be missing")
        .forEach(missing::add);
    // a queue whose ARN was not learnt has no place among the resources above
    scene.inventory().ofType("sqs-queue").stream()
        .filter(queue -> queue.account().equals(account.account()))
        .flatMap(queue -> queue.gapsOf(List.of("attributes")).stream())
        .map(gap -> "the policy of a queue: " + gap.words())
        .forEach(missing::add);
    if (!search.found.isEmpty()) {
      return Told.violated(
          estate,
          account.account(),
          Told.count(search.found.size(), "policy statement")
              + " serving an AWS service whoever asks it",
          search.found);
    }
    return missing.isEmpty()
        ? new Outcome.Met(
            search.bound.isEmpty()
                ? List.of("no policy lets in a service that acts for others")
                : Told.shortened(search.bound))
        : new Outcome.Undetermined(Told.shortened(missing));
  }

  private static String words(EstateResource resource) {
    return resource.words();
  }

  private static final class Search {
    private final List<String> found = new ArrayList<>();
    private final List<String> bound = new ArrayList<>();

    void look(PolicyCheck check, String words) {
      for (var statement : check.policy().statements()) {
        for (var service : services(statement, check.resource().contains(":role/"))) {
          var witness = stranger(check, statement, service);
          var what = words + ", " + statement.name() + ", " + service;
          if (witness.isPresent()) {
            found.add(what + ": " + witness.get());
          } else {
            bound.add(what + ": refused when it acts for another account");
          }
        }
      }
    }
  }

  private static List<String> services(Statement statement, boolean role) {
    List<String> services = new ArrayList<>();
    if (statement.effect() == Effect.ALLOW
        && statement.principal() instanceof PrincipalElement.Named(List<PrincipalName> names)) {
      for (var name : names) {
        if (name instanceof PrincipalName.Service(String service)
            && (role ? DeputyServices.ofRoles(service) : DeputyServices.ofResources(service))) {
          services.add(service);
        }
      }
    }
    return services;
  }

  /// A request by the service on behalf of a stranger that the policy allows.
  private static Optional<String> stranger(PolicyCheck check, Statement statement, String service) {
    Map<String, KeyState> keys = new HashMap<>();
    var own = service.substring(0, service.indexOf('.'));
    keys.put("aws:sourceaccount", KeyState.of(STRANGER));
    keys.put("aws:sourcearn", KeyState.of("arn:aws:" + own + ":eu-central-1:" + STRANGER + ":any"));
    keys.put("aws:sourceorgid", KeyState.of("o-another0organisation"));
    keys.put("aws:principalisawsservice", KeyState.of("true"));
    for (var condition : statement.conditions()) {
      if (BINDING.contains(condition.key()) || condition.operator().negated()) {
        continue;
      }
      var comparison = condition.operator().comparison();
      if (!condition.values().isEmpty() && comparison != Comparison.NULL) {
        keys.put(condition.key(), KeyState.of(sample(condition.values().getFirst())));
      }
    }
    var caller = new RequestPrincipal(PrincipalKind.AWS_SERVICE, service, "", "");
    var answer = check.answer(caller, action(statement), resource(check, statement), keys);
    return answer.allowed() ? Optional.of(Words.of(answer.request())) : Optional.empty();
  }

  private static String action(Statement statement) {
    return statement.action().allBut() || statement.action().patterns().isEmpty()
        ? "s3:GetObject"
        : statement.action().patterns().getFirst().text().replace("*", "Any").replace('?', 'x');
  }

  private static String resource(PolicyCheck check, Statement statement) {
    if (statement.resource().allBut() || !check.resource().contains(":s3:::")) {
      return check.resource();
    }
    var first = sample(statement.resource().values().getFirst());
    return first.startsWith("arn:") ? first : check.resource() + "/any";
  }

  private static String sample(Template value) {
    return value.source().replace("*", "any").replace('?', 'x');
  }
}
