package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.BucketAnswer;
import io.cofferdam.access.exposure.BucketExposure;
import io.cofferdam.access.exposure.BucketPart;
import io.cofferdam.access.exposure.BucketRight;
import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.BucketSetting.Existence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks the access engine about the possible states of a moment and joins the answers.
///
/// A bucket is OPEN where its content can be read or its names listed. Several possible states
/// decide only when they agree.
final class BucketJudge {
  private final BucketExposure engine = new BucketExposure();
  private final Window period;
  private final Map<Question, Judgement> known = new HashMap<>();
  private final Map<BucketState, List<Audience>> audiences = new HashMap<>();
  private final Map<BucketState, NavigableSet<Instant>> turns = new HashMap<>();

  /// Answers do not depend on the window between turning points of time conditions.
  ///
  /// @param since the last turning point before the window, or the start of the period
  private record Question(BucketMoment.Possible state, Audience audience, Instant since) {}

  /// Answers questions about spans of the period.
  BucketJudge(Window period) {
    this.period = period;
  }

  Judgement judge(BucketMoment moment, Audience audience) {
    if (moment.states().isEmpty()) {
      return Judgement.of(
          ExposureState.UNKNOWN, "more changes within minutes than can be told apart");
    }
    var judgements =
        moment.states().stream().map(s -> judge(s, audience, moment.window())).distinct().toList();
    var states = judgements.stream().map(Judgement::state).distinct().toList();
    if (states.size() == 1) {
      return judgements.getFirst();
    }
    return Judgement.of(
        ExposureState.UNKNOWN,
        "a change was taking effect: S3 applies changes within minutes, at times not known");
  }

  /// The instants inside the moment at which a condition on the time may change an answer.
  List<Instant> turningPoints(BucketMoment moment) {
    return moment.states().stream()
        .flatMap(s -> turns(s.state()).stream())
        .filter(t -> t.isAfter(moment.window().from()) && t.isBefore(moment.window().until()))
        .distinct()
        .sorted()
        .toList();
  }

  /// The audiences that the moment's states could open to.
  List<Audience> audiences(BucketMoment moment) {
    return moment.states().stream()
        .flatMap(
            s ->
                audiences.computeIfAbsent(s.state(), a -> engine.audiences(a).audiences()).stream())
        .distinct()
        .toList();
  }

  private NavigableSet<Instant> turns(BucketState state) {
    return turns.computeIfAbsent(state, s -> new TreeSet<>(engine.turningPoints(s, period)));
  }

  private Judgement judge(BucketMoment.Possible possible, Audience audience, Window window) {
    if (possible.existence().equals(Existence.NO)) {
      return Judgement.of(ExposureState.CLOSED, "the bucket did not exist");
    }
    var turn = turns(possible.state()).floor(window.from());
    return known.computeIfAbsent(
        new Question(possible, audience, turn == null ? period.from() : turn),
        _ -> ask(possible, audience, window));
  }

  private Judgement ask(BucketMoment.Possible possible, Audience audience, Window window) {
    var state = possible.state();
    if (state.policy() instanceof Part.Unknown<String>(String why)
        && state.bucketBlock().isUnknown()
        && state.accountBlock().isUnknown()) {
      // Any policy may be there and nothing is known to hold it back: no need to search.
      return Judgement.of(
          ExposureState.UNKNOWN, BucketPart.POLICY.words() + " is not known: " + why);
    }
    var read = engine.ask(possible.state(), audience, BucketRight.READ, window);
    var list = engine.ask(possible.state(), audience, BucketRight.LIST, window);
    var open = new ArrayList<Reason>();
    openings(read, "content can be read", open);
    openings(list, "names can be listed", open);
    if (!open.isEmpty()) {
      return possible.existence().known()
          ? new Judgement(ExposureState.OPEN, open)
          : Judgement.of(ExposureState.UNKNOWN, "not known whether the bucket existed");
    }
    if (read.state() == ExposureState.CLOSED && list.state() == ExposureState.CLOSED) {
      return new Judgement(ExposureState.CLOSED, read.because());
    }
    var undecided = read.state() == ExposureState.UNKNOWN ? read : list;
    return new Judgement(ExposureState.UNKNOWN, undecided(undecided, possible.state()));
  }

  private static void openings(BucketAnswer answer, String right, List<Reason> into) {
    if (answer.state() != ExposureState.OPEN) {
      return;
    }
    var where =
        answer.open().stream()
            .map(r -> r.pattern())
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    var text = where.isEmpty() ? right : right + ": " + where;
    into.add(Reason.of(text));
    into.addAll(answer.because());
  }

  private static List<Reason> undecided(BucketAnswer answer, BucketState state) {
    var reasons = new ArrayList<Reason>();
    var parts = answer.missing().stream().sorted().toList();
    for (var part : parts) {
      var why = why(part, state);
      reasons.add(Reason.of(part.words() + " is not known" + (why.isEmpty() ? "" : ": " + why)));
    }
    reasons.addAll(answer.because());
    return reasons;
  }

  private static String why(BucketPart part, BucketState state) {
    Part<?> value =
        switch (part) {
          case OWNER -> state.owner();
          case POLICY -> state.policy();
          case ACL -> state.acl();
          case OBJECT_ACLS -> state.objectAcls();
          case BUCKET_BLOCK -> state.bucketBlock();
          case ACCOUNT_BLOCK -> state.accountBlock();
          case ORGANISATION_BLOCK -> state.organisationBlock();
          case OWNERSHIP -> state.ownership();
        };
    return value instanceof Part.Unknown<?>(String why) ? why : "";
  }
}
