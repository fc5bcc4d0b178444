package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.answer.Holder;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.posture.estate.ScanEstate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who reads a bucket, sorted by how sure it is.
///
/// @param certain who does, by ARN
/// @param conditional who does if something holds that was not read
/// @param guarded who does under a condition that their own policies set (a network, a tag)
record Readers(SortedSet<String> certain, SortedSet<String> conditional, List<String> guarded) {
  /// Conditional readers that are looked at one by one; beyond, they count as depending on gaps.
  private static final int MOST_EXPLAINED = 40;

  Readers {
    certain = Collections.unmodifiableSortedSet(new TreeSet<>(certain));
    conditional = Collections.unmodifiableSortedSet(new TreeSet<>(conditional));
    guarded = List.copyOf(guarded);
  }

  static Readers of(ScanEstate estate, List<Holder> holders, Question question) {
    SortedSet<String> certain = new TreeSet<>();
    SortedSet<String> conditional = new TreeSet<>();
    List<String> guarded = new ArrayList<>();
    for (var holder : holders) {
      var arn = holder.principal();
      if (estate.estate().principal(arn).map(AdminPower::keptByAws).orElse(true)) {
        continue;
      }
      if (holder.verdict() == Verdict.YES) {
        certain.add(arn);
      } else if (conditional.size() + guarded.size() < MOST_EXPLAINED
          && !estate.dependsOnGaps(arn, question)) {
        guarded.add(arn);
      } else {
        conditional.add(arn);
      }
    }
    return new Readers(certain, conditional, guarded);
  }

  /// Whether somebody is a certain reader.
  boolean certainly(String arn) {
    return certain.contains(arn);
  }

  /// Whether somebody is one if something holds that was not read.
  boolean perhaps(String arn) {
    return conditional.contains(arn);
  }

  /// A reader in a line: who, and whether by its own rights.
  static String line(ScanEstate estate, String arn, String bucket) {
    var words = estate.estate().principal(arn).map(EstatePrincipal::words).orElse(arn);
    return words + (direct(estate, arn, bucket) ? " by its own rights" : " by way of others");
  }

  /// Whether a principal gets an object that no policy tells apart by its own rights.
  static boolean direct(ScanEstate estate, String arn, String bucket) {
    return estate
            .whoCan()
            .reach()
            .verdicts()
            .of(Actor.of(arn), Operation.on("s3:GetObject", bucket + "/any-object"))
        == Verdict.YES;
  }
}
