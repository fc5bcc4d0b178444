package io.cofferdam.posture.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CallPlan.ListPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.plan.ServicePlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Walks a plan over accounts and regions. Calls of one step are made side by side, at most as many
/// as the service's plan says; a step begins when the one before has ended, since it may need its
/// resources. A call that lists the kind it is made for is made for what it lists, too. The result
/// does not depend on the order in which answers come.
///
/// Cost: one call for each list and page, and one for each resource and call about it.
public final class Traversal {
  /// The type of the pseudo-resource that holds what is known of a whole account.
  public static final String ACCOUNT = Inventory.ACCOUNT;

  /// The same for one region of an account.
  public static final String REGION = Inventory.REGION;

  private static final int PAGES_AT_MOST = 10_000;

  private final CollectPlan plan;
  private final AnswerSource source;
  private final Progress progress;
  private final Map<String, Draft> drafts = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<ListGap> gaps = new ConcurrentLinkedQueue<>();

  private Traversal(CollectPlan plan, AnswerSource source, Progress progress) {
    this.plan = plan;
    this.source = source;
    this.progress = progress;
  }

  public static Inventory walk(
      CollectPlan plan, AnswerSource source, List<Place> places, Progress progress) {
    return new Traversal(plan, source, progress).walk(places);
  }

  /// A call that is due, and where its answer goes.
  private record Due(CallPlan call, String account, String region, Draft about) {}

  private Inventory walk(List<Place> places) {
    for (var place : places) {
      draft(ACCOUNT, accountId(place.account()), place.account(), place.account(), "");
      for (var region : place.regions()) {
        draft(REGION, regionId(place.account(), region), region, place.account(), region);
      }
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var at = 0;
      for (var service : plan.services()) {
        progress.service(service.service(), ++at, plan.services().size());
        var inFlight = new Semaphore(service.inFlight());
        for (var call : service.calls()) {
          var asked = new HashSet<Draft>();
          var due = due(service, call, places);
          while (!due.isEmpty()) {
            due.forEach(each -> asked.add(each.about()));
            progress.planned(due.size());
            var running = new ArrayList<Future<?>>();
            due.forEach(each -> running.add(pool.submit(() -> make(each, inFlight))));
            running.forEach(Traversal::await);
            due = listsItsOwnKind(call) ? due(service, call, places) : new ArrayList<>();
            due.removeIf(each -> asked.contains(each.about()));
          }
        }
      }
    }
    progress.done();
    var missing =
        gaps.stream()
            .sorted(
                Comparator.comparing(ListGap::account)
                    .thenComparing(ListGap::region)
                    .thenComparing(ListGap::type)
                    .thenComparing(g -> g.gap().call()))
            .toList();
    return new Inventory(
        drafts.values().stream()
            .map(Draft::done)
            .sorted(Comparator.comparing(Resource::id).thenComparing(Resource::type))
            .toList(),
        missing);
  }

  /// A tree is walked by a call that is made for what it lists: units within units.
  private static boolean listsItsOwnKind(CallPlan call) {
    return call.lists().map(list -> list.type().equals(call.forType())).orElse(false);
  }

  private static String accountId(String account) {
    return "arn:aws:iam::" + account + ":root";
  }

  private static String regionId(String account, String region) {
    return "arn:aws:account::" + account + ":region/" + region;
  }

  private List<Due> due(ServicePlan service, CallPlan call, List<Place> places) {
    var due = new ArrayList<Due>();
    for (var place : places) {
      if (call.forType().isEmpty()) {
        if (service.global()) {
          var account = at(accountId(place.account()), ACCOUNT);
          if (sensible(call, account)) {
            due.add(new Due(call, place.account(), "", account));
          }
        } else {
          for (var region : place.regions()) {
            due.add(
                new Due(
                    call, place.account(), region, at(regionId(place.account(), region), REGION)));
          }
        }
      } else {
        drafts.forEach(
            (key, about) -> {
              if (key.endsWith("\n" + call.forType())
                  && about.account().equals(place.account())
                  && sensible(call, about)) {
                due.add(
                    new Due(
                        call,
                        place.account(),
                        service.global() ? "" : region(about, place),
                        about));
              }
            });
      }
    }
    return due;
  }

