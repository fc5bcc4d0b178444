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

/// Writes an access as bytes and reads it back: repeated callers, stores and words by number, the
/// rest in full.
///
/// Memory is bounded: at most [#WORDS] words of at most [#LONGEST] characters, as many stores and
/// [#CALLERS] callers of at most [#CALLER] characters get a number.
@SuppressWarnings({"EnumOrdinal", "JavaInstantGetSecondsGetNano"})
// The files live as long as the process that wrote them, so ordinals cannot change in between.
final class AccessCodec {
  static final int WORDS = 1 << 16;
  static final int CALLERS = 1 << 15;
  static final int LONGEST = 256;
  static final int CALLER = 1 << 10;

  /// Written for a text or value that has no number and follows in full.
  private static final int IN_FULL = 0;

  /// Written for the empty word.
  private static final int EMPTY = 1;

  private static final int FIRST = 2;

  private static final AccessLog[] LOGS = AccessLog.values();
  private static final AccessOperation[] OPERATIONS = AccessOperation.values();
  private static final CallerKind[] KINDS = CallerKind.values();
  private static final ResourceKind[] RESOURCES = ResourceKind.values();

  private final NumberTable<String> words = new NumberTable<>(WORDS);
  private final NumberTable<Who> callers = new NumberTable<>(CALLERS);
  private final NumberTable<ResourceId> stores = new NumberTable<>(WORDS);

  void write(ObjectAccess a, Bytes out) {
    out.number(a.ref().input());
    out.number(a.ref().record());
    out.text(a.ref().id());
    out.number(a.time().getEpochSecond());
    out.number(a.time().getNano());
    out.number(a.source().ordinal());
    out.number(a.operation().ordinal());
    word(a.action(), out);
    caller(Who.of(a.caller()), out);
    store(a.store(), out);
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
    return new ObjectAccess(
        new EventRef((int) in.number(), in.number(), in.text()),
        Instant.ofEpochSecond(in.number(), in.number()),
        LOGS[(int) in.number()],
        OPERATIONS[(int) in.number()],
        word(in),
        caller(in),
        store(in),
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

  private void caller(Who who, Bytes out) {
    int number = callers.number(who, who.within(CALLER));
    out.number(number < 0 ? IN_FULL : number + (long) FIRST);
    if (number < 0) {
      var caller = who.caller();
      out.number(caller.kind().ordinal());
      word(caller.principal(), out);
      word(caller.issuer(), out);
      word(caller.account(), out);
      word(caller.accessKeyId(), out);
      word(caller.principalId(), out);
      word(caller.address(), out);
      word(caller.vpcEndpoint(), out);
    }
  }

  private Caller caller(Bytes in) {
    int number = (int) in.number();
    return number != IN_FULL
        ? callers.value(number - FIRST).caller()
        : new Caller(
            KINDS[(int) in.number()],
            word(in),
            word(in),
            word(in),
            word(in),
            word(in),
            word(in),
            "",
            word(in));
  }

  private void store(ResourceId store, Bytes out) {
    int number = stores.number(store, store.id().length() <= LONGEST);
    out.number(number < 0 ? IN_FULL : number + (long) FIRST);
    if (number < 0) {
      out.number(store.kind().ordinal());
      out.text(store.id());
    }
  }

  private ResourceId store(Bytes in) {
    int number = (int) in.number();
    return number != IN_FULL
        ? stores.value(number - FIRST)
        : new ResourceId(RESOURCES[(int) in.number()], in.text());
  }

  private void word(String word, Bytes out) {
    if (word.isEmpty()) {
      out.number(EMPTY);
      return;
    }
    int number = words.number(word, word.length() <= LONGEST);
    out.number(number < 0 ? IN_FULL : number + (long) FIRST);
    if (number < 0) {
      out.text(word);
    }
  }

  private String word(Bytes in) {
    int number = (int) in.number();
    return switch (number) {
      case IN_FULL -> in.text();
      case EMPTY -> "";
      default -> words.value(number - FIRST);
    };
  }
}
