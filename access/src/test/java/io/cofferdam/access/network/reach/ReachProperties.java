package io.cofferdam.access.network.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.Missing;
import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.ReachAnswer.Reachable;
import io.cofferdam.access.network.reach.ReachAnswer.Unknown;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The engine against a model that carries one packet at a time.
@Covers("P-01")
class ReachProperties {
  private static final int[] PORTS = {80, 443, 11434};

  private static List<NetworkInterface> interfaces(List<Fact> facts) {
    return facts.stream()
        .filter(each -> each instanceof NetworkInterface at && at.kind().equals("interface"))
        .map(NetworkInterface.class::cast)
        .toList();
  }

  private static List<NetworkInterface.Private> named(NetworkInterface at) {
    var all = new ArrayList<>(at.addresses());
    at.v6().forEach(v6 -> all.add(new NetworkInterface.Private(v6, Optional.of(v6))));
    return all;
  }

  @Property(tries = 120)
  void fromTheInternetAsPacketByPacket(@ForAll long seed) {
    var facts = RandomNetwork.of(seed);
    var naive = new NaiveNetwork(facts);
    var reach = new Reach(Network.of(facts));
    for (var to : interfaces(facts)) {
      var whole = reach.fromInternet(to, AddressSet.INTERNET, Protocol.TCP, PortSet.ALL);
      for (var text : RandomNetwork.OUTSIDE) {
        var outside = Address.of(text).orElseThrow();
        for (int port : PORTS) {
          var expected = false;
          for (var at : named(to)) {
            for (int from : NaiveNetwork.CANDIDATES) {
              expected |=
                  at.address().isV4() == outside.isV4()
                      && naive.fromInternet(
                          to, at, new NaiveNetwork.One(outside, from, at.address(), port));
            }
          }
          var answer =
              reach.fromInternet(to, AddressSet.of(outside), Protocol.TCP, PortSet.of(port));
          assertThat(answer instanceof Reachable)
              .as("%s to %s:%s: %s", text, to.id(), port, answer)
              .isEqualTo(expected);
          assertThat(answer).isNotInstanceOf(Unknown.class);
          if (expected) {
            assertThat(whole)
                .isInstanceOfSatisfying(
                    Reachable.class,
                    open -> {
                      assertThat(open.far().contains(outside)).isTrue();
                      assertThat(open.ports().contains(port)).isTrue();
                    });
          }
        }
      }
    }
  }

  @Property(tries = 120)
  void toTheInternetAsPacketByPacket(@ForAll long seed) {
    var facts = RandomNetwork.of(seed);
    var naive = new NaiveNetwork(facts);
    var reach = new Reach(Network.of(facts));
    for (var from : interfaces(facts)) {
      for (var text : RandomNetwork.OUTSIDE) {
        var outside = Address.of(text).orElseThrow();
        for (int port : PORTS) {
          var expected = false;
          for (var at : Reach.privately(from)) {
            for (int own : NaiveNetwork.CANDIDATES) {
              expected |=
                  at.isV4() == outside.isV4()
                      && naive.toInternet(from, new NaiveNetwork.One(at, own, outside, port));
            }
          }
          var answer =
              reach.toInternet(from, AddressSet.of(outside), Protocol.TCP, PortSet.of(port));
          assertThat(answer instanceof Reachable)
              .as("%s to %s:%s: %s", from.id(), text, port, answer)
              .isEqualTo(expected);
          assertThat(answer).isNotInstanceOf(Unknown.class);
        }
      }
    }
  }

  @Property(tries = 120)
  void betweenInterfacesAsPacketByPacket(@ForAll long seed) {
    var facts = RandomNetwork.of(seed);
    var naive = new NaiveNetwork(facts);
    var reach = new Reach(Network.of(facts));
    for (var from : interfaces(facts)) {
      for (var to : interfaces(facts)) {
        if (from.equals(to)) {
          continue;
        }
        for (int port : PORTS) {
          var expected = false;
          for (var far : Reach.privately(from)) {
            for (var near : Reach.privately(to)) {
              for (int own : NaiveNetwork.CANDIDATES) {
                expected |=
                    far.isV4() == near.isV4()
                        && naive.between(from, to, new NaiveNetwork.One(far, own, near, port));
              }
            }
          }
          var answer = reach.between(from, to, Protocol.TCP, PortSet.of(port));
          if (!(answer instanceof Unknown)) {
            // a reference to a group across a transit gateway is not known to count
            assertThat(answer instanceof Reachable)
                .as("%s to %s:%s: %s", from.id(), to.id(), port, answer)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  /// What is forgotten is said to be missing; then the answer stays or becomes unknown.
  @Property(tries = 120)
  void whatIsForgottenNeverTurnsTheAnswer(@ForAll long seed) {
    var facts = RandomNetwork.of(seed);
    var random = new Random(seed);
    var kept = new ArrayList<Fact>();
    for (var fact : facts) {
      if (random.nextInt(6) == 0 && !(fact instanceof NetworkInterface)) {
        kept.add(new Missing(fact.getClass(), "111122223333", "", fact.id() + " was denied"));
      } else {
        kept.add(fact);
      }
    }
    var whole = new Reach(Network.of(facts));
    var partly = new Reach(Network.of(kept));
    for (var at : interfaces(facts)) {
      same(
          whole.fromInternet(at, AddressSet.INTERNET, Protocol.TCP, PortSet.of(443)),
          partly.fromInternet(at, AddressSet.INTERNET, Protocol.TCP, PortSet.of(443)));
      same(
          whole.toInternet(at, AddressSet.INTERNET, Protocol.TCP, PortSet.of(443)),
          partly.toInternet(at, AddressSet.INTERNET, Protocol.TCP, PortSet.of(443)));
      for (var other : interfaces(facts)) {
        same(
            whole.between(at, other, Protocol.TCP, PortSet.of(443)),
            partly.between(at, other, Protocol.TCP, PortSet.of(443)));
      }
    }
  }

  private static void same(ReachAnswer whole, ReachAnswer partly) {
    switch (partly) {
      case Reachable(var w, var h, var far, var p, var may, var open) ->
          assertThat(whole)
              .isInstanceOfAny(Reachable.class, Unknown.class)
              .satisfies(
                  known -> {
                    if (known instanceof Reachable all) {
                      assertThat(all.far().containsAll(far)).isTrue();
                      assertThat(may.containsAll(all.far()))
                          .as("%s in %s", all.far(), may)
                          .isTrue();
                    }
                  });
      case Unknown unknown -> assertThat(unknown.why()).isNotEmpty();
      default -> assertThat(whole).as("partly %s", partly).isNotInstanceOf(Reachable.class);
    }
  }
}
