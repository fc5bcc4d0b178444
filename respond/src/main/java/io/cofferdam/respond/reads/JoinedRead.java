package io.cofferdam.respond.reads;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;

/// One access as all logs together tell it: the union of their facts.
///
/// @param inTrail whether the provider's audit trail tells of it; `inServerLog` whether the
///     store's own access log does
record JoinedRead(
    ObjectAccess access, boolean inTrail, boolean inServerLog, List<EventRef> events) {

  static JoinedRead of(ObjectAccess access) {
    boolean server = access.source() == AccessLog.S3_SERVER_ACCESS;
    return new JoinedRead(access, !server, server, List.of(access.ref()));
  }

  boolean tellsOf(AccessLog source) {
    return source == AccessLog.S3_SERVER_ACCESS ? inServerLog : inTrail;
  }

  /// This access with what another log adds.
  JoinedRead with(ObjectAccess other) {
    boolean otherIsServer = other.source() == AccessLog.S3_SERVER_ACCESS;
    var first = otherIsServer ? access : other;
    var second = otherIsServer ? other : access;
    var merged =
        new ObjectAccess(
            first.ref(),
            first.time(),
            first.source(),
            first.operation(),
            first.action(),
            merge(first.caller(), second.caller()),
            first.store(),
            either(first.key(), second.key()),
            either(first.version(), second.version()),
            either(first.copyTarget(), second.copyTarget()),
            Math.max(first.bytes(), second.bytes()),
            Math.max(first.objectSize(), second.objectSize()),
            first.status() == 0 ? second.status() : first.status(),
            either(first.errorCode(), second.errorCode()),
            first.requestId(),
            first.signedQuery() || second.signedQuery(),
            either(first.account(), second.account()),
            either(first.region(), second.region()));
    var refs = new ArrayList<>(events);
    refs.add(other.ref());
    return new JoinedRead(
        merged, inTrail || !otherIsServer, inServerLog || otherIsServer, List.copyOf(refs));
  }

  /// The same access, of the store by the name that the data map gives it.
  JoinedRead at(ResourceId store) {
    return store.equals(access.store())
        ? this
        : new JoinedRead(
            new ObjectAccess(
                access.ref(),
                access.time(),
                access.source(),
                access.operation(),
                access.action(),
                access.caller(),
                store,
                access.key(),
                access.version(),
                access.copyTarget(),
                access.bytes(),
                access.objectSize(),
                access.status(),
                access.errorCode(),
                access.requestId(),
                access.signedQuery(),
                access.account(),
                access.region()),
            inTrail,
            inServerLog,
            events);
  }

  private static Caller merge(Caller first, Caller second) {
    boolean firstKnown = first.kind() != CallerKind.UNKNOWN;
    var better = firstKnown ? first : second;
    var other = firstKnown ? second : first;
    return new Caller(
        better.kind(),
        either(better.principal(), other.principal()),
        either(better.issuer(), other.issuer()),
        either(better.account(), other.account()),
        either(better.accessKeyId(), other.accessKeyId()),
        either(better.principalId(), other.principalId()),
        either(better.address(), other.address()),
        "",
        either(better.vpcEndpoint(), other.vpcEndpoint()));
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
