package io.cofferdam.notify.draft;

/// The words of the message to the people concerned, per language; legal review is pending for
/// both.
enum PeopleWords {
  ENGLISH(
      "DRAFT, not sent. A named person reviews, completes and sends it; a lawyer has not yet.",
      "About your data: what happened",
      "Dear customer,",
      "we write to you because somebody who was not meant to may have seen data about you.",
      "we write to you because somebody who was not meant to has read data about you.",
      "What happened",
      "When",
      "What kind of data",
      "What this may mean for you",
      "What we have done and plan to do",
      "What you can do",
      "Whom you can ask",
      "TO BE DETERMINED",
      "steps that help against these consequences, such as changing a password"),
  GERMAN(
      "ENTWURF, nicht versandt (draft, not sent). Eine benannte Person prüft, ergänzt und"
          + " versendet; anwaltlich noch nicht geprüft.",
      "Ihre Daten: was geschehen ist",
      "Guten Tag,",
      "wir schreiben Ihnen, weil Unbefugte möglicherweise Daten über Sie gesehen haben.",
      "wir schreiben Ihnen, weil Unbefugte Daten über Sie gelesen haben.",
      "Was geschehen ist",
      "Wann",
      "Um welche Daten es geht",
      "Was das für Sie bedeuten kann",
      "Was wir getan haben und noch tun",
      "Was Sie tun können",
      "Wen Sie fragen können",
      "NOCH ZU KLÄREN",
      "Schritte gegen diese Folgen, etwa ein Passwort ändern");

  final String head;
  final String title;
  final String greeting;
  final String mayHave;
  final String has;
  final String what;
  final String when;
  final String data;
  final String consequences;
  final String measures;
  final String steps;
  final String contact;
  final String open;
  final String stepsHint;

  PeopleWords(
      String head,
      String title,
      String greeting,
      String mayHave,
      String has,
      String what,
      String when,
      String data,
      String consequences,
      String measures,
      String steps,
      String contact,
      String open,
      String stepsHint) {
    this.head = head;
    this.title = title;
    this.greeting = greeting;
    this.mayHave = mayHave;
    this.has = has;
    this.what = what;
    this.when = when;
    this.data = data;
    this.consequences = consequences;
    this.measures = measures;
    this.steps = steps;
    this.contact = contact;
    this.open = open;
    this.stepsHint = stepsHint;
  }
}
