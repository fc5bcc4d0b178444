package io.cofferdam.posture.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.plan.CallPlan.ListPlan;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// Makes one call with all its pages, and makes facts and resources of what it tells. Thread-safe.
final class CallWalk {
  private static final int PAGES_AT_MOST = 10_000;

  private final AnswerSource source;
  private final Progress progress;
  private final Drafts drafts;
  private final ConcurrentLinkedQueue<ListGap> gaps = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicLong> foreign = new ConcurrentSkipListMap<>();

  CallWalk(AnswerSource source, Progress progress, Drafts drafts) {
    this.source = source;
    this.progress = progress;
    this.drafts = drafts;
  }

  Collection<ListGap> gaps() {
    return gaps;
  }

  /// What lists told of that is not the account's own, in sentences.
  List<String> foreign() {
    return foreign.entrySet().stream()
        .map(
            each ->
                each.getKey()
                    + " also told of "
                    + each.getValue().get()
                    + " that belong to other accounts; they were left out.")
        .toList();
  }

  void make(Due due) {
    var call = due.step().call();
    var members = members(due);
    if (members.isEmpty()) {
      return;
    }
    var parameters = members.get();
    var tokens = new HashSet<String>();
    for (var page = 0; page < PAGES_AT_MOST; page++) {
      var request =
          new CallRequest(
              due.step().account(), due.region(), call.service(), call.operation(), parameters);
      var answer = source.ask(call, request);
      progress.called(
          new Progress.CallEnd(
              request.service(), answer.outcome().conclusive(), answer.attempts()));
      if (answer.outcome() != CallOutcome.ANSWERED) {
        if (answer.outcome() != CallOutcome.ABSENT) {
          miss(due, answer.outcome(), answer.message());
        }
        return;
      }
      take(due, answer.body());
      var next = call.paging().map(p -> Facts.at(answer.body(), p.next()).asText("")).orElse("");
      if (next.isEmpty()) {
        return;
      }
      if (!tokens.add(next)) {
        miss(due, CallOutcome.FAILED, "the same page came again");
        return;
      }
      parameters.put(call.paging().orElseThrow().token(), next);
    }
    miss(due, CallOutcome.FAILED, "more than " + PAGES_AT_MOST + " pages");
  }

  /// Whether the fact is there without which the call makes no sense. Where that could not be
  /// learnt, what the call would have told is missing for the same reason.
  boolean sensible(Due due) {
    var when = due.step().call().when();
    if (due.about().has(when)) {
      return true;
    }
    due.about().gap(Facts.first(when)).ifPresent(cause -> miss(due, cause));
    return false;
  }

  private Optional<SortedMap<String, String>> members(Due due) {
    var members = new TreeMap<String, String>();
    for (var each : due.step().call().with().entrySet()) {
      var value = due.about().fill(each.getValue(), due.region());
      if (value.isEmpty()) {
        Facts.holes(each.getValue()).stream()
            .flatMap(hole -> due.about().gap(hole).stream())
            .findFirst()
            .ifPresentOrElse(
                cause -> miss(due, cause),
                () ->
                    miss(due, CallOutcome.FAILED, "`" + each.getValue() + "` is not known of it"));
        return Optional.empty();
      }
      members.put(each.getKey(), value.get());
    }
    return Optional.of(members);
  }

  private void take(Due due, JsonNode body) {
    var call = due.step().call();
    call.lists()
        .ifPresent(list -> Facts.items(body, list.items()).forEach(i -> list(due, list, i)));
    if (!call.as().isEmpty()) {
      var value = call.take().isEmpty() ? body : Facts.at(body, call.take());
      if (!value.isMissingNode()) {
        due.about().put(call.as(), value.deepCopy());
      }
    }
  }

  private void list(Due due, ListPlan list, JsonNode item) {
    ObjectNode facts =
        item instanceof ObjectNode object ? object.deepCopy() : Draft.empty().set("item", item);
    if (!due.step().call().forType().isEmpty()) {
      facts.set("parent", due.about().reference());
    }
    var account = due.step().account();
    if (!list.owner().isEmpty()) {
      var owner = Facts.fill(list.owner(), facts, account, due.region());
      if (owner.isPresent() && !owner.get().equals(account)) {
        foreign
            .computeIfAbsent(
                due.step().call().key() + (due.region().isEmpty() ? "" : " in " + due.region()),
                key -> new AtomicLong())
            .incrementAndGet();
        return;
      }
    }
    var id = Facts.fill(list.id(), facts, account, due.region());
    var name = Facts.fill(list.name(), facts, account, due.region());
    if (id.isEmpty()) {
      miss(due, CallOutcome.FAILED, "an item without `" + list.id() + "`");
      return;
    }
    var region = list.region().isEmpty() ? due.region() : "";
    drafts.add(
        due.step().region(),
        new Draft(
            due.step().number(),
            list.type(),
            id.get(),
            name.orElse(id.get()),
            account,
            region,
            list.region(),
            facts));
  }

  private void miss(Due due, CallOutcome outcome, String message) {
    var call = due.step().call();
    miss(due, new Gap("", call.key(), call.permission(), outcome, message));
  }

  private void miss(Due due, Gap cause) {
    var call = due.step().call();
    call.lists()
        .ifPresent(
            list ->
                gaps.add(
                    new ListGap(
                        due.step().account(), due.region(), list.type(), cause.of(list.type()))));
    if (!call.as().isEmpty()) {
      due.about().miss(cause.of(call.as()));
    }
  }
}
