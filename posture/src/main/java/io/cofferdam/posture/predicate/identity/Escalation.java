package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Of an account: nobody comes to the power of an administrator, or to sensitive data, by a way of
/// several steps that nobody meant. Ways are those of the access engine (passing a role to a
/// service, taking over a function or a notebook, editing policies, assuming roles), each step
/// allowed after service control policies and boundaries.
///
/// A role assumed by somebody whom its trust policy names is meant: both sides say so. A way of
/// such steps alone is a delegation, not an escalation.
final class Escalation implements Predicate {
  /// Principals whose ways are followed one by one; beyond, they are counted.
  private static final int MOST_FOLLOWED = 40;

  /// Ways whose smallest cut is worked out; beyond, the edge alone is named.
  private static final int MOST_CUT = 3;

  /// Principals that come to the same end by the same edge.
  private record Edge(String words, String end) {}

  /// The first way found over an edge, and who else takes it.
  private record Found(EscalationWay way, TreeSet<String> principals) {}

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var search = new Search(account, scene);
    var buckets = SensitiveBuckets.of(scene);
    search.toAdmin();
    SensitiveReads.of(scene).ofAccount(account.account()).forEach(search::toBucket);
    return search.outcome(buckets.none());
  }

  /// The ways of one account.
  private static final class Search {
    private final Resource account;
    private final ScanEstate estate;
    private final AdminPower power;
    private final Map<Edge, Found> found = new LinkedHashMap<>();
    private final TreeSet<String> toAdmin = new TreeSet<>();
    private final List<String> open = new ArrayList<>();
    private int followed;
    private int left;

    Search(Resource account, Scene scene) {
      this.account = account;
      this.estate = ScanEstate.of(scene);
      this.power = AdminPower.of(scene);
    }

    void toAdmin() {
      for (var holder : power.holders()) {
        var principal = ofAccount(holder.principal());
        if (principal.isEmpty()
            || power.isMeant(holder.principal())
            || power.direct(holder.principal()) == Verdict.YES) {
          continue;
        }
        if (holder.verdict() == Verdict.YES) {
          toAdmin.add(holder.principal());
          follow(principal.get(), power.question());
        } else {
          maybe(principal.get(), power.question());
        }
      }
    }

    void toBucket(SensitiveReads.Read read) {
      var arn = read.principal();
      var bucket = read.bucket().id();
      var principal = ofAccount(arn);
      if (principal.isPresent()
          && !toAdmin.contains(arn)
          && !power.isMeant(arn)
          && !Readers.direct(estate, arn, bucket)) {
        follow(principal.get(), estate.reading(bucket));
      }
    }

    private Optional<EstatePrincipal> ofAccount(String arn) {
      return estate
          .estate()
          .principal(arn)
          .filter(each -> each.account().equals(account.account()))
          .filter(each -> !AdminPower.keptByAws(each));
    }

    private void follow(EstatePrincipal principal, Question question) {
      if (followed++ >= MOST_FOLLOWED) {
        left++;
        return;
      }
      var way = EscalationWay.of(estate, principal, question);
      if (way.edge().isPresent()) {
        found
            .computeIfAbsent(
                new Edge(way.edge().get(), question.title()), _ -> new Found(way, new TreeSet<>()))
            .principals()
            .add(principal.words());
      }
    }

    private void maybe(EstatePrincipal principal, Question question) {
      if (open.size() < MOST_FOLLOWED && estate.dependsOnGaps(principal.arn(), question)) {
        open.add(
            principal.arn() + ": comes to " + question.title() + " if what was not read allows it");
      }
    }

    Outcome outcome(boolean unclassed) {
      if (!found.isEmpty()) {
        return violated();
      }
      List<String> missing = new ArrayList<>(estate.missing(account.account()));
      missing.addAll(open);
      if (left > 0) {
        missing.add("ways: " + Told.count(left, "principal") + " more than are followed");
      }
      if (!missing.isEmpty()) {
        return new Outcome.Undetermined(Told.shortened(missing));
      }
      List<String> proof = new ArrayList<>();
      proof.add("no way of the known acts leads to the power of an administrator unmeant");
      proof.add(unclassed ? SensitiveBuckets.unclassed() : "nor to a bucket with sensitive data");
      return new Outcome.Met(proof);
    }

    private Outcome violated() {
      List<String> lines = new ArrayList<>();
      var number = 0;
      for (var each : found.values()) {
        var first = each.principals().first();
        var others = each.principals().size() - 1;
        lines.add(
            each.way().question().title()
                + ": "
                + String.join(", then ", each.way().sentences())
                + (others > 0 ? " (so do " + Told.count(others, "other") + ")" : ""));
        lines.add(
            "cut: "
                + (number++ < MOST_CUT
                    ? each.way().cut(estate)
                    : "the edge `" + each.way().edge().orElse(first) + "`"));
      }
      if (left > 0) {
        lines.add(Told.count(left, "more principal") + " with ways that were not followed");
      }
      return Told.violated(
          estate,
          account.account(),
          Told.count(found.size(), "edge")
              + " by which "
              + Told.count(
                  (int)
                          found.values().stream()
                              .flatMap(f -> f.principals().stream())
                              .distinct()
                              .count()
                      + left,
                  "principal")
              + " gains what nobody gave",
          lines);
    }
  }
}
