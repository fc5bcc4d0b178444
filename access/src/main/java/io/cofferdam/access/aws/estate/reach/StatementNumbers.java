package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for what statements say. Of two statements with one number, each says the same of every
/// request whose action both match.
public final class StatementNumbers {
  /// What a statement says, its action apart.
  ///
  /// @param conditions those that do not follow from who the actor is
  /// @param values the actor's values for the keys that the rest still uses
  public record Said(
      Effect effect, ResourceElement resource, List<Condition> conditions, List<KeyState> values) {

    /// Whether it allows its actions on everything, under no condition.
    boolean allowsAll() {
      return effect == Effect.ALLOW
          && conditions.isEmpty()
          && !resource.allBut()
          && resource.values().stream().anyMatch(t -> t.source().equals("*"));
    }
  }

  private final Map<Said, Integer> numbers = new HashMap<>();
  private final List<Said> all = new ArrayList<>();

  /// By number, where the resources begin; empty for a statement that leaves resources out.
  private final List<List<String>> heads = new ArrayList<>();

  synchronized int of(Said said) {
    Integer known = numbers.get(said);
    if (known == null) {
      known = all.size();
      numbers.put(said, known);
      all.add(said);
      heads.add(said.resource().allBut() ? List.of() : heads(said.resource()));
    }
    return known;
  }

  /// What the statements of a number say.
  public synchronized Said get(int number) {
    return all.get(number);
  }

  /// Where the resources of a number begin: the texts before the first wildcard or variable. A
  /// statement concerns what begins with one of them, and what one of them begins with; all, where
  /// one is empty.
  synchronized List<String> heads(int number) {
    Said said = all.get(number);
    return said.resource().allBut() ? List.of("") : heads.get(number);
  }

  /// Whether a Resource element can concern a resource or what lies in it. Errs towards yes.
  public static boolean touches(ResourceElement resource, String arn) {
    return resource.allBut() || touches(heads(resource), arn);
  }

  /// An alias stands for a key, whose ARN is another.
  private static boolean touches(List<String> heads, String arn) {
    if (arn.contains(":alias/")) {
      return true;
    }
    for (String head : heads) {
      if (head.length() >= arn.length() ? head.startsWith(arn) : arn.startsWith(head)) {
        return true;
      }
    }
    return false;
  }

  /// The texts before the first wildcard or variable.
  private static List<String> heads(ResourceElement resource) {
    List<String> heads = new ArrayList<>();
    for (Template template : resource.values()) {
      String source = template.source();
      int end = 0;
      while (end < source.length() && "*?$".indexOf(source.charAt(end)) < 0) {
        end++;
      }
      heads.add(source.substring(0, end));
    }
    return heads;
  }
}
