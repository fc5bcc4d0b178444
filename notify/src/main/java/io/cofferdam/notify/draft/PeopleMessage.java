package io.cofferdam.notify.draft;

import io.cofferdam.model.Ternary;
import io.cofferdam.notify.facts.Fact;

/// The message to the people concerned in plain language (Art 34(2) GDPR): nature of the breach,
/// contact, likely consequences, measures.
final class PeopleMessage {
  private final DraftCase it;
  private final BreachRecord record;

  PeopleMessage(DraftCase it, BreachRecord record) {
    this.it = it;
    this.record = record;
  }

  Page write(PeopleWords words) {
    var page = new Page().title(words.title);
    page.says(words.head);
    page.says(words.greeting);
    boolean read = it.facts().of(Fact.CONFIDENTIALITY_LOST) == Ternary.TRUE;
    page.says(read ? words.has : words.mayHave);
    section(page, words.what, "[" + words.open + ": " + words.what + "]");
    section(
        page,
        words.when,
        it.exposed()
            .map(w -> w.from() + " – " + w.until())
            .orElse("[" + words.open + ": " + words.when + "]"));
    section(page, words.data, value(words, "data-classes", words.data));
    section(page, words.consequences, value(words, "consequences", words.consequences));
    section(page, words.measures, value(words, "measures", words.measures));
    section(page, words.steps, "[" + words.open + ": " + words.stepsHint + "]");
    section(
        page,
        words.contact,
        value(words, "contact-name", words.contact)
            + ", "
            + value(words, "contact-channel", words.contact));
    page.says(
        it.organisation().name().isBlank() ? "[" + words.open + "]" : it.organisation().name());
    return page;
  }

  private static void section(Page page, String title, String text) {
    page.section(title);
    page.says(text);
  }

  private String value(PeopleWords words, String id, String label) {
    var value = record.field(id).value();
    return value.isEmpty() ? "[" + words.open + ": " + label + "]" : value;
  }
}
