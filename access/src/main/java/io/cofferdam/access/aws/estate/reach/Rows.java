package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.reach.ReachGraph.Walk;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of an estate as a graph. Actors of one kin share two further nodes: one leads to
/// whomever they can become, the other stands for whom they can give every right.
final class Rows {
  /// Where a kin's steps lead.
  ///
  /// @param place of the target among the principals
  private record Lead(int place, Verdict verdict) {}

  private final int[] kins;
  private final Map<String, Integer> places;
  private final List<List<Lead>> becoming = new ArrayList<>();
  private final List<List<Lead>> empowering = new ArrayList<>();

  /// @param kins of each actor, by its place
  /// @param places of the principals, by ARN
  Rows(int[] kins, Map<String, Integer> places) {
    this.kins = kins;
    this.places = places;
  }

  /// Adds the next kin.
  ///
  /// @param first one of the kin, which stands for all
  void add(Actor first, Steps steps) {
    List<EstatePrincipal> near = steps.principalsOf(steps.accountOf(first));
    List<Lead> become = new ArrayList<>();
    for (Step step : steps.becoming(first, near, target -> true)) {
      become.add(lead(step));
    }
    List<Lead> empower = new ArrayList<>();
    if (steps.mayEmpower(first)) {
      for (EstatePrincipal target : near) {
        Optional<Step> step = steps.empowering(first, target);
        step.ifPresent(s -> empower.add(lead(s)));
      }
    }
    becoming.add(become);
    empowering.add(empower);
  }

  private Lead lead(Step step) {
    Integer place = places.get(step.to().arn());
    if (place == null) {
      throw new IllegalArgumentException("a step leads to a principal that is not of the estate");
    }
    return new Lead(place, step.verdict());
  }

  /// Whether some step depends on something.
  boolean conditional() {
    return conditional(becoming) || conditional(empowering);
  }

  private static boolean conditional(List<List<Lead>> rows) {
    return rows.stream().anyMatch(r -> r.stream().anyMatch(l -> l.verdict() != Verdict.YES));
  }

  /// The graph of all steps with at least this verdict.
  ReachGraph graph(Verdict least) {
    int actors = kins.length;
    ReachGraph graph = new ReachGraph(actors + 2 * becoming.size());
    for (int actor = 0; actor < actors; actor++) {
      int row = actors + 2 * kins[actor];
      if (!becoming.get(kins[actor]).isEmpty()) {
        graph.edge(actor, row);
      }
      if (!empowering.get(kins[actor]).isEmpty()) {
        graph.edge(actor, row + 1);
      }
    }
    for (int kin = 0; kin < becoming.size(); kin++) {
      for (Lead lead : becoming.get(kin)) {
        if (lead.verdict().compareTo(least) >= 0) {
          graph.edge(actors + 2 * kin, 2 * lead.place());
        }
      }
    }
    Map<List<Integer>, List<Integer>> targets = byEmpowerers(least);
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<List<Integer>, List<Integer>> entry : targets.entrySet()) {
        more |= empower(graph, entry.getKey(), entry.getValue());
      }
    }
    return graph;
  }

  /// Places of principals, by the kins that can give them every right.
  private Map<List<Integer>, List<Integer>> byEmpowerers(Verdict least) {
    Map<Integer, List<Integer>> empowerers = new LinkedHashMap<>();
    for (int kin = 0; kin < empowering.size(); kin++) {
      for (Lead lead : empowering.get(kin)) {
        if (lead.verdict().compareTo(least) >= 0) {
          empowerers.computeIfAbsent(lead.place(), p -> new ArrayList<>()).add(kin);
        }
      }
    }
    Map<List<Integer>, List<Integer>> targets = new LinkedHashMap<>();
    empowerers.forEach(
        (place, by) -> targets.computeIfAbsent(by, b -> new ArrayList<>()).add(place));
    return targets;
  }

  /// Whoever reaches both the target and one that can give it every right reaches the target with
  /// every right. Edges are led from the nearest such nodes, through which the others reach it.
  ///
  /// @return whether there were any
  private boolean empower(ReachGraph graph, List<Integer> by, List<Integer> targets) {
    boolean more = false;
    BitSet rows = new BitSet();
    by.forEach(kin -> rows.set(kins.length + 2 * kin + 1));
    BitSet able = graph.ancestors(rows);
    Walk toTarget = new Walk(graph);
    Walk there = new Walk(graph);
    for (int place : targets) {
      toTarget.restart();
      toTarget.from(2 * place);
      there.restart();
      there.from(2 * place + 1);
      for (int i = 0; i < toTarget.count(); i++) {
        int node = toTarget.node(i);
        if (able.get(node) && !there.has(node)) {
          graph.edge(node, 2 * place + 1);
          there.from(node);
          more = true;
        }
      }
    }
    return more;
  }
}
