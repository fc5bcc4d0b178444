package io.cofferdam.respond.cases;

import io.cofferdam.respond.cases.CaseEvent.EvidenceCaptured;
import io.cofferdam.respond.cases.CaseEvent.EvidenceHanded;
import io.cofferdam.respond.cases.CaseEvent.EvidenceRead;
import io.cofferdam.respond.cases.CaseEvent.EvidenceReceived;
import io.cofferdam.respond.cases.CaseEvent.EvidenceStored;
import java.util.List;

/// Evidence is taken, handed over, received, read and stored. Only its holder hands over and
/// stores; only who was handed it receives; each signs with a key of their own.
final class CustodyRules {
  private CustodyRules() {}

  static void apply(CaseDraft draft, CaseEvent.Custody event) throws Refusal {
    switch (event) {
      case EvidenceCaptured it -> capture(draft, it);
      case EvidenceHanded it -> hand(draft, it);
      case EvidenceReceived it -> receive(draft, it);
      case EvidenceStored it -> store(draft, it);
      case EvidenceRead it -> read(draft, it);
    }
  }

  private static void capture(CaseDraft draft, EvidenceCaptured captured) throws Refusal {
    var item = captured.taken();
    CustodyShape.check(item);
    if (draft.opening == null || !item.caseId().equals(draft.opening.id())) {
      throw new Refusal("the item is of case `" + item.caseId() + "` [this case]", "");
    }
    var next = nextId(draft.custody.size());
    if (!item.id().equals(next)) {
      throw new Refusal("the item is `" + item.id() + "` [" + next + ", the next]", "");
    }
    for (var other : draft.custody.values()) {
      var holder = draft.people.get(other.holder());
      if (other.item().root().equals(item.root()) && holder != null && holder.active()) {
        throw new Refusal(
            "these files are in custody already, as `"
                + other.item().id()
                + "` of `"
                + other.holder()
                + "` [once]",
            "its holder hands it over with `case custody hand`");
      }
    }
    var person = ApprovalRules.withKey(draft, ApprovalRules.person(captured.by()));
    signed(person, CustodyChain.bytes(captured), captured.signature());
    draft.custody.put(
        item.id(),
        new CustodyChain(
            item,
            List.of(CustodyChain.link(draft.number(), captured, keyName(person))),
            List.of()));
  }

  /// The id of the item after so many.
  static String nextId(int items) {
    return "E" + (items + 1);
  }

  /// A hand-over that nobody received is replaced by the next.
  private static void hand(CaseDraft draft, EvidenceHanded handed) throws Refusal {
    var chain = find(draft, handed.item());
    var giver = holder(draft, chain, handed);
    if (handed.to().equals(giver.id())) {
      throw new Refusal(
          "`" + giver.id() + "` holds `" + handed.item() + "` [somebody else to hand it to]", "");
    }
    ApprovalRules.withKey(draft, handed.to());
    link(draft, chain, handed, giver, handed.signature());
  }

  private static void receive(CaseDraft draft, EvidenceReceived received) throws Refusal {
    Texts.line("place where it is kept", received.keptAt());
    Texts.hash("root", received.root());
    var chain = find(draft, received.item());
    var id = ApprovalRules.person(received.by());
    var waiting = chain.waitingLink();
    var handed = chain.waiting();
    if (waiting.isEmpty() || handed.isEmpty()) {
      throw new Refusal(
          "`" + received.item() + "` was handed to nobody: `" + chain.holder() + "` holds it",
          "its holder hands it over first: case custody hand");
    }
    if (!handed.get().to().equals(id)) {
      throw new Refusal(
          "`" + received.item() + "` was handed to `" + handed.get().to() + "` [" + id + "]",
          "its holder can hand it over anew");
    }
    var person = ApprovalRules.withKey(draft, id);
    if (person.enrolledAs() > waiting.get().number()) {
      throw new Refusal(
          "`" + id + "` was enrolled after `" + received.item() + "` was handed over [before it]",
          "its holder hands it over anew");
    }
    if (!received.root().equals(chain.item().root())) {
      throw new Refusal(
          "what `" + id + "` holds has another root than `" + received.item() + "` [the same]",
          "keep it as it is; the holder still has the item");
    }
    link(draft, chain, received, person, received.signature());
  }

  private static void store(CaseDraft draft, EvidenceStored stored) throws Refusal {
    CustodyShape.check(stored.copy());
    var chain = find(draft, stored.item());
    if (!stored.copy().retainUntil().isAfter(stored.at())) {
      throw new Refusal(
          "the copy can be deleted from `" + stored.copy().retainUntil() + "` on [later than now]",
          "");
    }
    link(draft, chain, stored, holder(draft, chain, stored), stored.signature());
  }

  private static void read(CaseDraft draft, EvidenceRead read) throws Refusal {
    Texts.line("reason", read.why());
    var chain = find(draft, read.item());
    draft.custody.put(read.item(), chain.and(read));
  }

  private static void link(
      CaseDraft draft,
      CustodyChain chain,
      CaseEvent.Custody event,
      CasePerson signer,
      String signature)
      throws Refusal {
    signed(signer, chain.bytes(event), signature);
    draft.custody.put(event.item(), chain.and(draft.number(), event, keyName(signer)));
  }

  private static CasePerson holder(CaseDraft draft, CustodyChain chain, CaseEvent event)
      throws Refusal {
    var id = ApprovalRules.person(event.by());
    if (!chain.holder().equals(id)) {
      throw new Refusal(
          "`" + id + "` does not hold `" + chain.item().id() + "` [" + chain.holder() + "]",
          chain.waiting().filter(each -> each.to().equals(id)).isPresent()
              ? "receive it first: case custody receive"
              : "its holder does it");
    }
    return ApprovalRules.withKey(draft, id);
  }

  private static CustodyChain find(CaseDraft draft, String id) throws Refusal {
    Texts.name("id of the custody item", id);
    var chain = draft.custody.get(id);
    if (chain == null) {
      throw new Refusal(
          "there is no custody item `"
              + id
              + "` ["
              + (draft.custody.isEmpty()
                  ? "there are none"
                  : String.join(", ", draft.custody.keySet()))
              + "]",
          "case capture takes a fetched folder into custody");
    }
    return chain;
  }

  private static String keyName(CasePerson person) {
    return person.verifier().map(key -> key.name()).orElse("");
  }

  private static void signed(CasePerson person, byte[] message, String signature) throws Refusal {
    if (!ApprovalRules.verifies(person, message, signature)) {
      throw new Refusal(
          "the signature is not one of `"
              + person.id()
              + "` over this case, item, root, time and the link before it [theirs]",
          "sign with the private key whose public half is enrolled");
    }
  }
}
