package io.cofferdam.respond.tamper;

import io.cofferdam.model.event.EventRef;
import java.time.Instant;

/// One act on a log's switch.
///
/// @param stream which switch: acts on the same stream undo each other
/// @param off whether it takes logs away, else it brings them back
/// @param backwards whether logs already written are in doubt too
record TamperAct(
    EventRef ref,
    Instant time,
    String action,
    String principal,
    String target,
    String affects,
    String stream,
    boolean off,
    boolean backwards) {

  /// Two acts with equal keys are one act told twice.
  record Key(Instant time, String action, String target, String stream, boolean off, String id) {}

  Key key() {
    return new Key(time, action, target, stream, off, ref.id());
  }

  static TamperAct first(TamperAct one, TamperAct other) {
    var byInput = Integer.compare(one.ref.input(), other.ref.input());
    var order = byInput != 0 ? byInput : Long.compare(one.ref.record(), other.ref.record());
    return order <= 0 ? one : other;
  }
}
