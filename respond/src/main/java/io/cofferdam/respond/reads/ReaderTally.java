package io.cofferdam.respond.reads;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.read.Reader;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Adds up what one reader took from one resource.
final class ReaderTally {
  private static final int EVENTS = 50;
  private static final int KEYS = 10;
  private static final int SOURCES = 10_000;
  private static final int SHOWN_SOURCES = 100;

  /// One reader at one resource.
  record Group(ReaderKind kind, String name, ResourceId resource) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::resource)
          .thenComparing(Group::kind)
          .thenComparing(Group::name)
          .compare(this, other);
    }
  }

  private final Group group;
  private final String why;
  private final IntSet objects = new IntSet();
  private final IntSet whole = new IntSet();
  private final Set<String> sample = new TreeSet<>();
  private final Set<String> accessKeys = new LinkedHashSet<>();
  private final Map<String, Long> addresses = new HashMap<>();
  private final List<EventRef> events = new ArrayList<>();
  private Caller caller;
  private long reads;
  private long listings;
  private long bytes;
  private long unsizedBytes;
  private @Nullable Instant first;
  private @Nullable Instant last;

  ReaderTally(Group group, String why, Caller caller) {
    this.group = group;
    this.why = why;
    this.caller = caller;
  }

  void listing(JoinedRead read) {
    listings++;
    note(read);
  }

  void read(JoinedRead read, int object, boolean inPart) {
    reads++;
    var access = read.access();
    objects.add(object);
    if (!inPart) {
      whole.add(object);
    }
    bytes += Math.max(0, access.bytes());
    unsizedBytes += access.bytes() < 0 ? 1 : 0;
    if (sample.size() < KEYS && !access.key().isEmpty()) {
      sample.add(KeySample.of(access.key()));
    }
    note(read);
  }

  private void note(JoinedRead read) {
    var access = read.access();
    first = first == null || access.time().isBefore(first) ? access.time() : first;
    last = last == null || access.time().isAfter(last) ? access.time() : last;
    var who = access.caller();
    if (!who.accessKeyId().isEmpty() && accessKeys.size() < SHOWN_SOURCES) {
      accessKeys.add(who.accessKeyId());
    }
    if (caller.accessKeyId().isEmpty()) {
      caller = who;
    }
    if (!who.address().isEmpty()
        && (addresses.size() < SOURCES || addresses.containsKey(who.address()))) {
      addresses.merge(who.address(), 1L, Long::sum);
    }
    if (events.size() < EVENTS) {
      events.addAll(read.events());
    }
  }

  ReaderReads reads(CredentialChains chains, String maskedAddress) {
    var because = new ArrayList<Reason>();
    because.add(new Reason(why, events.stream().limit(3).toList()));
    if (!maskedAddress.isEmpty() && addresses.containsKey(maskedAddress)) {
      because.add(
          Reason.of(
              "every record here bears the address "
                  + maskedAddress
                  + ", whoever acted: it was masked or is shared, and proves nothing"));
    }
    if (unsizedBytes > 0) {
      because.add(Reason.of(unsizedBytes + " reads do not say how many bytes were sent"));
    }
    var chain = chains.chain(caller);
    var sources =
        addresses.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SHOWN_SOURCES)
            .map(Map.Entry::getKey)
            .toList();
    return new ReaderReads(
        new Reader(group.kind(), group.name(), caller.account(), List.copyOf(accessKeys), chain),
        group.resource(),
        objects.size(),
        objects.size() - whole.size(),
        List.copyOf(sample),
        reads,
        listings,
        bytes,
        first == null ? Instant.EPOCH : first,
        last == null ? Instant.EPOCH : last,
        sources,
        events,
        because);
  }

  static boolean isRead(ObjectAccess access) {
    return access.operation() == io.cofferdam.model.event.AccessOperation.READ;
  }
}
