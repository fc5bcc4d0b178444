package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.catalogue.ResourceType;
import io.cofferdam.access.aws.catalogue.ServiceAction;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// ARNs to ask about where a resource is yet to be made, such as a function: for each pattern that
/// an Allow gives the actor, one that matches it.
final class Samples {
  private static final int MOST = 64;

  private final EstateDecider decider;
  private final String region;
  private final Map<Asked, List<List<String>>> known = new ConcurrentHashMap<>();

  /// What is asked once for every target that an actor may try.
  private record Asked(Actor actor, String account, String action) {}

  /// @param region for resources that are yet to be made
  Samples(EstateDecider decider, String region) {
    this.decider = decider;
    this.region = region;
  }

  /// ARNs the actor could choose for a resource that an action makes, one list per resource type
  /// that a request must name.
  List<List<String>> making(Actor actor, String account, String action) {
    return known.computeIfAbsent(
        new Asked(actor, account, action), asked -> made(actor, account, action));
  }

  private List<List<String>> made(Actor actor, String account, String action) {
    Optional<ServiceAction> known = ServiceCatalogue.shipped().action(action);
    if (known.isEmpty()) {
      return List.of(List.of("*"));
    }
    List<ResourceType> types = known.get().required();
    if (types.isEmpty()) {
      return known.get().optional().isEmpty()
          ? List.of(List.of("*"))
          : List.of(chosen(actor, account, action, known.get().optional().get(0)));
    }
    List<List<String>> all = new ArrayList<>();
    for (ResourceType type : types) {
      all.add(chosen(actor, account, action, type));
    }
    return all;
  }

  private List<String> chosen(Actor actor, String account, String action, ResourceType type) {
    String arn =
        type.arn()
            .replace("${Partition}", "aws")
            .replace("${Region}", region)
            .replace("${Account}", account);
    Pattern ofType = Pattern.glob(arn.replaceAll("\\$\\{[^}]*}", "*"));
    Set<String> chosen = new LinkedHashSet<>();
    chosen.add(arn.replaceAll("\\$\\{[^}]*}", "any"));
    for (PolicyDocument policy : decider.identity(actor)) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW && statement.action().matches(action)) {
          for (Template template : statement.resource().values()) {
            Pattern pattern = template.pattern();
            if (!statement.resource().allBut()
                && chosen.size() < MOST
                && chosen.stream().noneMatch(pattern::matches)
                && PatternSearch.find(List.of(ofType, pattern), List.of())
                    instanceof PatternSearch.Found.Text(String text)) {
              chosen.add(text);
            }
          }
        }
      }
    }
    return List.copyOf(chosen);
  }
}
