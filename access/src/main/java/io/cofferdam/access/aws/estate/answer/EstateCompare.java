package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a change of an estate gives and takes, for its principals and for outsiders.
public final class EstateCompare {

  /// Somebody's verdict on one question before and after.
  ///
  /// @param who ARN of a principal, or an outsider in words
  /// @param witness the way after a gain, the way before a loss
  public record Shift(
      Question question, String who, Verdict before, Verdict after, String witness) {
    public boolean gains() {
      return after.compareTo(before) > 0;
    }
  }

  private EstateCompare() {}

  /// Everybody whose verdict differs, for these questions.
  public static List<Shift> compare(WhoCan before, WhoCan after, List<Question> questions) {
    List<Shift> shifts = new ArrayList<>();
    for (Question question : questions) {
      WhoCanAnswer old = before.ask(question);
      WhoCanAnswer now = after.ask(question);
      Map<String, Verdict[]> all = new TreeMap<>();
      old.holders().forEach(h -> pair(all, h.principal())[0] = h.verdict());
      now.holders().forEach(h -> pair(all, h.principal())[1] = h.verdict());
      old.outsiders().forEach(o -> pair(all, o.who())[0] = o.verdict());
      now.outsiders().forEach(o -> pair(all, o.who())[1] = o.verdict());
      all.forEach(
          (who, pair) -> {
            if (pair[0] != pair[1]) {
              boolean gain = pair[1].compareTo(pair[0]) > 0;
              shifts.add(
                  new Shift(
                      question,
                      who,
                      pair[0],
                      pair[1],
                      witness(gain ? after : before, gain ? now : old, who)));
            }
          });
    }
    return shifts;
  }

  private static Verdict[] pair(Map<String, Verdict[]> all, String who) {
    return all.computeIfAbsent(who, w -> new Verdict[] {Verdict.NO, Verdict.NO});
  }

  private static String witness(WhoCan side, WhoCanAnswer answer, String who) {
    if (side.reach().decider().estate().principal(who).isPresent()) {
      return side.explain(who, answer.question()).text();
    }
    List<String> conditions =
        answer.outsiders().stream()
            .filter(o -> o.who().equals(who))
            .flatMap(o -> o.onlyIf().stream())
            .toList();
    return conditions.isEmpty()
        ? "allowed by the resource itself\n"
        : "only if: " + String.join("; ", conditions) + "\n";
  }

  /// The questions that a change bears on: every group of each changed resource; where principals,
  /// groups or the organisation changed, every group of every resource.
  public static List<Question> questions(Estate before, Estate after) {
    boolean everywhere =
        !before.principals().equals(after.principals())
            || !before.groups().equals(after.groups())
            || !before.accounts().equals(after.accounts())
            || !before.organisation().equals(after.organisation());
    Set<String> arns = new TreeSet<>(before.resources().keySet());
    arns.addAll(after.resources().keySet());
    Set<Question> questions = new LinkedHashSet<>();
    for (String arn : arns) {
      EstateResource old = before.resources().get(arn);
      EstateResource now = after.resources().get(arn);
      EstateResource any = now == null ? old : now;
      if (any != null && (everywhere || old == null || !old.equals(now))) {
        for (AccessGroup group : AccessGroup.values()) {
          questions.addAll(group.questions(any));
        }
      }
    }
    return List.copyOf(questions);
  }
}
