package io.cofferdam.access.aws.estate.reach;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Objects to ask about where the question is any object of a bucket: those that the policies tell
/// apart. For each pattern that an Allow names, or a Deny leaves out, and for each two of them, an
/// object that both cover and, where there is such, no Deny does.
public final class ObjectSamples {
  private static final int MOST = 64;

  private final String bucket;
  private final Pattern inBucket;
  private final Set<String> samples = new LinkedHashSet<>();
  private final List<Pattern> seeds = new ArrayList<>();
  private final List<Pattern> denied = new ArrayList<>();

  private ObjectSamples(String bucket) {
    this.bucket = bucket;
    this.inBucket = Pattern.glob(bucket + "/?*");
    samples.add(bucket + "/any-object");
  }

  /// The first is an object that no narrow pattern names.
  ///
  /// @param bucket its ARN
  /// @param resource the policies of the bucket, those of the organisation above it included
  public static Set<String> of(
      EstateDecider decider,
      Actor actor,
      String action,
      String bucket,
      List<PolicyDocument> resource) {
    ObjectSamples samples = new ObjectSamples(bucket);
    List<PolicyDocument> all = new ArrayList<>(decider.identity(actor));
    all.addAll(decider.ceilings(actor));
    all.addAll(resource);
    for (PolicyDocument policy : all) {
      for (Statement statement : policy.statements()) {
        if (statement.action().matches(action)) {
          samples.seed(statement, decider.principalKeys(actor));
        }
      }
    }
    return samples.found();
  }

  private void seed(Statement statement, Map<String, KeyState> keys) {
    boolean denies = statement.effect() == Effect.DENY;
    if (!denies && statement.resource().allBut()) {
      return;
    }
    List<Pattern> into = denies && !statement.resource().allBut() ? denied : seeds;
    for (Template template : statement.resource().values()) {
      if (into.size() < MOST && isNarrow(template)) {
        Optional<Template> resolved = template.resolve(key -> single(keys, key));
        resolved.map(Template::pattern).filter(p -> !into.contains(p)).ifPresent(into::add);
      }
    }
  }

  /// Whether it may cover some objects of the bucket and not others.
  private boolean isNarrow(Template template) {
    String source = template.source();
    if (source.equals("*") || source.equals(bucket + "/*") || source.equals(bucket + "*")) {
      return false;
    }
    int literal = 0;
    while (literal < source.length() && "*?$".indexOf(source.charAt(literal)) < 0) {
      literal++;
    }
    String head = source.substring(0, literal);
    return head.length() > bucket.length()
        ? head.startsWith(bucket + "/")
        : bucket.startsWith(head);
  }

  private static Optional<String> single(Map<String, KeyState> keys, String key) {
    return keys.get(key) instanceof KeyState.Present(List<String> values) && values.size() == 1
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private Set<String> found() {
    String first = bucket + "/any-object";
    denied.removeIf(pattern -> !overlaps(pattern));
    seeds.removeIf(pattern -> !overlaps(pattern));
    if (denied.stream().anyMatch(pattern -> pattern.matches(first))) {
      add(List.of(inBucket));
    }
    if (denied.isEmpty()) {
      seeds.removeIf(pattern -> pattern.matches(first));
    }
    for (int i = 0; i < seeds.size(); i++) {
      add(List.of(inBucket, seeds.get(i)));
      for (int j = 0; j < i; j++) {
        add(List.of(inBucket, seeds.get(i), seeds.get(j)));
      }
    }
    return samples;
  }

  private boolean overlaps(Pattern pattern) {
    return pattern.matches(bucket + "/any-object")
        || PatternSearch.find(List.of(inBucket, pattern), List.of())
            instanceof PatternSearch.Found.Text;
  }

  private void add(List<Pattern> covering) {
    if (samples.size() >= MOST) {
      return;
    }
    if (PatternSearch.find(covering, denied) instanceof PatternSearch.Found.Text(String text)) {
      samples.add(text);
    } else if (PatternSearch.find(covering, List.of())
        instanceof PatternSearch.Found.Text(String text)) {
      samples.add(text);
    }
  }
}
