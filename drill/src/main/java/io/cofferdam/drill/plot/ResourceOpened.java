package io.cofferdam.drill.plot;

import io.cofferdam.drill.plot.Recipe.Call;
import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.World;
import java.util.List;

/// A resource of one kind is made, opened to strangers and closed again, while another of its kind
/// is opened to an account of the company alone. Nobody is seen to make use of it.
final class ResourceOpened implements Plot {
  private static final int BETWEEN = 15;

  private final Openable kind;

  ResourceOpened(Openable kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.scenario();
  }

  @Override
  public String about() {
    return kind.about();
  }

  @Override
  public World stage(Stage stage) {
    var trainer = stage.cast.workload("training-job", Origin.NOTEBOOK);
    stage.stores.add(stage.shelving.training(stage.wanted.size().objects(), trainer, true));
    Everyday.of(stage);
    stage.unlogged = kind.copiedUnseen();
    var engineer = stage.cast.engineer();
    boolean everybody = stage.dice.chance(0.4) && kind != Openable.ACCESS_POINT;
    var stranger = everybody ? Recipe.EVERYBODY : "9" + stage.dice.digits(11);
    var recipe = Recipe.of(kind, stage, "assistant", stranger);
    var alike = Recipe.of(kind, stage, "staging", stage.company.sister());
    long made = stage.from + stage.dice.between(300, 900);
    play(stage, made, engineer, recipe.made());
    play(stage, made + 60, engineer, alike.made());
    long opened = stage.at(0.25, 0.45);
    long closed = stage.at(0.6, 0.85);
    play(stage, stage.at(0.2, 0.5), engineer, alike.opened());
    long open = play(stage, opened, engineer, recipe.opened());
    play(stage, closed, engineer, recipe.closed());
    play(stage, stage.at(0.6, 0.9), engineer, alike.closed());
    stage.openings.add(
        new Opening(
            recipe.resource(), recipe.audience(), open, closed + stage.changes.delay(), 30, false));
    stage.tell(kind.about() + "; nobody is known to have made use of it.");
    return stage.world(false);
  }

  /// Makes the calls one after the other; the second of the last.
  private static long play(Stage stage, long second, Seat seat, List<Call> calls) {
    long at = second;
    for (var call : calls) {
      stage.changes.act(
          at,
          seat,
          call.service() + ".amazonaws.com",
          call.action(),
          false,
          call.request(),
          call.response(),
          List.of());
      at += BETWEEN;
    }
    return at - BETWEEN;
  }
}
