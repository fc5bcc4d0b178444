package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.Protocol;
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
import java.util.ArrayList;

/// Nobody on the internet connects to a port of a model server or vector store, at the interface
/// itself or through a network load balancer, which asks nobody who they are. Application load
/// balancers are judged by who authenticates there.
final class ModelPortsShut implements Predicate {
  private final KnownPorts known = KnownPorts.shipped();

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var network = SceneNetwork.of(scene);
    var at = network.at(resource);
    if (at.isEmpty()) {
      return new Outcome.Undetermined(
          java.util.List.of("ec2:DescribeNetworkInterfaces: its facts"));
    }
    var places = ModelPlaces.of(scene);
    var workload = !places.at(at.get().id()).isEmpty();
    var outcome = judge(at.get(), known.models(workload), scene);
    // a host of which nobody knows what runs there may listen on ports that others have, too
    return !workload
            && outcome instanceof Outcome.Met
            && Ways.outside(places, resource) instanceof Outcome.Undetermined unsure
            && !(judge(at.get(), known.models(true), scene) instanceof Outcome.Met)
        ? unsure
        : outcome;
  }

  private Outcome judge(NetworkInterface at, PortSet ports, Scene scene) {
    var network = SceneNetwork.of(scene);
    var answers = new ArrayList<ReachAnswer>();
    answers.add(network.reach().fromInternet(at, AddressSet.INTERNET, Protocol.TCP, ports));
    network.balanced(at, ports).stream()
        .filter(way -> way.front().balancer().kind().equals("network"))
        .forEach(way -> answers.add(way.answer()));
    var verdict = new Verdict();
    for (var answer : answers) {
      switch (answer) {
        case Reachable open when Breadth.anybody(open.far()) ->
            verdict.wrong(
                "port " + String.join(", ", known.named(open.ports())),
                Ways.words(open.witness(), open.hops()));
        case Reachable open when Breadth.anybody(open.mayFar()) ->
            open.open().forEach(verdict::open);
        case Reachable narrow -> verdict.fine("only from " + narrow.far());
        case Unknown unknown when Breadth.anybody(unknown.mayFar()) ->
            unknown.why().forEach(verdict::open);
        case Unknown narrow -> verdict.fine("at most from " + narrow.mayFar());
        case OneWay half -> verdict.fine("no answer comes back: " + String.join("; ", half.why()));
        case Blocked shut -> shut.why().stream().limit(3).forEach(verdict::fine);
      }
    }
    Ways.balancersUnread(at, scene).forEach(verdict::open);
    return verdict.outcome();
  }
}
