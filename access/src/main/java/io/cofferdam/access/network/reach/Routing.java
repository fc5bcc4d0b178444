package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.PrefixList;
import io.cofferdam.access.network.fact.RouteTable;
import io.cofferdam.access.network.fact.RouteTarget;
import io.cofferdam.access.network.fact.TransitRoutes;
import io.cofferdam.access.network.packet.AddressSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which destinations a route table sends where: the longest prefix wins, then a static block, then
/// a prefix list, then a propagated route. Each table is worked out once. Thread-safe.
final class Routing {
  private final Network network;
  private final Map<String, Split<RouteTarget>> tables = new ConcurrentHashMap<>();
  private final Map<String, Split<Set<String>>> transit = new ConcurrentHashMap<>();

  Routing(Network network) {
    this.network = network;
  }

  /// A table as disjoint sets of destinations.
  ///
  /// @param open destinations that a prefix list may or may not hold, so that no other part is sure
  record Split<T>(List<Part<T>> parts, List<Open<T>> open) {
    Split {
      parts = List.copyOf(parts);
      open = List.copyOf(open);
    }
  }

  record Part<T>(AddressSet destinations, T target) {}

  record Open<T>(String prefixList, T target) {}

  private record Line<T>(AddressSet block, int length, int rank, T target) {}

  Split<RouteTarget> of(RouteTable table) {
    return tables.computeIfAbsent(
        table.id(),
        id -> {
          var lines = new ArrayList<Line<RouteTarget>>();
          var open = new ArrayList<Open<RouteTarget>>();
          for (var route : table.routes()) {
            int rank = route.propagated() ? 2 : route.byPrefixList() ? 1 : 0;
            add(route.destination(), rank, route.target(), lines, open);
          }
          return split(lines, open);
        });
  }

  Split<Set<String>> of(TransitRoutes table) {
    return transit.computeIfAbsent(
        table.id(),
        id -> {
          var lines = new ArrayList<Line<Set<String>>>();
          var open = new ArrayList<Open<Set<String>>>();
          for (var line : table.lines()) {
            add(line.block(), 0, line.attachments(), lines, open);
          }
          return split(lines, open);
        });
  }

  private <T> void add(
      String destination, int rank, T target, List<Line<T>> lines, List<Open<T>> open) {
    if (!destination.startsWith("pl-")) {
      line(destination, rank, target, lines, open);
      return;
    }
    var list = network.find(PrefixList.class, destination);
    if (list.isEmpty()) {
      open.add(new Open<>(destination, target));
    } else {
      list.get().blocks().forEach(block -> line(block, rank, target, lines, open));
    }
  }

  private static <T> void line(
      String block, int rank, T target, List<Line<T>> lines, List<Open<T>> open) {
    var set = AddressSet.cidr(block);
    if (set.isEmpty()) {
      open.add(new Open<>(block, target));
      return;
    }
    int slash = block.indexOf('/');
    int length = slash < 0 ? 128 : Integer.parseInt(block.substring(slash + 1).strip());
    lines.add(new Line<>(set.get(), length, rank, target));
  }

  private static <T> Split<T> split(List<Line<T>> lines, List<Open<T>> open) {
    lines.sort(
        Comparator.comparingInt((Line<T> line) -> -line.length()).thenComparingInt(Line::rank));
    var parts = new ArrayList<Part<T>>();
    var taken = AddressSet.NONE;
    for (var line : lines) {
      var own = line.block().minus(taken);
      if (!own.isEmpty()) {
        parts.add(new Part<>(own, line.target()));
        taken = taken.or(line.block());
      }
    }
    return new Split<>(parts, open);
  }
}
