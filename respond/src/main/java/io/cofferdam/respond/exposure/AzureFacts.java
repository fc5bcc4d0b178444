package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Provider;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Collects what the Activity log and the storage logs tell of settings of storage accounts and
/// containers, each act once, in any order and from several threads.
///
/// The Activity log has one entry for an operation's start, which holds the request, and one for
/// its end, which holds the outcome; both carry one correlation id.
final class AzureFacts {
  private final Map<String, ApiCall> ended = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final Map<AzureChange.Key, AzureChange> atEndpoints = new ConcurrentHashMap<>();

  void add(ApiCall call) {
    if (call.provider() != Provider.AZURE) {
      return;
    }
    var operation = operation(call);
    if (call.succeeded()) {
      ended.merge(operation + " " + call.time() + " " + call.ref().id(), call, AzureFacts::first);
    } else if (call.errorCode().equals("Started") || call.errorCode().equals("Accepted")) {
      if (!call.requestId().isEmpty() && !call.request().isEmpty()) {
        // Two requests under one id leave open which of them the end belongs to.
        asked.merge(operation, call.request(), (one, other) -> one.equals(other) ? one : "");
      }
    }
  }

  void add(ObjectAccess access) {
    AzureEvents.read(access)
        .ifPresent(change -> atEndpoints.merge(change.key(), change, AzureChange::first));
  }

  Collection<AzureChange> changes() {
    var changes = new HashMap<>(atEndpoints);
    for (var call : ended.values()) {
      var kind = WatchedActions.kindOf(call.provider(), call.service(), call.action());
      kind.ifPresent(
          of ->
              AzureEvents.read(call, of, asked.getOrDefault(operation(call), ""))
                  .forEach(c -> changes.merge(c.key(), c, AzureChange::first)));
    }
    return changes.values();
  }

  private static String operation(ApiCall call) {
    return (call.requestId() + " " + call.action() + " " + call.resources())
        .toLowerCase(Locale.ROOT);
  }

  private static ApiCall first(ApiCall one, ApiCall other) {
    return one.ref().input() < other.ref().input()
            || (one.ref().input() == other.ref().input()
                && one.ref().record() <= other.ref().record())
        ? one
        : other;
  }
}
