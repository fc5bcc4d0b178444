package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.BucketSetting.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/// The states of one bucket over time: all its parts' timelines together.
final class BucketHistory {
  private static final int STATES_AT_MOST = 64;

  private final String bucket;
  private final Part<String> owner;
  private final Set<String> companyAccounts;
  private final List<PartTimeline> timelines = new ArrayList<>();

  /// @param covered spans in which every change of the bucket would have been seen
  /// @param accountCovered the same for the account's public access block
  BucketHistory(
      String bucket,
      Part<String> owner,
      Set<String> companyAccounts,
      List<Observation> ofBucket,
      List<Observation> ofAccount,
      List<Window> covered,
      List<Window> accountCovered) {
    this.bucket = bucket;
    this.owner = owner;
    this.companyAccounts = companyAccounts;
    for (var kind : Kind.values()) {
      timelines.add(
          kind == Kind.ACCOUNT_BLOCK
              ? new PartTimeline(kind, ofAccount, accountCovered)
              : new PartTimeline(kind, ofBucket, covered));
    }
  }

  List<Window> contradictions() {
    return timelines.stream().flatMap(t -> t.contradictions().stream()).distinct().toList();
  }

  void edges(NavigableSet<Instant> into) {
    timelines.forEach(t -> t.edges(into));
  }

  /// The possible states in a span that no edge lies inside of.
  BucketMoment at(Window span) {
    var pieces = timelines.stream().map(t -> t.at(span)).toList();
    var told =
        pieces.stream()
            .flatMap(p -> p.told().stream())
            .distinct()
            .sorted(
                Comparator.comparing(Observation::time)
                    .reversed()
                    .thenComparing(o -> o.setting().kind())
                    .thenComparing(o -> o.key().toString()))
            .toList();
    var count = 1.0;
    for (var piece : pieces) {
      count *= piece.values().size();
    }
    if (count > STATES_AT_MOST) {
      return new BucketMoment(span, List.of(), told);
    }
    List<BucketMoment.Possible> states =
        List.of(
            new BucketMoment.Possible(
                Kind.EXISTENCE.unknown(""),
                BucketState.unknown(bucket, companyAccounts, "not told by any log")
                    .withOwner(owner)));
    for (var piece : pieces) {
      var next = new ArrayList<BucketMoment.Possible>();
      for (var state : states) {
        for (var value : piece.values()) {
          next.add(
              new BucketMoment.Possible(
                  value.kind() == Kind.EXISTENCE ? value : state.existence(),
                  value.in(state.state())));
        }
      }
      states = next;
    }
    return new BucketMoment(span, states, told);
  }
}