  private static boolean sensible(CallPlan call, Draft about) {
    if (call.when().isEmpty()) {
      return true;
    }
    var fact = Facts.at(about.facts(), call.when());
    return !fact.isMissingNode() && !(fact.isBoolean() && !fact.asBoolean());
  }

  private static String region(Draft about, Place place) {
    var region = about.done().region();
    return region.isEmpty() ? place.home() : region;
  }

  private Draft at(String id, String type) {
    var draft = drafts.get(id + "\n" + type);
    if (draft == null) {
      throw new CofferdamBug("no " + type + " " + id);
    }
    return draft;
  }

  private void draft(String type, String id, String name, String account, String region) {
    drafts.put(id + "\n" + type, new Draft(type, id, name, account, region, "", Draft.empty()));
  }

  private void make(Due due, Semaphore inFlight) {
    var parameters = new TreeMap<String, String>();
    for (var each : due.call().with().entrySet()) {
      var value = Facts.fill(each.getValue(), due.about().facts(), due.account(), due.region());
      if (value.isEmpty()) {
        miss(due, CallOutcome.FAILED, "`" + each.getValue() + "` is not known of it");
        return;
      }
      parameters.put(each.getKey(), value.get());
    }
    for (var page = 0; page < PAGES_AT_MOST; page++) {
      var request =
          new CallRequest(
              due.account(),
              due.region(),
              due.call().service(),
              due.call().operation(),
              parameters);
      var answer = ask(due, request, inFlight);
      progress.called(
          new Progress.CallEnd(
              request.service(), answer.outcome().conclusive(), answer.attempts()));
      if (answer.outcome() != CallOutcome.ANSWERED) {
        if (answer.outcome() != CallOutcome.ABSENT) {
          miss(due, answer.outcome(), answer.message());
        }
        return;
      }
      take(due, answer.body());
      var next =
          due.call().paging().map(p -> Facts.at(answer.body(), p.next()).asText("")).orElse("");
      if (next.isEmpty()) {
        return;
      }
      parameters.put(due.call().paging().orElseThrow().token(), next);
    }
    miss(due, CallOutcome.FAILED, "more than " + PAGES_AT_MOST + " pages");
  }

  private CallAnswer ask(Due due, CallRequest request, Semaphore inFlight) {
    try {
      inFlight.acquire();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return CallAnswer.without(CallOutcome.FAILED, "", "interrupted", "", 0);
    }
    try {
      return source.ask(due.call(), request);
    } finally {
      inFlight.release();
    }
  }

  private void take(Due due, JsonNode body) {
    var call = due.call();
    call.lists()
        .ifPresent(list -> Facts.items(body, list.items()).forEach(i -> list(due, list, i)));
    if (!call.as().isEmpty()) {
      var value = call.take().isEmpty() ? body : Facts.at(body, call.take());
      if (!value.isMissingNode()) {
        due.about().put(call.as(), value.deepCopy());
      }
    }
  }

  private void list(Due due, ListPlan list, JsonNode item) {
    ObjectNode facts =
        item instanceof ObjectNode object ? object.deepCopy() : Draft.empty().set("item", item);
    if (!due.call().forType().isEmpty()) {
      facts.set("parent", due.about().reference());
    }
    var id = Facts.fill(list.id(), facts, due.account(), due.region());
    var name = Facts.fill(list.name(), facts, due.account(), due.region());
    if (id.isEmpty()) {
      miss(due, CallOutcome.FAILED, "an item without `" + list.id() + "`");
      return;
    }
    var region = list.region().isEmpty() ? due.region() : "";
    drafts.putIfAbsent(
        id.get() + "\n" + list.type(),
        new Draft(
            list.type(),
            id.get(),
            name.orElse(id.get()),
            due.account(),
            region,
            list.region(),
            facts));
  }

  private void miss(Due due, CallOutcome outcome, String message) {
    var call = due.call();
    call.lists()
        .ifPresent(
            list ->
                gaps.add(
                    new ListGap(
                        due.account(),
                        due.region(),
                        list.type(),
                        new Gap(list.type(), call.key(), call.permission(), outcome, message))));
    if (!call.as().isEmpty()) {
      due.about().miss(new Gap(call.as(), call.key(), call.permission(), outcome, message));
    }
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CofferdamException known) {
        throw known;
      }
      throw new CofferdamBug("a call of the plan threw", failed);
    }
  }
}
