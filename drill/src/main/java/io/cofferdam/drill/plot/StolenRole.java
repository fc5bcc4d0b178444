package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.read.ReaderKind;
import java.util.ArrayList;
import java.util.List;

/// The credentials of an inference endpoint's role are taken and used from elsewhere, sometimes to
/// step into a further role.
final class StolenRole implements Plot {
  @Override
  public String name() {
    return "stolen-endpoint-role";
  }

  @Override
  public String about() {
    return "credentials of an endpoint's role are used from outside the company's networks";
  }

  @Override
  public World stage(Stage stage) {
    var dice = stage.dice;
    var origin = dice.chance(0.5) ? Origin.INSTANCE : Origin.NOTEBOOK;
    var home = stage.cast.workload("inference-endpoint", origin);
    var store = stage.shelving.training(stage.wanted.size().objects(), home, true);
    stage.stores.add(store);
    Everyday.of(stage);
    var extras = new Extras(stage);
    extras.flows(stage.from, 20);
    var thieves = new ArrayList<Seat>();
    for (int i = dice.between(1, 2); i > 0; i--) {
      thieves.add(new Seat(home.actor(), stage.cast.publicAddress(), stage.cast.cli(), ""));
    }
    long start = stage.at(0.3, 0.5);
    long end = stage.at(0.6, 0.9);
    int reader = stage.visits.outsider(ReaderKind.OUTSIDE_HOME, store, thieves);
    stage.changes.callerIdentity(start - 30, thieves.getFirst());
    stage.visits.plunder(reader, start, end, 0.05 + 0.5 * dice.unit(), true);
    if (origin == Origin.INSTANCE) {
      extras.credentialFinding(start + 900, thieves.getFirst(), store.bucket());
    }
    if (dice.chance(0.5)) {
      chain(stage, store, thieves.getFirst(), start + 60, end);
    }
    stage.tell("The role inference-endpoint's credentials were used from outside.");
    return stage.world(false);
  }

  private static void chain(
      Stage stage, io.cofferdam.drill.world.Store store, Seat thief, long start, long end) {
    var further =
        new Actor.Session(
            stage.company.account(),
            "data-reader",
            "tmp-session",
            "ASIA" + stage.dice.id(16),
            "AROA" + stage.dice.id(17),
            start,
            Origin.FUNCTION);
    var seat = new Seat(further, thief.address(), thief.userAgent(), "");
    stage.changes.assumeRole(start, thief, further);
    int reader = stage.visits.outsider(ReaderKind.UNDECLARED, store, List.of(seat));
    stage.visits.plunder(reader, start + 20, end, 0.1, false);
    stage.tell("From there somebody stepped into the role data-reader and read more.");
  }
}
