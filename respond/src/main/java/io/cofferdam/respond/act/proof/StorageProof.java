package io.cofferdam.respond.act.proof;

import io.cofferdam.model.Ternary;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.act.proof.StorageQuestions.Question;
import io.cofferdam.respond.spi.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// That a storage account of Azure lets in fewer and nobody new. Each way in is asked about before
/// and after: without a credential, with a key, with what is signed with one, by each stored access
/// policy, and from each network. The other gates are taken as open meanwhile, so that what is shut
/// afterwards is shut whatever they say.
final class StorageProof {
  private static final int CUTS = 60;

  private final Claim.Storage claim;
  private final StorageState before;
  private final StorageState after;
  private final StorageQuestions questions;
  private final List<String> cuts = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private boolean closed;
  private boolean perhapsClosed;

  StorageProof(Claim.Storage claim, Instant now) {
    this.claim = claim;
    this.before = StorageState.read(claim.before());
    this.after = StorageState.read(claim.after());
    this.questions = new StorageQuestions(before, after, now);
  }

  Judgement judgement() {
    for (var question : questions.all()) {
      var then = questions.answer(question, before);
      var now = questions.answer(question, after);
      var meant = question.meant(claim.closes());
      if (now == Ternary.TRUE && then == Ternary.FALSE) {
        return bad(Verdict.OPENS, question);
      }
      if (now == Ternary.TRUE && meant) {
        return bad(Verdict.STILL_OPEN, question);
      }
      if (now == Ternary.UNKNOWN && (meant || then == Ternary.FALSE)) {
        unknown.add("whether " + question.words());
      }
      if (now == Ternary.FALSE) {
        fewer(question, then, meant);
      }
    }
    unknown.addAll(before.unread());
    unknown.addAll(after.unread());
    if (!unknown.isEmpty()) {
      return new Judgement(
          claim.what(),
          Verdict.UNKNOWN,
          String.join("; ", unknown.stream().distinct().toList()),
          told());
    }
    return new Judgement(
        claim.what(),
        closed || perhapsClosed ? Verdict.PROVED : Verdict.UNCHANGED,
        words(),
        told());
  }

  private Judgement bad(Verdict verdict, Question question) {
    return new Judgement(claim.what(), verdict, question.words(), List.of());
  }

  private void fewer(Question question, Ternary then, boolean meant) {
    switch (then) {
      case TRUE -> {
        closed |= meant;
        cuts.add(question.words());
      }
      case UNKNOWN -> {
        perhapsClosed |= meant;
        cuts.add("perhaps " + question.words());
      }
      case FALSE -> {}
    }
  }

  private List<String> told() {
    if (cuts.size() <= CUTS) {
      return cuts;
    }
    List<String> some = new ArrayList<>(cuts.subList(0, CUTS));
    some.add((cuts.size() - CUTS) + " further ways in are closed too");
    return some;
  }

  private String words() {
    var who =
        switch (claim.closes()) {
          case ANONYMOUS -> "nobody gets in without a credential";
          case KEY_HOLDERS -> "nobody gets in by a key of the account or by what one signed";
          case OLD_KEY_HOLDERS ->
              "nobody gets in by the key that was given up or by what it signed";
          case UNNAMED_NETWORKS -> "no network gets in that no rule names";
          case PUBLIC_NETWORKS -> "no public network gets in";
        };
    if (!closed && !perhapsClosed) {
      return who + ", as before";
    }
    return (closed ? who + " any more" : who + "; whether somebody could is not known")
        + (after.assumed()
            ? "; the account's own settings were not read, and can only shut out more"
            : "");
  }
}
