package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.read.ReaderKind;
import java.util.ArrayList;

/// The log of prompts and answers is shared with an account that is not the company's.
final class PromptLogShared implements Plot {
  @Override
  public String name() {
    return "prompt-log-shared";
  }

  @Override
  public String about() {
    return "the bucket of prompts and answers is opened to a foreign account, which reads it";
  }

  @Override
  public World stage(Stage stage) {
    var dice = stage.dice;
    var home = stage.cast.workload("prompt-analytics", Origin.FUNCTION);
    var store = stage.shelving.prompts(stage.wanted.size().objects(), home, true);
    stage.stores.add(store);
    Everyday.of(stage);
    var extras = new Extras(stage);
    extras.invocations(stage.from, 8);
    var foreign = "9" + dice.digits(11);
    var engineer = stage.cast.engineer();
    long opened = stage.at(0.2, 0.4);
    long closed = stage.at(0.6, 0.85);
    long delay = stage.changes.delay();
    stage.changes.putPolicy(opened, engineer, store, Policies.account(store, foreign));
    boolean closes = dice.chance(0.85);
    if (closes) {
      stage.changes.deletePolicy(closed, engineer, store);
    } else {
      closed = stage.until;
    }
    stage.openings.add(
        new Opening(
            store.resource(),
            "account " + foreign,
            opened + delay,
            closes ? closed + delay : null,
            delay,
            false));
    var seats = new ArrayList<Seat>();
    var first = stage.cast.foreign(foreign, "partner-etl");
    seats.add(first);
    for (int i = dice.between(0, 2); i > 0; i--) {
      seats.add(new Seat(first.actor(), stage.cast.publicAddress(), first.userAgent(), ""));
    }
    int reader = stage.visits.outsider(ReaderKind.FOREIGN_ACCOUNT, store, seats);
    long margin = Math.min(900, (closed - opened) / 8);
    stage.visits.plunder(reader, opened + margin, closed - margin, 0.05 + 0.6 * dice.unit(), true);
    stage.tell("The bucket " + store.bucket() + " was shared with the account " + foreign + ".");
    stage.tell("That account read from it.");
    return stage.world(false);
  }
}
