package io.cofferdam.access.aws.pattern;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds a text that matches every pattern of one list and none of another, or proves there is
/// none.
///
/// The patterns run side by side as sets of positions, one bit each (subset construction made as
/// it is needed, so `?` beside `*` is exact), breadth first, so that the text found is a shortest
/// one. Characters that all patterns treat alike are tried once.
public final class PatternSearch {

  /// The outcome of a search.
  public sealed interface Found {
    record Text(String text) implements Found {}

    /// No text at all satisfies the lists.
    record Impossible() implements Found {}

    /// The budget of states ran out before an answer.
    record OutOfBudget() implements Found {}
  }

  private static final int MAX_STATES = 20_000;
  private static final int MAX_TOKENS = 200_000;
  private static final long MAX_WORDS_KEPT = 4_000_000;
  private static final long MAX_WORK = 30_000_000;

  private final int positives;
  private final Pattern[] patterns;
  private final int[] from;
  private final int words;
  private final long[] runs;
  private final boolean[] endsOpen;
  private int rounds;

  private final List<Letter> letters = new ArrayList<>();

  /// A character and what each position does on it.
  private static final class Letter {
    final char letter;

    /// Positions that go on to the next.
    final long[] advance;

    /// Positions of runs that take it.
    final long[] stay;

    Letter(char letter, int words) {
      this.letter = letter;
      this.advance = new long[words];
      this.stay = new long[words];
    }
  }

  private static final class Step {
    final long[] state;
    final int previous;
    final char letter;

    Step(long[] state, int previous, char letter) {
      this.state = state;
      this.previous = previous;
      this.letter = letter;
    }
  }

  private PatternSearch(List<Pattern> all, List<Pattern> none) {
    positives = all.size();
    List<Pattern> joined = new ArrayList<>(all);
    joined.addAll(none);
    patterns = joined.toArray(new Pattern[0]);
    from = new int[patterns.length + 1];
    endsOpen = new boolean[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      int length = patterns[i].tokens().length;
      from[i + 1] = from[i] + (length >> 6) + 1;
      endsOpen[i] = length > 0 && patterns[i].tokens()[length - 1] == Pattern.MANY;
    }
    words = from[patterns.length];
    runs = new long[words];
    markRuns();
    Set<LongBuffer> kinds = new HashSet<>();
    for (char letter : Alphabet.of(joined)) {
      Letter one = letter(letter);
      long[] both = new long[2 * words];
      System.arraycopy(one.advance, 0, both, 0, words);
      System.arraycopy(one.stay, 0, both, words, words);
      if (kinds.add(LongBuffer.wrap(both))) {
        letters.add(one);
      }
    }
  }

  public static Found find(List<Pattern> all, List<Pattern> none) {
    long size = 0;
    for (Pattern pattern : all) {
      size += pattern.tokens().length;
    }
    for (Pattern pattern : none) {
      size += pattern.tokens().length;
    }
    if (size > MAX_TOKENS) {
      return new Found.OutOfBudget();
    }
    return new PatternSearch(all, none).search();
  }

  private void markRuns() {
    for (int i = 0; i < patterns.length; i++) {
      int[] tokens = patterns[i].tokens();
      int adjacent = 0;
      for (int t = 0; t < tokens.length; t++) {
        if (Pattern.isRun(tokens[t])) {
          runs[from[i] + (t >> 6)] |= 1L << t;
          rounds = Math.max(rounds, ++adjacent);
        } else {
          adjacent = 0;
        }
      }
    }
  }

  private Letter letter(char letter) {
    Letter one = new Letter(letter, words);
    for (int i = 0; i < patterns.length; i++) {
      int[] tokens = patterns[i].tokens();
      for (int t = 0; t < tokens.length; t++) {
        if (Pattern.isRun(tokens[t])) {
          if (Pattern.runAccepts(tokens[t], letter)) {
            one.stay[from[i] + (t >> 6)] |= 1L << t;
          }
        } else if (patterns[i].accepts(tokens[t], letter)) {
          one.advance[from[i] + (t >> 6)] |= 1L << t;
        }
      }
    }
    return one;
  }

  private Found search() {
    List<Step> steps = new ArrayList<>();
    Set<LongBuffer> seen = new HashSet<>();
    long[] start = new long[words];
    for (int i = 0; i < patterns.length; i++) {
      start[from[i]] = 1L;
      close(i, start);
    }
    if (dead(start)) {
      return new Found.Impossible();
    }
    steps.add(new Step(start, -1, ' '));
    seen.add(LongBuffer.wrap(start));
    long work = 0;
    for (int current = 0; current < steps.size(); current++) {
      long[] state = steps.get(current).state;
      if (accepted(state)) {
        return new Found.Text(text(steps, current));
      }
      for (Letter letter : letters) {
        work += words;
        long[] next = advance(state, letter);
        if (!dead(next) && seen.add(LongBuffer.wrap(next))) {
          if (steps.size() >= MAX_STATES
              || work > MAX_WORK
              || (long) steps.size() * words > MAX_WORDS_KEPT) {
            return new Found.OutOfBudget();
          }
          steps.add(new Step(next, current, letter.letter));
        }
      }
    }
    return new Found.Impossible();
  }

  private long[] advance(long[] state, Letter letter) {
    long[] next = new long[words];
    for (int i = 0; i < patterns.length; i++) {
      long carry = 0;
      for (int w = from[i]; w < from[i + 1]; w++) {
        long moving = state[w] & letter.advance[w];
        next[w] = (moving << 1) | carry | (state[w] & letter.stay[w]);
        carry = moving >>> 63;
      }
      close(i, next);
    }
    return next;
  }

  /// A run may be empty: its position stands for the next too.
  private void close(int pattern, long[] state) {
    for (int round = 0; round < rounds; round++) {
      long carry = 0;
      for (int w = from[pattern]; w < from[pattern + 1]; w++) {
        long open = state[w] & runs[w];
        state[w] |= (open << 1) | carry;
        carry = open >>> 63;
      }
    }
  }

  private boolean ends(int pattern, long[] state) {
    int length = patterns[pattern].tokens().length;
    return (state[from[pattern] + (length >> 6)] >>> length & 1L) != 0;
  }

  private boolean accepted(long[] state) {
    for (int i = 0; i < patterns.length; i++) {
      if (ends(i, state) != (i < positives)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a pattern that must match no longer can, or one that must not always will.
  private boolean dead(long[] state) {
    for (int i = 0; i < patterns.length; i++) {
      if (i >= positives) {
        if (endsOpen[i] && ends(i, state)) {
          return true;
        }
        continue;
      }
      long any = 0;
      for (int w = from[i]; w < from[i + 1]; w++) {
        any |= state[w];
      }
      if (any == 0) {
        return true;
      }
    }
    return false;
  }

  private static String text(List<Step> steps, int last) {
    StringBuilder reversed = new StringBuilder();
    for (int i = last; steps.get(i).previous >= 0; i = steps.get(i).previous) {
      reversed.append(steps.get(i).letter);
    }
    return reversed.reverse().toString();
  }
}
