package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.catalogue.ResourceType;
import io.cofferdam.access.aws.catalogue.ServiceAction;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.condition.KeyState;
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
import java.util.Optional;
import java.util.Set;

/// ARNs to ask about where the question names a kind of resource rather than one: any object of a
/// bucket, a function yet to be made. For each pattern that an Allow gives the actor, one ARN that
/// matches it and, where there is such, no Deny.
public final class Samples {
  private static final int MOST = 64;

  private final EstateDecider decider;
  private final String region;

  /// @param region for resources that are yet to be made
  Samples(EstateDecider decider, String region) {
    this.decider = decider;
    this.region = region;
  }

  /// Objects of a bucket that the actor's policies and the bucket's tell apart; the first is an
  /// object that no narrow pattern names.
  public Set<String> objects(Actor actor, String bucketArn, List<PolicyDocument> resource) {
    Set<String> samples = new LinkedHashSet<>();
    samples.add(bucketArn + "/any-object");
    List<PolicyDocument> all = new ArrayList<>(decider.identity(actor));
    all.addAll(resource);
    for (PolicyDocument policy : all) {
      for (Statement statement : policy.statements()) {
        if (statement.effect() == Effect.ALLOW && !statement.resource().allBut()) {
          for (Template template : statement.resource().values()) {
            object(actor, bucketArn, template, samples);
          }
        }
      }
    }
    return samples;
  }

  private void object(Actor actor, String bucketArn, Template template, Set<String> into) {
    String source = template.source();
    int star = source.indexOf('*');
    int question = source.indexOf('?');
    int dollar = source.indexOf('$');
    int literal = least(source.length(), star, question, dollar);
    String head = source.substring(0, literal);
    boolean compatible =
        head.length() > bucketArn.length()
            ? head.startsWith(bucketArn + "/")
            : bucketArn.startsWith(head);
    if (!compatible
        || into.size() >= MOST
        || source.equals("*")
        || source.equals(bucketArn + "/*")) {
      return;
    }
    Optional<Template> resolved = template.resolve(key -> single(actor, key));
    if (resolved.isEmpty()) {
      return;
    }
    Pattern pattern = resolved.get().pattern();
    if (pattern.matches(bucketArn + "/any-object")) {
      return;
    }
    if (PatternSearch.find(List.of(Pattern.glob(bucketArn + "/?*"), pattern), List.of())
        instanceof PatternSearch.Found.Text(String text)) {
      into.add(text);
    }
  }

  private static int least(int length, int... places) {
    int least = length;
    for (int place : places) {
      if (place >= 0 && place < least) {
        least = place;
      }
    }
    return least;
  }

  private Optional<String> single(Actor actor, String key) {
    return decider.principalKeys(actor).get(key) instanceof KeyState.Present(List<String> values)
            && values.size() == 1
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  /// ARNs the actor could choose for a resource that an action makes, one list per resource type
  /// that a request must name.
  List<List<String>> making(Actor actor, String account, String action) {
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
