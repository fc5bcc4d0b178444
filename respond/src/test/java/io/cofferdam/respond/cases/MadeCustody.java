package io.cofferdam.respond.cases;

import static io.cofferdam.respond.cases.MadeCase.by;
import static io.cofferdam.respond.cases.MadeCase.key;
import static io.cofferdam.respond.cases.MadeCase.signature;

import io.cofferdam.evidence.key.SigningKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Invented evidence of a [MadeCase].
final class MadeCustody {
  static final String ROOT = "cd".repeat(32);
  static final Instant FETCHED = Instant.parse("2026-03-01T09:00:00Z");

  private MadeCustody() {}

  static CustodyItem item(String id, String root, List<CustodyItem.Missing> missing) {
    return item(
        id,
        root,
        Optional.of(
            new CustodyItem.Fetched(
                "111122223333",
                List.of("eu-central-1"),
                Instant.parse("2026-02-20T00:00:00Z"),
                Instant.parse("2026-03-01T00:00:00Z"))),
        missing);
  }

  static CustodyItem item(
      String id,
      String root,
      Optional<CustodyItem.Fetched> fetch,
      List<CustodyItem.Missing> missing) {
    return new CustodyItem(
        MadeCase.ID,
        id,
        root,
        3,
        1200,
        List.of("cloudtrail"),
        List.of("111122223333"),
        List.of("eu-central-1"),
        LocalDate.parse("2026-02-20"),
        LocalDate.parse("2026-02-28"),
        FETCHED,
        FETCHED,
        FETCHED,
        "safe 2, disk 7",
        "cofferdam test",
        fetch,
        missing);
  }

  static CaseEvent capture(MadeCase made, PersonId person) {
    return capture(made, person, item("E1", ROOT, List.of()), key(person));
  }

  static CaseEvent capture(MadeCase made, PersonId person, CustodyItem item, SigningKey key) {
    var bare = new CaseEvent.EvidenceCaptured(made.next(), by(person), item, "");
    return new CaseEvent.EvidenceCaptured(
        bare.at(), bare.by(), item, signature(key, CustodyChain.bytes(bare)));
  }

  static CaseEvent hand(MadeCase made, PersonId from, PersonId to, SigningKey key) {
    var bare = new CaseEvent.EvidenceHanded(made.next(), by(from), "E1", to, "");
    return new CaseEvent.EvidenceHanded(bare.at(), bare.by(), "E1", to, signed(made, bare, key));
  }

  static CaseEvent hand(MadeCase made, PersonId from, PersonId to) {
    return hand(made, from, to, key(from));
  }

  static CaseEvent receive(MadeCase made, PersonId person, String root, SigningKey key) {
    var bare = new CaseEvent.EvidenceReceived(made.next(), by(person), "E1", root, "here", "");
    return new CaseEvent.EvidenceReceived(
        bare.at(), bare.by(), "E1", root, "here", signed(made, bare, key));
  }

  static CaseEvent receive(MadeCase made, PersonId person) {
    return receive(made, person, ROOT, key(person));
  }

  static CaseEvent store(MadeCase made, PersonId person, Instant until) {
    var copy =
        new StoredCopy(
            "111122223333",
            "shop-evidence",
            "eu-central-1",
            "cofferdam/",
            3,
            1200,
            until,
            "cofferdam/versions.jsonl",
            "v1",
            ROOT);
    var bare = new CaseEvent.EvidenceStored(made.next(), by(person), "E1", copy, "");
    return new CaseEvent.EvidenceStored(
        bare.at(), bare.by(), "E1", copy, signed(made, bare, key(person)));
  }

  private static String signed(MadeCase made, CaseEvent.Custody bare, SigningKey key) {
    return signature(key, made.file().custody().get("E1").bytes(bare));
  }
}
