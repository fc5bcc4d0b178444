package io.cofferdam.app.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.secret.Redaction;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Asks one account for its logs, page by page, and keeps what could not be told. Thread-safe.
final class LogCloud {
  private static final int PAGES_AT_MOST = 200_000;

  /// Codes by which a service says that there is nothing of the kind.
  private static final Set<String> NOTHING =
      Set.of(
          "NoSuchLifecycleConfiguration",
          "InvalidAccessException",
          "NoSuchConfiguration",
          "SubscriptionRequiredException");

  private final CloudReader reader;
  private final String account;
  private final List<SourceEnd> ends = new CopyOnWriteArrayList<>();
  private final Map<String, LocalDate> expiring = new ConcurrentHashMap<>();
  private final Map<String, LocalDate> keptUntil = new ConcurrentHashMap<>();

  LogCloud(CloudReader reader, String account) {
    this.reader = reader;
    this.account = account;
  }

  String account() {
    return account;
  }

  List<SourceEnd> ends() {
    return Collections.unmodifiableList(ends);
  }

  void ended(String what, CallOutcome outcome, String why) {
    ends.add(new SourceEnd(what, outcome, Redaction.words(why)));
  }

  /// Some of a source was not copied that will be gone on a day.
  void notCopied(String what, LocalDate expires) {
    expiring.merge(what, expires, (one, other) -> one.isBefore(other) ? one : other);
  }

  /// The oldest day asked for of a source will be gone on a day.
  void keptUntil(String what, LocalDate expires) {
    keptUntil.put(what, expires);
  }

  /// The first day on which something is gone that was not copied, where that is known; of a source
  /// that could not even be listed, when the oldest day is gone.
  Optional<LocalDate> expires(String what) {
    return Optional.ofNullable(expiring.get(what))
        .or(() -> Optional.ofNullable(keptUntil.get(what)));
  }

  /// A call's members.
  record Ask(
      String region, String service, String operation, Map<String, String> with, String token) {
    /// A call without pages.
    Ask(String region, String service, String operation, Map<String, String> with) {
      this(region, service, operation, with, "");
    }
  }

  /// Makes a call with all its pages.
  ///
  /// @param next the member of the answer that asks for the next page
  /// @param page takes a page; false ends the asking
  /// @return whether all that was wanted was told; else it is among the ends
  boolean pages(String what, Ask ask, String next, Predicate<JsonNode> page) {
    var parameters = new TreeMap<>(ask.with());
    var seen = new HashSet<String>();
    for (var number = 0; number < PAGES_AT_MOST; number++) {
      var answer =
          reader.call(
              new CallRequest(account, ask.region(), ask.service(), ask.operation(), parameters));
      if (!answer.outcome().conclusive()) {
        if (NOTHING.contains(answer.errorCode())) {
          return true;
        }
        fail(what, ask, answer);
        return false;
      }
      if (!page.test(answer.body())) {
        return true;
      }
      var token = next.isEmpty() ? "" : Facts.at(answer.body(), next).asText("");
      if (token.isEmpty()) {
        return true;
      }
      if (!seen.add(token)) {
        ended(what, CallOutcome.FAILED, "the same page came again");
        return false;
      }
      parameters.put(ask.token(), token);
    }
    ended(what, CallOutcome.FAILED, "more than " + PAGES_AT_MOST + " pages");
    return false;
  }

  private void fail(String what, Ask ask, CallAnswer answer) {
    ended(what, answer.outcome(), ask.service() + " " + ask.operation() + ": " + answer.message());
  }
}
