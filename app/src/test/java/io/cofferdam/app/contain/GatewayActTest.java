package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.ActResult;
import io.cofferdam.respond.act.ActRunner;
import io.cofferdam.respond.act.Approved;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.gateway.GatewayCalls;
import io.cofferdam.respond.gateway.StopRoute;
import io.cofferdam.respond.spi.GatewaySwitch;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.testkit.Covers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kill switch against a switch in memory: there is no gateway yet.
@Covers({"R-02", "R-03"})
class GatewayActTest {
  private final Routes routes = new Routes();
  private final GatewayCalls calls = new GatewayCalls(routes);
  private final Prover prover = new Prover(WalkedAct.NOW, Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"chat", GatewaySwitch.EVERY_ROUTE})
  void stopsAndServesAgain(String route) {
    var walked = WalkedAct.walk(new StopRoute(), target(route), calls);
    assertThat(walked.plan().approvals()).isEqualTo(1);
    assertThat(routes.all.get(route).serving()).isTrue();
    assertThat(routes.marks).containsOnly("case-7f3a").hasSize(2);
  }

  @Test
  void aRouteThatIsNotThereOrStoppedAlreadyIsNotPlanned() {
    var planner = new ActPlanner(calls, prover, _ -> {});
    assertThat(planner.plan(new StopRoute(), target("other"), "c"))
        .isInstanceOf(Planned.Refused.class);
    assertThat(planner.plan(new StopRoute(), target("../chat"), "c"))
        .isInstanceOf(Planned.Refused.class);
    assertThat(routes.asked).isEqualTo(1);
    routes.change("chat", false);
    assertThat(planner.plan(new StopRoute(), target("chat"), "c"))
        .isNotInstanceOf(Planned.Ready.class);
  }

  /// Nothing is told to be stopped by a gateway that does not answer.
  @Test
  void aSilentGatewayHaltsTheAct() {
    var runner = approved();
    routes.silent = true;
    assertThat(runner.act()).isInstanceOf(ActResult.Halted.class);
    routes.silent = false;
    assertThat(runner.act()).isInstanceOf(ActResult.Contained.class);
    assertThat(routes.all.get("chat").serving()).isFalse();
  }

  @Test
  void goingBackServesOnlyWhatNobodyElseSet() {
    var runner = approved();
    assertThat(runner.act()).isInstanceOf(ActResult.Contained.class);
    routes.change("chat", true);
    assertThat(runner.verify()).isInstanceOf(ActResult.Unverified.class);
    assertThat(runner.back()).isInstanceOf(ActResult.WentBack.class);
    assertThat(routes.marks).containsExactly("case-7f3a");
  }

  private ActRunner approved() {
    var planner = new ActPlanner(calls, prover, _ -> {});
    var plan = ((Planned.Ready) planner.plan(new StopRoute(), target("chat"), "case-7f3a")).plan();
    var journal = new MemoryJournal();
    journal.append(0, new ActEvent.Proposed(WalkedAct.NOW, plan, "responder"));
    var leave = new Approved(plan.hash(), List.of("lead"), WalkedAct.NOW.plusSeconds(3600));
    journal.append(1, new ActEvent.Agreed(WalkedAct.NOW, leave));
    return new ActRunner(
        new StopRoute(),
        calls,
        journal,
        prover,
        Clock.fixed(WalkedAct.NOW, ZoneOffset.UTC),
        _ -> {});
  }

  private static Target target(String route) {
    return new Target("gateway", "", new TreeMap<>(Map.of("route", route)));
  }

  private static final class Routes implements GatewaySwitch {
    private final Map<String, Route> all = new TreeMap<>();
    private final List<String> marks = new ArrayList<>();
    private boolean silent;
    private int asked;

    Routes() {
      all.put("chat", new Route("chat", true, 1));
      all.put(EVERY_ROUTE, new Route(EVERY_ROUTE, true, 7));
    }

    void change(String route, boolean serving) {
      all.computeIfPresent(route, (name, it) -> new Route(name, serving, it.revision() + 1));
    }

    @Override
    public Reply read(String route) {
      asked++;
      if (silent) {
        return new Silent("no answer");
      }
      return all.containsKey(route) ? new Is(all.get(route)) : new NoRoute();
    }

    @Override
    public Reply set(String route, boolean serving, Optional<Long> revision, String mark) {
      if (silent) {
        return new Silent("no answer");
      }
      var now = all.get(route);
      if (now == null) {
        return new NoRoute();
      }
      if (revision.filter(it -> it != now.revision()).isPresent()) {
        return new Moved(now);
      }
      marks.add(mark);
      change(route, serving);
      return new Is(all.get(route));
    }
  }
}
