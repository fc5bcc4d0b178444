package io.cofferdam.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Covers("E-01")
class TreeProperties {
  private final TreeHasher hasher = new TreeHasher();
  private final ProofChecker checker = new ProofChecker();

  private static List<byte[]> entries(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static PerfectSubtrees over(List<byte[]> entries) {
    return (level, index) -> {
      var from = (int) (index << level);
      return ReferenceTree.root(entries.subList(from, from + (1 << level)));
    };
  }

  private TreeProofs proofs(List<byte[]> entries) {
    return new TreeProofs(hasher, over(entries));
  }

  @Property(tries = 300)
  void rootAgreesWithTheRecursiveDefinition(@ForAll @IntRange(max = 600) int size)
      throws IOException {
    var entries = entries(size);
    var range = new CompactRange(hasher);
    entries.forEach(entry -> range.add(hasher.leaf(entry)));
    assertThat(range.root()).isEqualTo(ReferenceTree.root(entries));
    assertThat(proofs(entries).root(size)).isEqualTo(range.root());
  }

  @Property(tries = 200)
  void aResumedEdgeGrowsLikeOneThatNeverStopped(
      @ForAll @IntRange(max = 300) int before, @ForAll @IntRange(max = 100) int after)
      throws IOException {
    var entries = entries(before + after);
    var range = CompactRange.resume(hasher, before, over(entries));
    entries.subList(before, before + after).forEach(entry -> range.add(hasher.leaf(entry)));
    assertThat(range.root()).isEqualTo(ReferenceTree.root(entries));
  }

  @Property(tries = 300)
  void inclusionProofsAgreeWithTheDefinitionAndHold(
      @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 299) int pick)
      throws IOException {
    var index = pick % size;
    var entries = entries(size);
    var path = proofs(entries).inclusion(index, size);
    var root = ReferenceTree.root(entries);
    var leaf = hasher.leaf(entries.get(index));
    assertThat(path).isEqualTo(ReferenceTree.path(index, entries));
    assertThat(checker.includes(root, size, index, leaf, path)).isTrue();
    assertThat(checker.includes(root, size, index, hasher.leaf(new byte[0]), path)).isFalse();
    assertThat(checker.includes(root, size, (index + 1) % (size + 1), leaf, path)).isFalse();
    assertThat(checker.includes(hasher.empty(), size, index, leaf, path)).isFalse();
  }

  @Property(tries = 300)
  void consistencyProofsAgreeWithTheDefinitionAndHold(
      @ForAll @IntRange(max = 300) int first, @ForAll @IntRange(max = 300) int more)
      throws IOException {
    var entries = entries(first + more);
    var path = proofs(entries).consistency(first, first + more);
    var then = ReferenceTree.root(entries.subList(0, first));
    var now = ReferenceTree.root(entries);
    assertThat(path).isEqualTo(ReferenceTree.proof(first, entries));
    assertThat(checker.continues(first, then, first + more, now, path)).isTrue();
  }

  @Property(tries = 300)
  void noProofHoldsForAnotherHistory(
      @ForAll @IntRange(min = 1, max = 200) int first,
      @ForAll @IntRange(min = 1, max = 100) int more,
      @ForAll @IntRange(max = 199) int pick)
      throws IOException {
    var entries = entries(first + more);
    var then = ReferenceTree.root(entries.subList(0, first));
    var rewritten = new ArrayList<>(entries);
    rewritten.set(pick % first, "rewritten".getBytes(StandardCharsets.UTF_8));
    var now = ReferenceTree.root(rewritten);
    var path = proofs(rewritten).consistency(first, first + more);
    assertThat(checker.continues(first, then, first + more, now, path)).isFalse();
  }

  @Property(tries = 300)
  void aProofWithAStepChangedMissingOrAddedFails(
      @ForAll @IntRange(min = 2, max = 200) int size, @ForAll @IntRange(max = 199) int pick)
      throws IOException {
    var index = pick % size;
    var entries = entries(size);
    var root = ReferenceTree.root(entries);
    var leaf = hasher.leaf(entries.get(index));
    var path = proofs(entries).inclusion(index, size);
    var step = pick % path.size();
    var changed = new ArrayList<>(path);
    changed.set(step, hasher.empty());
    var shorter = new ArrayList<>(path);
    shorter.remove(step);
    var longer = new ArrayList<>(path);
    longer.add(step, hasher.empty());
    for (var bad : List.of(changed, shorter, longer)) {
      assertThat(checker.includes(root, size, index, leaf, bad)).isFalse();
    }
  }
}
