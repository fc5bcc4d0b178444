package io.cofferdam.respond.reads;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.respond.json.TopFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which session came from which credential, as `AssumeRole`, `GetSessionToken` and their like
/// tell it: the access key id of the new session stands in the answer of the call.
///
/// Kept are as many sessions as fit into three eighths of the memory that the program may use: at 1
/// GiB some 2.5 million whose names repeat, 800,000 whose names are all different. Further ones are
/// counted and told.
final class CredentialChains {
  static final Set<String> ACTIONS =
      Set.of(
          "AssumeRole",
          "AssumeRoleWithSAML",
          "AssumeRoleWithWebIdentity",
          "AssumeRoot",
          "GetSessionToken",
          "GetFederationToken");
  /// What a session costs beside its texts, in bytes: places in the tables, headers.
  private static final int KEY = 120;

  private static final int LINK = 240;
  private static final int DEEPEST = 16;

  /// Where an answer names the new key and the new session.
  private static final Map<String, String> PARTS =
      Map.of("credentials", "accessKeyId", "assumedRoleUser", "arn", "federatedUser", "arn");

  /// One step: who got the session `session` by `action`.
  record Link(Caller by, String session, String action) {
    String parent() {
      return Principals.groupingName(by);
    }

    String parentKey() {
      return by.accessKeyId();
    }

    /// Whether a service or a federated pipeline asked for it, not a person.
    boolean workload() {
      return by.kind() == CallerKind.SERVICE || action.equals("AssumeRoleWithWebIdentity");
    }
  }

  private final Map<String, Link> byKey = new HashMap<>();
  private final Map<String, Link> bySession = new HashMap<>();
  private long room;
  private long dropped;

  CredentialChains() {
    this(Runtime.getRuntime().maxMemory() / 8 * 3);
  }

  /// @param room bytes that the sessions may take up, as nearly as can be told
  CredentialChains(long room) {
    this.room = room;
  }

  void add(ApiCall call) {
    if (!call.succeeded()) {
      return;
    }
    var answer = TopFields.inner(call.response(), PARTS);
    var assumed = answer.getOrDefault("assumedRoleUser", "");
    keep(
        call,
        answer.getOrDefault("credentials", ""),
        assumed.isEmpty() ? answer.getOrDefault("federatedUser", "") : assumed);
  }

  private synchronized void keep(ApiCall call, String key, String session) {
    if (room <= 0) {
      dropped++;
      return;
    }
    var link = new Link(withoutAgent(call.caller()), session, call.action());
    var same = bySession.get(session);
    if (link.equals(same)) {
      link = same; // workloads get session after session under one name
    } else {
      room -= LINK + session.length();
    }
    if (!key.isEmpty() && byKey.putIfAbsent(key, link) == null) {
      room -= KEY + key.length();
    }
    if (!session.isEmpty()) {
      bySession.putIfAbsent(session, link);
    }
  }

  private static Caller withoutAgent(Caller c) {
    return new Caller(
        c.kind(),
        c.principal(),
        c.issuer(),
        c.account(),
        c.accessKeyId(),
        c.principalId(),
        c.address(),
        "",
        c.vpcEndpoint());
  }

  synchronized long dropped() {
    return dropped;
  }

  /// The step that made this caller's credential, or null where no log tells.
  synchronized @Nullable Link origin(Caller caller) {
    var link = byKey.get(caller.accessKeyId());
    return link != null ? link : bySession.get(caller.principal());
  }

  /// How the credential came about, first principal first; empty where no log tells.
  synchronized List<String> chain(Caller caller) {
    var steps = new ArrayDeque<String>();
    var seen = new HashSet<Link>();
    var link = origin(caller);
    while (link != null && steps.size() < DEEPEST && seen.add(link)) {
      var session = link.session().isEmpty() ? "session" : link.session();
      steps.addFirst(link.action() + " -> " + session);
      if (!byKey.containsKey(link.parentKey())) {
        steps.addFirst(link.parent());
      }
      link = byKey.get(link.parentKey());
    }
    return List.copyOf(steps);
  }

  /// All keys of sessions that descend from a key in `keys` or from a caller that `named`
  /// accepts.
  synchronized Set<String> descendants(Set<String> keys, Predicate<Caller> named) {
    var children = new HashMap<String, List<String>>();
    var found = new HashSet<>(keys);
    var open = new ArrayDeque<>(keys);
    byKey.forEach(
        (key, link) -> {
          children.computeIfAbsent(link.parentKey(), k -> new ArrayList<>()).add(key);
          if (named.test(link.by()) && found.add(key)) {
            open.add(key);
          }
        });
    children.remove("");
    while (!open.isEmpty()) {
      for (var child : children.getOrDefault(open.remove(), List.of())) {
        if (found.add(child)) {
          open.add(child);
        }
      }
    }
    return found;
  }
}
