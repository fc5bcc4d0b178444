package io.cofferdam.posture.collect;

import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.plan.ServicePlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.CloudReader;
import io.cofferdam.posture.spi.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Asks a cloud no faster than it bears, and no longer than makes sense: a pace for each service in
/// each region, pauses that grow, one budget of retries for the whole scan. A region is asked once
/// whether it is there before anything else is asked of it; where it is not, or where connections
/// keep failing, or where the credentials have ended, calls are answered without being made.
///
/// For one scan. Thread-safe.
public final class PatientReader implements CloudReader {
  private final CloudReader reader;
  private final Patience patience;
  private final Ticker ticker;
  private final RetryBudget budget;
  private final Map<String, Integer> perSecond = new ConcurrentHashMap<>();
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
  private final Map<String, Probe> regions = new ConcurrentHashMap<>();
  private final Set<String> doubted = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final Map<String, String> ended = new ConcurrentHashMap<>();
  private final AtomicLong throttled = new AtomicLong();

  public PatientReader(CloudReader reader, CollectPlan plan, Patience patience, Ticker ticker) {
    this.reader = reader;
    this.patience = patience;
    this.ticker = ticker;
    this.budget = new RetryBudget(patience);
    plan.services().forEach(each -> perSecond.merge(each.service(), each.perSecond(), Math::min));
  }

  @Override
  public CallAnswer call(CallRequest request) {
    var closed = closed(request);
    if (closed.isPresent()) {
      return CallAnswer.without(CallOutcome.UNREACHED, "", closed.get(), "", 0);
    }
    budget.called();
    var pace = pace(request);
    for (var tries = 1; ; tries++) {
      if (!rest(pace.claim(ticker.nanos()))) {
        return CallAnswer.without(CallOutcome.FAILED, "", "interrupted", "", tries - 1);
      }
      var answer = reader.call(request);
      note(request, answer, pace);
      if (answer.trouble() == Trouble.NONE || answer.trouble() == Trouble.CREDENTIALS) {
        return answer.after(tries);
      }
      var why = stop(request, tries, answer.trouble());
      if (why.isPresent()) {
        return answer.after(tries).saying(answer.message() + " (" + why.get() + ")");
      }
      var most = patience.pause(tries).toNanos();
      if (!rest(Duration.ofNanos(ThreadLocalRandom.current().nextLong(most / 2, most + 1)))) {
        return answer.after(tries);
      }
    }
  }

  @Override
  public CallAnswer reach(String account, String region) {
    return reader.reach(account, region);
  }

  /// What a reader of the scan should know of how the cloud answered, in a sentence; empty where
  /// all went well.
  public Optional<String> trouble() {
    if (budget.taken() == 0 && budget.refused() == 0) {
      return Optional.empty();
    }
    var slowed = throttled.get() == 0 ? "" : ", " + throttled.get() + " because AWS throttled";
    var spent =
        budget.refused() == 0
            ? ""
            : "; then the budget of retries was spent, and "
                + budget.refused()
                + " calls were not tried again";
    return Optional.of(budget.taken() + " calls had to be tried again" + slowed + spent + ".");
  }

  private Optional<String> stop(CallRequest request, int tries, Trouble trouble) {
    if (tries >= (trouble == Trouble.THROTTLED ? patience.attempts() : patience.faults())) {
      return Optional.of("tried " + tries + " times");
    }
    var closed = closed(request);
    if (closed.isPresent()) {
      return closed;
    }
    return budget.take() ? Optional.empty() : Optional.of("the budget of retries is spent");
  }

  private void note(CallRequest request, CallAnswer answer, Pace pace) {
    switch (answer.trouble()) {
      case THROTTLED -> {
        throttled.incrementAndGet();
        pace.throttled(ticker.nanos());
      }
      case UNREACHABLE ->
          failures.computeIfAbsent(where(request), key -> new AtomicInteger()).incrementAndGet();
      case CREDENTIALS -> doubt(request, answer);
      case NONE, PASSING -> {
        pace.answered();
        failures.remove(where(request));
      }
    }
  }

  /// One service may refuse credentials that all others take, so the region is asked before the
  /// credentials are held to have ended.
  private void doubt(CallRequest request, CallAnswer answer) {
    if (doubted.add(where(request))
        && reader.reach(request.account(), request.region()).trouble() == Trouble.CREDENTIALS) {
      ended.putIfAbsent(
          request.account() + "\n" + request.region(),
          "the credentials are not valid there any more (" + answer.errorCode() + ")");
    }
  }

  private Optional<String> closed(CallRequest request) {
    var over = ended.get(request.account() + "\n" + request.region());
    if (over != null) {
      return Optional.of(over);
    }
    var failed = failures.get(where(request));
    if (failed != null && failed.get() >= patience.unreachable()) {
      return Optional.of(
          "no connection to " + request.service() + " after " + failed.get() + " tries");
    }
    // Before the account is known the first answer tells itself whether the region is there.
    return request.region().isEmpty() || request.account().isEmpty()
        ? Optional.empty()
        : probe(request.account(), request.region()).closed();
  }

  private Probe probe(String account, String region) {
    return regions.computeIfAbsent(account + "\n" + region, key -> new Probe(account, region));
  }

  /// A region is known to be there for an account, since its credentials got an answer.
  public void reached(String account, String region) {
    probe(account, region).reached();
  }

  /// Asks once whether a region is there; who comes meanwhile waits.
  private final class Probe {
    private final String account;
    private final String region;
    private Optional<String> closed = Optional.empty();
    private boolean asked;

    Probe(String account, String region) {
      this.account = account;
      this.region = region;
    }

    synchronized void reached() {
      asked = true;
    }

    synchronized Optional<String> closed() {
      if (!asked) {
        closed = unreached(account, region);
        asked = true;
      }
      return closed;
    }
  }

  /// Why a region is not asked; empty where it is. Whatever is not known to be gone is asked.
  private Optional<String> unreached(String account, String region) {
    for (var tries = 1; ; tries++) {
      var answer = reader.reach(account, region);
      switch (answer.trouble()) {
        case CREDENTIALS -> {
          return Optional.of(
              "the region "
                  + region
                  + " is not enabled for the account, or does not take these credentials ("
                  + answer.errorCode()
                  + ")");
        }
        case UNREACHABLE -> {
          if (tries >= 2) {
            return Optional.of("no connection to the region " + region);
          }
        }
        case NONE, THROTTLED, PASSING -> {
          return Optional.empty();
        }
      }
    }
  }

  private Pace pace(CallRequest request) {
    return paces.computeIfAbsent(
        where(request),
        key -> new Pace(perSecond.getOrDefault(request.service(), ServicePlan.PER_SECOND)));
  }

  private boolean rest(Duration time) {
    if (time.isZero()) {
      return true;
    }
    try {
      ticker.pause(time);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String where(CallRequest request) {
    return request.account() + "\n" + request.region() + "\n" + request.service();
  }
}
