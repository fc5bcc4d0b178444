package io.cofferdam.respond.cases;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.respond.cases.CaseEvent.EvidenceCaptured;
import io.cofferdam.respond.cases.CaseEvent.EvidenceHanded;
import io.cofferdam.respond.cases.CaseEvent.EvidenceRead;
import io.cofferdam.respond.cases.CaseEvent.EvidenceReceived;
import io.cofferdam.respond.cases.CaseEvent.EvidenceStored;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Custody events as members of an event's JSON, and back.
final class CustodyJson {
  private CustodyJson() {}

  static String kind(CaseEvent.Custody event) {
    return switch (event) {
      case EvidenceCaptured _ -> "evidence-captured";
      case EvidenceHanded _ -> "evidence-handed";
      case EvidenceReceived _ -> "evidence-received";
      case EvidenceStored _ -> "evidence-stored";
      case EvidenceRead _ -> "evidence-read";
    };
  }

  static EventFields.Writer write(CaseEvent.Custody event, EventFields.Writer json) {
    json.put("item", event.item());
    return switch (event) {
      case EvidenceCaptured it ->
          json.put("taken", item(it.taken())).put("signature", it.signature());
      case EvidenceHanded it -> json.put("to", it.to().value()).put("signature", it.signature());
      case EvidenceReceived it ->
          json.put("root", it.root()).put("keptAt", it.keptAt()).put("signature", it.signature());
      case EvidenceStored it -> json.put("copy", copy(it.copy())).put("signature", it.signature());
      case EvidenceRead it -> json.put("why", it.why());
    };
  }

  /// Empty where it is no custody event.
  static Optional<CaseEvent> read(String kind, Instant at, Actor by, EventFields it)
      throws IOException {
    return switch (kind) {
      case "evidence-captured" ->
          Optional.of(
              new EvidenceCaptured(
                  at,
                  by,
                  item(it.text("item"), new EventFields(it.object("taken"))),
                  it.text("signature")));
      case "evidence-handed" ->
          Optional.of(
              new EvidenceHanded(at, by, it.text("item"), it.person("to"), it.text("signature")));
      case "evidence-received" ->
          Optional.of(
              new EvidenceReceived(
                  at,
                  by,
                  it.text("item"),
                  it.text("root"),
                  it.text("keptAt"),
                  it.text("signature")));
      case "evidence-stored" ->
          Optional.of(
              new EvidenceStored(
                  at,
                  by,
                  it.text("item"),
                  copy(new EventFields(it.object("copy"))),
                  it.text("signature")));
      case "evidence-read" ->
          Optional.of(new EvidenceRead(at, by, it.text("item"), it.text("why")));
      default -> Optional.empty();
    };
  }

  private static Json item(CustodyItem item) {
    var json =
        new EventFields.Writer()
            .put("case", item.caseId().value())
            .put("root", item.root())
            .put("files", item.files())
            .put("bytes", item.bytes())
            .put("kinds", item.kinds())
            .put("accounts", item.accounts())
            .put("regions", item.regions())
            .put("firstDay", item.firstDay().toString())
            .put("lastDay", item.lastDay().toString())
            .put("fetchedFirst", item.fetchedFirst().toString())
            .put("fetchedLast", item.fetchedLast().toString())
            .put("checkedFrom", item.checkedFrom().toString())
            .put("keptAt", item.keptAt())
            .put("tool", item.tool());
    item.fetch()
        .ifPresent(
            fetch ->
                json.put(
                    "fetch",
                    new EventFields.Writer()
                        .put("account", fetch.account())
                        .put("regions", fetch.regions())
                        .put("since", fetch.since().toString())
                        .put("until", fetch.until().toString())
                        .done()));
    List<Json> missing =
        item.missing().stream()
            .<Json>map(
                each ->
                    new EventFields.Writer()
                        .put("what", each.what())
                        .put("outcome", each.outcome())
                        .put("expires", each.expires().map(Object::toString))
                        .done())
            .toList();
    return json.put("missing", new Json.Array(missing)).done();
  }

  private static CustodyItem item(String id, EventFields it) throws IOException {
    Optional<CustodyItem.Fetched> fetch = Optional.empty();
    if (it.has("fetch")) {
      var inner = new EventFields(it.object("fetch"));
      fetch =
          Optional.of(
              new CustodyItem.Fetched(
                  inner.text("account"),
                  inner.texts("regions"),
                  inner.time("since"),
                  inner.time("until")));
    }
    var missing = new ArrayList<CustodyItem.Missing>();
    for (var each : it.objects("missing")) {
      missing.add(
          new CustodyItem.Missing(
              each.text("what"),
              each.text("outcome"),
              each.has("expires") ? Optional.of(each.day("expires")) : Optional.empty()));
    }
    return new CustodyItem(
        new CaseId(it.text("case")),
        id,
        it.text("root"),
        it.size("files"),
        it.size("bytes"),
        it.texts("kinds"),
        it.texts("accounts"),
        it.texts("regions"),
        it.day("firstDay"),
        it.day("lastDay"),
        it.time("fetchedFirst"),
        it.time("fetchedLast"),
        it.time("checkedFrom"),
        it.text("keptAt"),
        it.text("tool"),
        fetch,
        missing);
  }

  private static Json copy(StoredCopy copy) {
    return new EventFields.Writer()
        .put("account", copy.account())
        .put("bucket", copy.bucket())
        .put("region", copy.region())
        .put("prefix", copy.prefix())
        .put("files", copy.files())
        .put("bytes", copy.bytes())
        .put("retainUntil", copy.retainUntil().toString())
        .put("list", copy.list())
        .put("listVersion", copy.listVersion())
        .put("listSha256", copy.listSha256())
        .done();
  }

  private static StoredCopy copy(EventFields it) throws IOException {
    return new StoredCopy(
        it.text("account"),
        it.text("bucket"),
        it.text("region"),
        it.text("prefix"),
        it.size("files"),
        it.size("bytes"),
        it.time("retainUntil"),
        it.text("list"),
        it.text("listVersion"),
        it.text("listSha256"));
  }
}
