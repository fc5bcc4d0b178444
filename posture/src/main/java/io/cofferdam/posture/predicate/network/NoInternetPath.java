package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.ReachAnswer;
import io.cofferdam.access.network.reach.ReachAnswer.Blocked;
import io.cofferdam.access.network.reach.ReachAnswer.OneWay;
import io.cofferdam.access.network.reach.ReachAnswer.Reachable;
import io.cofferdam.access.network.reach.ReachAnswer.Unknown;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.Breadth;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;

/// No way leads from anybody on the internet to an interface of a workload, and none from it to
/// anybody.
final class NoInternetPath implements Predicate {
  private static final PortSet ANY_PORT = PortSet.range(1, 65_535);

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var network = SceneNetwork.of(scene);
    var places = ModelPlaces.of(scene);
    var at = network.at(resource);
    if (at.isEmpty() || places.at(at.get().id()).isEmpty()) {
      return Ways.outside(places, resource);
    }
    var verdict = new Verdict();
    judge("the internet reaches it", network.fromInternet(at.get()), verdict);
    // a network load balancer asks nobody who they are; others are judged by who passes them
    network.balanced(at.get(), ANY_PORT).stream()
        .filter(way -> way.front().balancer().kind().equals("network"))
        .forEach(way -> judge("the internet reaches it", way.answer(), verdict));
    Ways.balancersUnread(at.get(), scene).forEach(verdict::open);
    judge("it reaches the internet", network.toInternet(at.get()), verdict);
    return verdict.outcome();
  }

  private static void judge(String fault, ReachAnswer answer, Verdict verdict) {
    switch (answer) {
      case Reachable open when Breadth.anybody(open.far()) ->
          verdict.wrong(
              fault + " on port " + open.ports(), Ways.words(open.witness(), open.hops()));
      case Reachable open when Breadth.anybody(open.mayFar()) -> open.open().forEach(verdict::open);
      case Reachable narrow -> verdict.fine(fault + " only at " + narrow.far());
      case Unknown unknown when Breadth.anybody(unknown.mayFar()) ->
          unknown.why().forEach(verdict::open);
      case Unknown narrow -> verdict.fine(fault + " at most at " + narrow.mayFar());
      case OneWay half -> verdict.fine("no answer comes back: " + String.join("; ", half.why()));
      case Blocked shut -> shut.why().stream().limit(3).forEach(verdict::fine);
    }
  }
}
