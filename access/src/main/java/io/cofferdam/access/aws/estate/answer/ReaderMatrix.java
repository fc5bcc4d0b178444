package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who can read which bucket: every principal of an estate against every bucket.
///
/// Equal to asking [WhoCan] for each bucket, and with the same gaps. Actors that are alike are
/// decided once per bucket; what a principal can come to act as is followed once.
public final class ReaderMatrix {
  private final List<String> principals;
  private final List<String> buckets;
  private final List<String> gaps = new ArrayList<>();
  private final List<BitSet> certain = new ArrayList<>();
  private final List<BitSet> conditional = new ArrayList<>();

  private ReaderMatrix(List<String> principals, List<String> buckets) {
    this.principals = principals;
    this.buckets = buckets;
  }

  /// Asks for every bucket.
  public static ReaderMatrix of(WhoCan whoCan) {
    List<String> principals = List.copyOf(whoCan.reach().decider().estate().principals().keySet());
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < principals.size(); i++) {
      rows.put(principals.get(i), i);
    }
    List<String> buckets = new ArrayList<>();
    for (EstateResource resource : whoCan.reach().decider().estate().resources().values()) {
      if (resource.detail() instanceof ResourceDetail.Bucket) {
        buckets.add(resource.arn());
      }
    }
    ReaderMatrix matrix = new ReaderMatrix(principals, buckets);
    matrix.gaps.addAll(whoCan.gaps());
    for (EstateResource resource : whoCan.reach().decider().estate().resources().values()) {
      AccessPointGap.of(resource).ifPresent(matrix.gaps::add);
    }
    for (String bucket : buckets) {
      BitSet yes = new BitSet(principals.size());
      BitSet maybe = new BitSet(principals.size());
      for (Holder holder : whoCan.holders(Question.of("s3:GetObject", bucket))) {
        (holder.verdict() == Verdict.YES ? yes : maybe)
            .set(rows.getOrDefault(holder.principal(), 0));
      }
      matrix.certain.add(yes);
      matrix.conditional.add(maybe);
    }
    return matrix;
  }

  public List<String> principals() {
    return principals;
  }

  public List<String> buckets() {
    return buckets;
  }

  /// What the snapshot lacks or what is not followed: there may be readers beyond those told.
  public List<String> gaps() {
    return List.copyOf(gaps);
  }

  /// Whether a principal can read a bucket, both by their place in the lists.
  public Verdict verdict(int principal, int bucket) {
    return certain.get(bucket).get(principal)
        ? Verdict.YES
        : conditional.get(bucket).get(principal) ? Verdict.ONLY_IF : Verdict.NO;
  }

  /// How many pairs there are with a verdict.
  public long count(Verdict verdict) {
    long yes = certain.stream().mapToLong(BitSet::cardinality).sum();
    long maybe = conditional.stream().mapToLong(BitSet::cardinality).sum();
    return switch (verdict) {
      case YES -> yes;
      case ONLY_IF -> maybe;
      case NO -> (long) principals.size() * buckets.size() - yes - maybe;
    };
  }
}
