package io.cofferdam.notify.draft;

import io.cofferdam.model.Ternary;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Writes the drafts of a case: the breach record, the letter to the authority, the NIS2 early
/// warning, the messages to the people concerned, and the withdrawal. Nothing is sent.
public final class Drafts {
  private final DraftCase it;
  private final BreachRecord record;

  private Drafts(DraftCase it) {
    this.it = it;
    this.record = BreachRecord.of(it);
  }

  /// Every draft that a duty of the case may need, in a stable order.
  public static List<Draft> of(DraftCase it) {
    return new Drafts(it).all();
  }

  private List<Draft> all() {
    var drafts = new ArrayList<Draft>();
    drafts.add(new Draft("breach-record.json", BreachRecordJson.write(record, it)));
    authority("eu-gdpr-33-1", "authority", drafts);
    authority("uk-gdpr-33-1", "authority-uk", drafts);
    if (mayBeOwed(d -> d.ruleId().equals("eu-nis2-23-4-a"))) {
      drafts.add(
          new Draft("nis2-early-warning.md", new EarlyWarning(it, record).write().markdown()));
    }
    if (mayBeOwed(d -> d.ruleId().endsWith("gdpr-34-1"))) {
      drafts.add(
          new Draft(
              "people-en.md", new PeopleMessage(it, record).write(PeopleWords.ENGLISH).markdown()));
      drafts.add(
          new Draft(
              "people-de.md", new PeopleMessage(it, record).write(PeopleWords.GERMAN).markdown()));
    }
    return List.copyOf(drafts);
  }

  private void authority(String ruleId, String name, List<Draft> drafts) {
    if (mayBeOwed(d -> d.ruleId().equals(ruleId))) {
      var letter = new AuthorityLetter(it, record, ruleId);
      var page = letter.write();
      drafts.add(new Draft(name + "-letter.md", page.markdown()));
      drafts.add(new Draft(name + "-letter.txt", page.plain()));
      drafts.add(new Draft(name + "-withdrawal.md", letter.withdrawal().markdown()));
    }
  }

  private boolean mayBeOwed(Predicate<Duty> which) {
    return it.duties().stream().filter(which).anyMatch(Duty::worthPreparing);
  }

  /// What heads every draft.
  static void head(Page page, DraftCase it) {
    page.says(
        "DRAFT, not sent. A named person reviews, completes and sends it. Texts are not reviewed by"
            + " a lawyer. Case "
            + it.caseId()
            + ", written "
            + it.now()
            + ".");
  }

  static String yesNo(DraftCase it, Fact fact) {
    var value = it.facts().of(fact);
    if (value == Ternary.UNKNOWN) {
      return "[TO BE DETERMINED: " + fact.question() + "]";
    }
    return value == Ternary.TRUE ? "yes" : "no";
  }
}
