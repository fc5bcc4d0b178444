package io.cofferdam.respond.cases;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.respond.cases.CaseEvent.EvidenceCaptured;
import io.cofferdam.respond.cases.CaseEvent.EvidenceHanded;
import io.cofferdam.respond.cases.CaseEvent.EvidenceReceived;
import io.cofferdam.respond.cases.CaseEvent.EvidenceStored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who held a custody item, from its capture to now.
///
/// INVARIANT: the first link is the capture; each link is signed by who held the item then, a
/// receipt by who was handed it; so exactly one person holds it at any time. Each signature covers
/// the hash of the link before, so that none can be taken out, changed or put between.
///
/// @param links signed steps; `reads` what was told of reading it, which nobody signs
public record CustodyChain(
    CustodyItem item, List<CustodyLink> links, List<CaseEvent.EvidenceRead> reads) {
  public CustodyChain {
    links = List.copyOf(links);
    reads = List.copyOf(reads);
  }

  /// A span in which one person held the item.
  ///
  /// @param from when they took or received it
  /// @param until when the next signed for it; empty: they hold it
  /// @param keptAt where it lay, in their words
  public record Holding(PersonId holder, Instant from, Optional<Instant> until, String keptAt) {}

  /// Who held it, in their order; the last holds it.
  public List<Holding> holdings() {
    var holdings = new ArrayList<Holding>();
    for (var link : links) {
      switch (link.event()) {
        case EvidenceCaptured it -> begin(holdings, it, it.taken().keptAt());
        case EvidenceReceived it -> begin(holdings, it, it.keptAt());
        default -> {}
      }
    }
    return holdings;
  }

  private static void begin(List<Holding> holdings, CaseEvent event, String keptAt) {
    if (!holdings.isEmpty()) {
      var before = holdings.removeLast();
      holdings.add(
          new Holding(before.holder(), before.from(), Optional.of(event.at()), before.keptAt()));
    }
    if (event.by() instanceof Actor.Person(var person)) {
      holdings.add(new Holding(person, event.at(), Optional.empty(), keptAt));
    }
  }

  /// Who answers for it now.
  public PersonId holder() {
    return holdings().getLast().holder();
  }

  /// The hand-over that was signed for by who gives and not yet by who receives.
  public Optional<EvidenceHanded> waiting() {
    return waitingLink().map(link -> (EvidenceHanded) link.event());
  }

  /// The same with its number.
  Optional<CustodyLink> waitingLink() {
    var waiting = Optional.<CustodyLink>empty();
    for (var link : links) {
      switch (link.event()) {
        case EvidenceHanded _ -> waiting = Optional.of(link);
        case EvidenceReceived _ -> waiting = Optional.empty();
        default -> {}
      }
    }
    return waiting;
  }

  /// Copies that nobody can delete before a day.
  public List<StoredCopy> copies() {
    return links.stream()
        .flatMap(
            link ->
                link.event() instanceof EvidenceStored it ? Stream.of(it.copy()) : Stream.empty())
        .toList();
  }

  /// What is signed for a further step.
  public byte[] bytes(CaseEvent.Custody next) {
    return bytes(item, links.getLast().hash(), next);
  }

  /// What is signed for the first step.
  public static byte[] bytes(EvidenceCaptured capture) {
    return bytes(capture.taken(), "", capture);
  }

  /// Case, item, root, the link before and the event itself without its signature: who, when, to
  /// whom.
  private static byte[] bytes(CustodyItem item, String before, CaseEvent.Custody event) {
    return new Json.Members(
            Map.of(
                "type", Json.of("cofferdam/custody/1"),
                "case", Json.of(item.caseId().value()),
                "item", Json.of(item.id()),
                "root", Json.of(item.root()),
                "previous", Json.of(before),
                "event", CaseEventJson.unsigned(event)))
        .canonicalBytes();
  }

  CustodyChain and(int number, CaseEvent.Custody event, String key) {
    var more = new ArrayList<>(links);
    more.add(link(number, event, key));
    return new CustodyChain(item, more, reads);
  }

  CustodyChain and(CaseEvent.EvidenceRead read) {
    var more = new ArrayList<>(reads);
    more.add(read);
    return new CustodyChain(item, links, more);
  }

  static CustodyLink link(int number, CaseEvent.Custody event, String key) {
    var kept = CaseEventJson.encode(event).getBytes(StandardCharsets.UTF_8);
    return new CustodyLink(number, event, key, Hash.sha256(kept).hex());
  }
}
