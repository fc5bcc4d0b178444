package io.cofferdam.respond.cases;

import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.respond.cases.CaseEvent.PersonEnrolled;
import io.cofferdam.respond.cases.CaseEvent.PersonRemoved;
import java.util.ArrayList;
import java.util.List;

/// Who comes on a case and goes from it, and who answers for what.
final class PeopleRules {
  private PeopleRules() {}

  static void enrol(CaseDraft draft, PersonEnrolled enrolled) throws Refusal {
    var person = enrolled.person();
    WhoMay.wellFormed(person);
    if (enrolled.roles().isEmpty()) {
      throw new Refusal(
          "`" + person + "` has no role [" + String.join(", ", Worded.words(Role.class)) + "]",
          "give one or several with --role");
    }
    var before = draft.people.get(person);
    if (before != null && before.active()) {
      throw new Refusal(
          "`" + person + "` is on the case already [once]",
          "to change roles or key: case remove, then case enrol; what they approved counts no"
              + " longer");
    }
    List<String> keys = new ArrayList<>(before == null ? List.of() : before.usedKeys());
    if (enrolled.key().isPresent()) {
      keys.add(ownKey(draft, person, enrolled.key().get()));
    }
    draft.people.put(
        person,
        new CasePerson(
            person, enrolled.roles(), enrolled.key(), keys, draft.number(), enrolled.by(), true));
  }

  /// A key says who approved, so it is never that of two people, whatever name it carries.
  private static String ownKey(CaseDraft draft, PersonId person, String line) throws Refusal {
    var key =
        VerifierKey.ofLine(line)
            .map(VerifierKey::pem)
            .orElseThrow(
                () ->
                    new Refusal(
                        "the key of `" + person + "` is no Ed25519 public key [a line name+id+key]",
                        "give the .vkey file that was written beside the private key"));
    for (var other : draft.people.values()) {
      if (!other.id().equals(person) && other.usedKeys().contains(key)) {
        throw new Refusal(
            "the key of `" + person + "` is or was that of `" + other.id() + "` [their own]",
            "each person makes a key of their own");
      }
    }
    return key;
  }

  static void remove(CaseDraft draft, PersonRemoved removed) throws Refusal {
    Texts.line("reason", removed.why());
    var person = onTheCase(draft, removed.person());
    draft.people.put(person.id(), person.removed());
  }

  static void assign(CaseDraft draft, RaciRow row) throws Refusal {
    for (var person : row.named()) {
      onTheCase(draft, person);
    }
    draft.raci.put(row.step(), row);
  }

  static CasePerson onTheCase(CaseDraft draft, PersonId id) throws Refusal {
    var person = draft.people.get(id);
    if (person == null || !person.active()) {
      WhoMay.wellFormed(id);
      throw new Refusal(
          "`" + id + "` is not on the case [somebody enrolled and not removed]",
          "case show lists who is");
    }
    return person;
  }
}
