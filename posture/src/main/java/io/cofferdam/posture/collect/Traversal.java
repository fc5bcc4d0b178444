package io.cofferdam.posture.collect;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.plan.CollectPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Walks a plan over accounts and regions. Services, regions and accounts go side by side; a step
/// begins when those it needs have ended. In one region of one account a service is asked as many
/// calls at a time as its plan says. The result does not depend on the order in which answers come.
///
/// Cost: one call for each list and page, and one for each resource and call about it.
public final class Traversal {
  /// The type of the pseudo-resource that holds what is known of a whole account.
  public static final String ACCOUNT = Inventory.ACCOUNT;

  /// The same for one region of an account.
  public static final String REGION = Inventory.REGION;

  private static final int IN_FLIGHT = 64;

  private final Progress progress;
  private final CallWalk calls;
  private final Drafts drafts = new Drafts();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Semaphore all = new Semaphore(IN_FLIGHT);
  private final Map<String, Semaphore> inFlight = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();

  private Traversal(AnswerSource source, Progress progress) {
    this.progress = progress;
    this.calls = new CallWalk(source, progress, drafts);
  }

  public static Inventory walk(
      CollectPlan plan, AnswerSource source, List<Place> places, Progress progress) {
    return walk(plan, source, places, progress, note -> {});
  }

  /// Walks, and says in sentences what a reader of the result should know.
  ///
  /// @throws CofferdamException what the source throws; the walk ends as soon as it does
  public static Inventory walk(
      CollectPlan plan,
      AnswerSource source,
      List<Place> places,
      Progress progress,
      Consumer<String> notes) {
    return new Traversal(source, progress).walk(plan, places, notes);
  }

  private Inventory walk(CollectPlan plan, List<Place> places, Consumer<String> notes) {
    for (var place : places) {
      var account = place.account();
      drafts.add("", pseudo(ACCOUNT, "arn:aws:iam::" + account + ":root", account, account, ""));
      for (var region : place.regions()) {
        var id = "arn:aws:account::" + account + ":region/" + region;
        drafts.add(region, pseudo(REGION, id, region, account, region));
      }
    }
    var steps = StepOrder.of(plan, places);
    steps.forEach(
        step ->
            open.computeIfAbsent(step.service().service(), key -> new AtomicInteger())
                .incrementAndGet());
    progress.begun(open.size());
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends = new ArrayList<CompletableFuture<Void>>(steps.size());
      for (var step : steps) {
        var needs = step.needs().stream().map(ends::get).toArray(CompletableFuture[]::new);
        ends.add(
            CompletableFuture.allOf(needs)
                .thenComposeAsync(nothing -> make(step, pool), pool)
                .thenRun(() -> ended(step)));
      }
      await(CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)));
    }
    progress.done();
    calls.foreign().forEach(notes);
    return new Inventory(
        drafts.done(),
        withUnits(plan, calls.gaps()).stream()
            .sorted(
                Comparator.comparing(ListGap::account)
                    .thenComparing(ListGap::region)
                    .thenComparing(ListGap::type)
                    .thenComparing(g -> g.gap().call())
                    .thenComparing(g -> g.gap().message()))
            .toList());
  }

  /// Where a kind could not be listed, neither could what is listed for each of that kind.
  private static Collection<ListGap> withUnits(CollectPlan plan, Collection<ListGap> gaps) {
    var all = new LinkedHashSet<>(gaps);
    var next = new ArrayDeque<>(gaps);
    while (!next.isEmpty()) {
      var gap = next.remove();
      for (var service : plan.services()) {
        for (var call : service.calls()) {
          if (call.forType().equals(gap.type()) && call.lists().isPresent()) {
            var type = call.lists().get().type();
            var unit = new ListGap(gap.account(), gap.region(), type, gap.gap().of(type));
            if (all.add(unit)) {
              next.add(unit);
            }
          }
        }
      }
    }
    return all;
  }

  private static Draft pseudo(String type, String id, String name, String account, String region) {
    return new Draft(-1, type, id, name, account, region, "", Draft.empty());
  }

  private CompletableFuture<Void> make(Step step, ExecutorService pool) {
    return make(step, new HashSet<>(), pool);
  }

  /// A call that lists the kind it is made for is made for what it lists, too: units within units.
  private CompletableFuture<Void> make(Step step, Set<Draft> asked, ExecutorService pool) {
    var due = due(step).stream().filter(each -> asked.add(each.about())).toList();
    progress.planned(due.size());
    var running = new ArrayList<CompletableFuture<Void>>(due.size());
    due.forEach(each -> running.add(CompletableFuture.runAsync(() -> make(step, each), pool)));
    var all = CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
    return step.listsItsOwnKind() && !due.isEmpty()
        ? all.thenComposeAsync(nothing -> make(step, asked, pool), pool)
        : all;
  }

  private List<Due> due(Step step) {
    var call = step.call();
    var global = step.service().global();
    var account = step.account();
    var all = new ArrayList<Due>();
    if (call.forType().isEmpty()) {
      var about = drafts.place(account, global ? ACCOUNT : REGION, global ? "" : step.region());
      all.add(new Due(step, step.region(), about));
    } else {
      drafts
          .of(account, call.forType(), step.region())
          .forEach(
              about -> all.add(new Due(step, global ? "" : region(about, step.place()), about)));
    }
    if (!call.when().isEmpty()) {
      all.removeIf(each -> !calls.sensible(each));
    }
    return all;
  }

  private static String region(Draft about, Place place) {
    var region = about.where();
    return region.isEmpty() ? place.home() : region;
  }

  private void make(Step step, Due due) {
    var permits =
        inFlight.computeIfAbsent(
            step.account() + "\n" + due.region() + "\n" + step.service().service(),
            key -> new Semaphore(step.service().inFlight()));
    try {
      permits.acquire();
      all.acquire();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopped.set(true);
      return;
    }
    try {
      if (!stopped.get()) {
        calls.make(due);
      }
    } catch (RuntimeException | Error failed) {
      stopped.set(true);
      throw failed;
    } finally {
      all.release();
      permits.release();
    }
  }

  private void ended(Step step) {
    var left = open.get(step.service().service());
    if (left != null && left.decrementAndGet() == 0) {
      progress.ended(step.service().service());
    }
  }

  private static void await(CompletableFuture<Void> all) {
    try {
      all.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case CofferdamException known -> throw known;
        case Error machine -> throw machine;
        case null, default -> throw new CofferdamBug("a call of the plan threw", failed);
      }
    }
  }
}
