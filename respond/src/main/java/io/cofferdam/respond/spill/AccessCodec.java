package io.cofferdam.respond.spill;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.time.Instant;

/// Writes an access as bytes and reads it back: repeated words by number, the rest in full.
@SuppressWarnings({"EnumOrdinal", "JavaInstantGetSecondsGetNano"})
// The files live as long as the process that wrote them, so ordinals cannot change in between.
final class AccessCodec {
  private static final AccessLog[] LOGS = AccessLog.values();
  private static final AccessOperation[] OPERATIONS = AccessOperation.values();
  private static final CallerKind[] CALLERS = CallerKind.values();
  private static final ResourceKind[] KINDS = ResourceKind.values();

  private final WordTable words;

  AccessCodec(WordTable words) {
    this.words = words;
  }

  void write(ObjectAccess a, Bytes out) {
    out.number(a.ref().input());
    out.number(a.ref().record());
    out.text(a.ref().id());
    out.number(a.time().getEpochSecond());
    out.number(a.time().getNano());
    out.number(a.source().ordinal());
    out.number(a.operation().ordinal());
    word(a.action(), out);
    var caller = a.caller();
    out.number(caller.kind().ordinal());
    word(caller.principal(), out);
    word(caller.issuer(), out);
    word(caller.account(), out);
    word(caller.accessKeyId(), out);
    word(caller.principalId(), out);
    word(caller.address(), out);
    word(caller.vpcEndpoint(), out);
    out.number(a.store().kind().ordinal());
    word(a.store().id(), out);
    out.text(a.key());
    out.text(a.version());
    word(a.copyTarget(), out);
    out.number(a.bytes());
    out.number(a.objectSize());
    out.number(a.status());
    word(a.errorCode(), out);
    out.text(a.requestId());
    out.number(a.signedQuery() ? 1 : 0);
    word(a.account(), out);
    word(a.region(), out);
  }

  ObjectAccess read(Bytes in) {
    var ref = new EventRef((int) in.number(), in.number(), in.text());
    var time = Instant.ofEpochSecond(in.number(), in.number());
    var source = LOGS[(int) in.number()];
    var operation = OPERATIONS[(int) in.number()];
    var action = word(in);
    var caller =
        new Caller(
            CALLERS[(int) in.number()],
            word(in),
            word(in),
            word(in),
            word(in),
            word(in),
            word(in),
            "",
            word(in));
    var store = new ResourceId(KINDS[(int) in.number()], word(in));
    return new ObjectAccess(
        ref,
        time,
        source,
        operation,
        action,
        caller,
        store,
        in.text(),
        in.text(),
        word(in),
        in.number(),
        in.number(),
        (int) in.number(),
        word(in),
        in.text(),
        in.number() == 1,
        word(in),
        word(in));
  }

  private void word(String word, Bytes out) {
    int number = words.number(word);
    out.number(number + 1L);
    if (number < 0) {
      out.text(word);
    }
  }

  private String word(Bytes in) {
    int number = (int) in.number() - 1;
    return number < 0 ? in.text() : words.word(number);
  }
}
