package io.cofferdam.app.custody;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CustodyChain;
import io.cofferdam.respond.cases.CustodyItem;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.StoredCopy;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

/// Makes custody events that are signed with the key of a person. Where the case has no such item
/// the signature is empty, and the case says so.
///
/// @param at the time of the events
public record EvidenceSigner(SigningKey key, Actor by, Instant at) {
  /// That the person takes it.
  public CaseEvent captured(CustodyItem item) {
    var bare = new CaseEvent.EvidenceCaptured(at, by, item, "");
    return new CaseEvent.EvidenceCaptured(at, by, item, signed(CustodyChain.bytes(bare)));
  }

  /// That the person hands it over.
  public CaseEvent handed(CaseFile file, String item, PersonId to) {
    return signed(
        file, item, signature -> new CaseEvent.EvidenceHanded(at, by, item, to, signature));
  }

  /// That the person received it.
  public CaseEvent received(CaseFile file, String item, String root, String keptAt) {
    return signed(
        file,
        item,
        signature -> new CaseEvent.EvidenceReceived(at, by, item, root, keptAt, signature));
  }

  /// That the person stored a copy of it.
  public CaseEvent stored(CaseFile file, String item, StoredCopy copy) {
    return signed(
        file, item, signature -> new CaseEvent.EvidenceStored(at, by, item, copy, signature));
  }

  private CaseEvent signed(CaseFile file, String item, Function<String, CaseEvent.Custody> event) {
    var chain = file.custody().get(item);
    return event.apply(chain == null ? "" : signed(chain.bytes(event.apply(""))));
  }

  private String signed(byte[] message) {
    return Base64.getEncoder().encodeToString(key.sign(message));
  }
}
