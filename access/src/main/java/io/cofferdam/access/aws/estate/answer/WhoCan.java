package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Reachers;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Answers who can do something: directly, by assuming roles, by escalation, by opening the
/// resource first.
public final class WhoCan {
  private final Reach reach;

  public WhoCan(Estate estate) {
    this(new Reach(estate));
  }

  public WhoCan(Reach reach) {
    this.reach = reach;
  }

  /// The reach that the answers stand on; it remembers what it has followed.
  public Reach reach() {
    return reach;
  }

  /// Everybody who can, with those beyond the estate.
  public WhoCanAnswer ask(Question question) {
    Estate estate = reach.decider().estate();
    List<String> gaps = new ArrayList<>(gaps());
    for (Question.Need need : question.needs()) {
      if (estate.resource(need.resource()).isEmpty()
          && estate.principal(need.resource()).isEmpty()) {
        gaps.add("`" + need.resource() + "` is not in the snapshot");
      }
      estate.resource(need.resource()).flatMap(AccessPointGap::of).ifPresent(gaps::add);
    }
    return new WhoCanAnswer(
        question, holders(question), new Outsiders(reach.decider()).of(question), gaps);
  }

  /// What the snapshot lacks, whatever is asked.
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (Account account : reach.decider().estate().accounts().values()) {
      if (!account.principalsKnown()) {
        gaps.add("not all users and roles of account " + account.id() + " are in the snapshot");
      }
    }
    return gaps;
  }

  /// The principals of the estate who can, by ARN.
  public List<Holder> holders(Question question) {
    Reachers reachers = reach.reachers();
    Holding holding = new Holding(reach, new Ends(reach, question));
    List<Holder> holders = new ArrayList<>();
    holding.any().stream()
        .forEach(
            i ->
                holders.add(
                    new Holder(
                        reachers.principals().get(i),
                        holding.certain().get(i) ? Verdict.YES : Verdict.ONLY_IF)));
    return holders;
  }

  /// Whether one principal of the estate can.
  public Verdict verdict(String principal, Question question) {
    return end(principal, question).verdict();
  }

  End end(String principal, Question question) {
    return new Ends(reach, question).best(reach.from(principal).values());
  }

  /// How one principal can, or what decides that it cannot.
  public Explanation explain(String principal, Question question) {
    return Explaining.of(this, principal, question);
  }
}
