package io.cofferdam.access.aws.policy;

import io.cofferdam.access.aws.pattern.Ascii;
import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The Action or NotAction element; patterns ignore case.
///
/// Actions without wildcard are looked up, not compared one by one: managed policies list
/// hundreds.
public final class ActionElement {
  private final boolean allBut;
  private final List<Pattern> patterns;
  private final TextIndex plain;
  private final Pattern[] wild;

  /// @param allBut whether it is NotAction
  public ActionElement(boolean allBut, List<Pattern> patterns) {
    this.allBut = allBut;
    this.patterns = List.copyOf(patterns);
    Set<String> exact = new HashSet<>();
    List<Pattern> rest = new ArrayList<>();
    for (Pattern pattern : patterns) {
      if (pattern.isPlain()) {
        exact.add(Ascii.lower(pattern.text()));
      } else {
        rest.add(pattern);
      }
    }
    this.plain = new TextIndex(exact);
    this.wild = rest.toArray(new Pattern[0]);
  }

  /// Whether it is NotAction.
  public boolean allBut() {
    return allBut;
  }

  public List<Pattern> patterns() {
    return patterns;
  }

  public boolean matches(String action) {
    return matchesLower(Ascii.lower(action));
  }

  /// As [#matches] for an action that is known to hold no capital letter of ASCII.
  public boolean matchesLower(String lower) {
    if (plain.find(lower) >= 0) {
      return !allBut;
    }
    for (Pattern pattern : wild) {
      if (pattern.matchesLower(lower)) {
        return !allBut;
      }
    }
    return allBut;
  }

  /// The services whose actions it can match, in lower case; empty when it can match any.
  Optional<Set<String>> services() {
    if (allBut) {
      return Optional.empty();
    }
    Set<String> services = new HashSet<>();
    for (Pattern pattern : patterns) {
      String text = Ascii.lower(pattern.text());
      int colon = text.indexOf(':');
      String service = colon < 0 ? "*" : text.substring(0, colon);
      if (service.indexOf('*') >= 0 || service.indexOf('?') >= 0) {
        return Optional.empty();
      }
      services.add(service);
    }
    return Optional.of(services);
  }

  @Override
  public String toString() {
    return (allBut ? "NotAction " : "Action ") + patterns;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActionElement that
        && allBut == that.allBut
        && patterns.equals(that.patterns);
  }

  @Override
  public int hashCode() {
    return patterns.hashCode() * 31 + Boolean.hashCode(allBut);
  }
}
