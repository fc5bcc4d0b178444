package io.cofferdam.notify.draft;

import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.facts.Fact;

/// The early warning under NIS2 Art 23(4)(a).
final class EarlyWarning {
  private final DraftCase it;
  private final BreachRecord record;

  EarlyWarning(DraftCase it, BreachRecord record) {
    this.it = it;
    this.record = record;
  }

  Page write() {
    var page = new Page().title("Early warning of a significant incident, NIS2 Art. 23(4)(a)");
    Drafts.head(page, it);
    page.says(
        "Whether the organisation falls under NIS2 and whether the incident is significant is for"
            + " legal to confirm before this is sent.");
    page.section("To");
    it.duties().stream().filter(EarlyWarning::concerns).forEach(d -> page.item(to(d)));
    page.gap().section("From");
    page.field(record.field("controller-name"));
    page.field(record.field("contact-name"));
    page.field(record.field("contact-channel"));
    page.gap().section("What the law asks for in an early warning");
    page.item(
        "Is an unlawful or malicious act suspected? " + Drafts.yesNo(it, Fact.MALICIOUS_SUSPECTED));
    page.item(
        "Could there be an impact across borders? " + Drafts.yesNo(it, Fact.CROSS_BORDER_POSSIBLE));
    page.gap().section("What is known so far");
    page.field(record.field("aware-at"));
    page.field(record.field("occurred-from"));
    page.field(record.field("systems"));
    page.field(record.field("origin"));
    page.item(
        "Trade secrets such as model weights taken? " + Drafts.yesNo(it, Fact.TRADE_SECRETS_TAKEN));
    page.gap();
    page.says(
        "The incident notification follows within 72 hours of becoming aware, the final report"
            + " within one month of that notification.");
    return page;
  }

  private static boolean concerns(Duty duty) {
    return duty.ruleId().equals("eu-nis2-23-4-a") && duty.worthPreparing();
  }

  private static String to(Duty duty) {
    var due = duty.clock().dueAt().map(at -> "due " + at).orElse(duty.clock().words());
    return duty.recipient().name() + " (" + duty.state().key() + ", " + due + ")";
  }
}
