package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Why a principal can do what was asked.
///
/// @param hops in the order in which they are taken; none where it cannot
/// @param whyNot where it cannot: what is missing or denies, for the principal itself
public record Explanation(
    String principal, Question question, Verdict verdict, List<Hop> hops, List<String> whyNot) {
  public Explanation {
    hops = List.copyOf(hops);
    whyNot = List.copyOf(whyNot);
  }

  /// Everything the answer depends on.
  public Set<String> onlyIf() {
    Set<String> all = new TreeSet<>();
    hops.forEach(hop -> all.addAll(hop.onlyIf()));
    return all;
  }

  /// Numbered sentences, each with what allows it, one line each.
  public String text() {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Hop hop : hops) {
      text.append(++number).append(". ").append(hop.sentence()).append('\n');
      hop.grounds().forEach(ground -> text.append("   - ").append(ground.sentence()).append('\n'));
      hop.onlyIf().forEach(one -> text.append("   - only if: ").append(one).append('\n'));
    }
    whyNot.forEach(one -> text.append("- ").append(one).append('\n'));
    return text.toString();
  }
}
