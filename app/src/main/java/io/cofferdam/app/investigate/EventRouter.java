package io.cofferdam.app.investigate;

import io.cofferdam.logs.LogFormats;
import io.cofferdam.logs.LogSinks;
import io.cofferdam.logs.ReadResult;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.event.ModelInvocation;
import io.cofferdam.model.event.NetworkFlow;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.event.SecurityFinding;
import io.cofferdam.model.event.SignIn;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageFinder;
import io.cofferdam.respond.exposure.ExposureReplay;
import io.cofferdam.respond.reads.ReadCollector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Hands each event to the features that asked for it, and keeps the span in which things happened.
/// Used by several threads at once; each input has a sink of its own.
final class EventRouter implements LogSinks {
  private static final int MOST_ACCOUNTS = 10_000;
  private static final int MOST_ANSWERS = 20_000;

  private final ExposureReplay exposures;
  private final CoverageFinder coverage;
  private final ReadCollector reads;
  private final FindingList findings;
  private final Queue<TrailDigest> digests = new ConcurrentLinkedQueue<>();
  private final Set<String> accounts = ConcurrentHashMap.newKeySet();
  private final Map<String, Map<String, Asked>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger answers = new AtomicInteger();
  private @Nullable Instant first;
  private @Nullable Instant last;

  EventRouter(
      ExposureReplay exposures,
      CoverageFinder coverage,
      ReadCollector reads,
      FindingList findings) {
    this.exposures = exposures;
    this.coverage = coverage;
    this.reads = reads;
    this.findings = findings;
  }

  @Override
  public LogSink open(LogInput input, String format) {
    return new InputSink();
  }

  /// The earliest and the latest instant that the inputs tell of, by an event, a digest file or a
  /// metered hour; null where none does.
  synchronized @Nullable Instant first() {
    return first;
  }

  synchronized @Nullable Instant last() {
    return last;
  }

  /// The digest files that were read; their signatures can be checked only once all are here.
  List<TrailDigest> digests() {
    return List.copyOf(digests);
  }

  /// Says what became of an input. A usage report of which a part was not read has rows that
  /// nobody has seen, and what has no row in it is not zero.
  void finished(LogInput input, ReadResult result) {
    if (result.format().equals(LogFormats.USAGE_REPORT)
        && (!result.whole() || result.undecodable() > 0)) {
      reads.usageReportCut(input.number());
    }
  }

  /// Takes the account of a snapshot, which is the company's.
  void ownAccount(String account) {
    accounts.add(account);
  }

  /// Accounts in whose trails something was recorded: trails that one holds are one's own.
  Set<String> accounts() {
    return Set.copyOf(accounts);
  }

  /// Who asked for calls of a kind. Exposures pass over what they did not ask for; reads and
  /// coverage take whatever comes.
  private enum Asked {
    BY_NOBODY,
    BY_READS,
    BY_EXPOSURES
  }

  /// The few kinds of calls come by the million, so the answer is kept.
  private Asked asked(Provider provider, String service, String action) {
    if (provider != Provider.AWS) {
      return ask(provider, service, action);
    }
    var actions = asked.get(service);
    var known = actions == null ? null : actions.get(action);
    if (known != null) {
      return known;
    }
    var answer = ask(provider, service, action);
    if (answers.incrementAndGet() <= MOST_ANSWERS) {
      asked.computeIfAbsent(service, _ -> new ConcurrentHashMap<>()).put(action, answer);
    }
    return answer;
  }

  private static Asked ask(Provider provider, String service, String action) {
    if (ExposureReplay.wants(provider, service, action)) {
      return Asked.BY_EXPOSURES;
    }
    return ReadCollector.wants(provider, service, action) ? Asked.BY_READS : Asked.BY_NOBODY;
  }

  private synchronized void widen(Instant from, Instant until) {
    first = first == null || from.isBefore(first) ? from : first;
    last = last == null || until.isAfter(last) ? until : last;
  }

  /// The sink of one input, used by one thread.
  private final class InputSink implements LogSink {
    private static final long STEP_SECONDS = 60;

    private String seenAccount = "";
    private String seenRegion = "";
    private long seenMinute = Long.MIN_VALUE;
    private String askedService = "";
    private String askedAction = "";
    private Asked answer = Asked.BY_NOBODY;
    private @Nullable Instant from;
    private @Nullable Instant until;

    @Override
    public boolean wants(Provider provider, String service, String action) {
      return askedFor(provider, service, action) != Asked.BY_NOBODY;
    }

    /// An event is asked for twice: before it is made of its record, and when it is handed over.
    private Asked askedFor(Provider provider, String service, String action) {
      if (provider != Provider.AWS) {
        return asked(provider, service, action);
      }
      if (!action.equals(askedAction) || !service.equals(askedService)) {
        answer = asked(provider, service, action);
        askedService = service;
        askedAction = action;
      }
      return answer;
    }

    @Override
    public void event(Event event) {
      switch (event) {
        case ApiCall call -> {
          if (askedFor(call.provider(), call.service(), call.action()) == Asked.BY_EXPOSURES) {
            exposures.add(call);
          }
          coverage.add(call);
          reads.add(call);
          happened(call.account(), call.region(), call.time());
        }
        case ObjectAccess access -> {
          exposures.add(access);
          coverage.seen(access);
          reads.add(access);
          span(access.time());
        }
        case ConfigurationItem item -> {
          exposures.add(item);
          coverage.add(item);
          span(item.time());
        }
        case TrailDigest digest -> {
          digests.add(digest);
          CoverageFinder.told(digest).ifPresent(this::span);
        }
        case InventoryObject object -> reads.add(object);
        case HourlyUsage usage -> {
          reads.add(usage);
          if (ReadCollector.tellsOfUse(usage)) {
            span(new Window(usage.time(), usage.end()));
          }
        }
        case DatabaseStatement statement -> {
          reads.add(statement);
          span(statement.time());
        }
        case NetworkFlow flow -> {
          reads.add(flow);
          span(flow.time());
        }
        case SecurityFinding finding -> findings.add(finding);
        case ModelInvocation invocation -> span(invocation.time());
        case SignIn signIn -> span(signIn.time());
      }
    }

    @Override
    public void passedOver(String account, String region, Instant time) {
      happened(account, region, time);
    }

    @Override
    public void undecodable(long record, long offset, String reason, byte[] sample) {
      // counted and kept by the reader; no feature needs it
    }

    @Override
    public void note(String text) {
      // kept by the reader in the input's summary
    }

    private void happened(String account, String region, Instant time) {
      long minute = Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
      if (minute != seenMinute || !account.equals(seenAccount) || !region.equals(seenRegion)) {
        seenMinute = minute;
        seenAccount = account;
        seenRegion = region;
        coverage.seen(account, region, time);
        if (!account.isEmpty() && accounts.size() < MOST_ACCOUNTS) {
          accounts.add(account);
        }
      }
      span(time);
    }

    /// A span of which an input tells, though nothing may have happened in it.
    private void span(Window told) {
      span(told.from());
      span(told.until().minusSeconds(1));
    }

    private void span(Instant time) {
      if (from == null || until == null || time.isBefore(from) || time.isAfter(until)) {
        widen(time, time);
        from = from == null || time.isBefore(from) ? time : from;
        until = until == null || time.isAfter(until) ? time : until;
      }
    }
  }
}
