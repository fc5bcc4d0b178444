package io.cofferdam.notify.draft;

import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.facts.Fact;
import java.util.List;

/// The letter to the data protection authority (Art 33(3) GDPR), first phase, and its withdrawal.
/// One per regime: the rule says which.
final class AuthorityLetter {
  private final DraftCase it;
  private final BreachRecord record;
  private final String ruleId;

  AuthorityLetter(DraftCase it, BreachRecord record, String ruleId) {
    this.it = it;
    this.record = record;
    this.ruleId = ruleId;
  }

  Page write() {
    var page =
        new Page().title("Notification of a personal data breach (phase " + record.phase() + ")");
    Drafts.head(page, it);
    page.says(BreachRecord.CLAIM);
    page.section("To");
    recipients().forEach(page::item);
    page.gap().section("From");
    fields(page, "controller-name", "controller-country");
    page.section("When we became aware, Art. 33(1)");
    fields(page, "aware-at", "aware-by");
    if (record.late()) {
      page.section("Reasons for the delay, Art. 33(1)");
      page.says("This notification is made later than 72 hours after we became aware.");
      fields(page, "late-reasons");
    }
    page.section("Nature of the breach, Art. 33(3)(a)");
    fields(
        page,
        "occurred-from",
        "occurred-until",
        "confidentiality",
        "integrity",
        "availability",
        "malicious",
        "unintelligible",
        "systems",
        "origin");
    page.section("People and records concerned, Art. 33(3)(a)");
    fields(page, "data-classes", "people-categories", "people", "records");
    if (!it.facts().residents().isEmpty()) {
      record.fields().stream()
          .filter(f -> f.label().startsWith("people concerned: "))
          .forEach(page::field);
      page.gap();
    }
    page.section("Contact, Art. 33(3)(b)");
    fields(page, "contact-name", "contact-channel");
    page.section("Likely consequences, Art. 33(3)(c)");
    fields(page, "consequences", "risk");
    page.section("Measures taken or proposed, Art. 33(3)(d)");
    fields(page, "measures");
    page.section("Further information");
    page.says(
        "Where information is marked as to be determined or approximate, we provide it in phases"
            + " without undue further delay (Art. 33(4)).");
    return page;
  }

  /// For the case that later facts show that there was no notifiable breach.
  Page withdrawal() {
    var page = new Page().title("Withdrawal of a notification of a personal data breach");
    Drafts.head(page, it);
    page.section("To");
    recipients().forEach(page::item);
    page.gap();
    page.says(
        "We withdraw our notification of [TO BE DETERMINED: date and reference of the"
            + " notification].");
    page.section("Why");
    page.item("[TO BE DETERMINED: what has become known since]");
    page.item(
        "Disclosure or access without authority: " + Drafts.yesNo(it, Fact.CONFIDENTIALITY_LOST));
    page.item("Decided by: [TO BE DETERMINED: name of the person]");
    page.gap();
    page.says("The facts, their effects and this decision stay in our register (Art. 33(5)).");
    return page;
  }

  private List<String> recipients() {
    return it.duties().stream()
        .filter(d -> d.ruleId().equals(ruleId) && d.worthPreparing())
        .map(AuthorityLetter::recipient)
        .distinct()
        .toList();
  }

  private static String recipient(Duty duty) {
    var due = duty.clock().dueAt().map(at -> "due " + at).orElse(duty.clock().words());
    return duty.recipient().name() + " (" + duty.state().key() + ", " + due + ")";
  }

  private void fields(Page page, String... ids) {
    for (var id : ids) {
      page.field(record.field(id));
    }
    page.gap();
  }
}
