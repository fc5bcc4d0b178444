package io.cofferdam.access.aws.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds a text that matches every pattern of one list and none of another, or proves there is
/// none.
///
/// The patterns run side by side as sets of states (subset construction made as it is needed,
/// so `?` beside `*` is exact), breadth first, so that the text found is a shortest one.
/// Characters that no pattern names are alike and one of them stands for all.
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

  private final List<Pattern> patterns = new ArrayList<>();
  private final int positives;
  private final char[] alphabet;

  private PatternSearch(List<Pattern> all, List<Pattern> none) {
    patterns.addAll(all);
    positives = all.size();
    patterns.addAll(none);
    alphabet = alphabet();
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

  private char[] alphabet() {
    Set<Character> named = new TreeSet<>();
    boolean classes = false;
    for (Pattern pattern : patterns) {
      for (int token : pattern.tokens()) {
        if (token >= 0) {
          named.add((char) token);
          if (pattern.ignoresCase()) {
            named.add(Character.toUpperCase((char) token));
          }
        } else if (token == Pattern.DIGIT || token == Pattern.ALPHANUMERIC) {
          classes = true;
        } else if (token == Pattern.ONE_IN_FIELD || token == Pattern.MANY_IN_FIELD) {
          named.add(':');
        }
      }
    }
    StringBuilder letters = new StringBuilder();
    // a character of each class that no pattern names comes first, so that witnesses look natural
    appendUnnamed(letters, named, "xyzwvutsrqponmlkjihgfedcba");
    if (classes) {
      appendUnnamed(letters, named, "7946538210");
    }
    if (letters.isEmpty()) {
      for (char c = 'A'; c < Character.MIN_SURROGATE; c++) {
        if (!named.contains(c)) {
          letters.append(c);
          break;
        }
      }
    }
    for (char c : named) {
      letters.append(c);
    }
    if (allLettersNamed(named)) {
      appendUnnamed(letters, named, "_~$%&()[]{}^|;");
    }
    return letters.toString().toCharArray();
  }

  private static boolean allLettersNamed(Set<Character> named) {
    for (char c = 'a'; c <= 'z'; c++) {
      if (!named.contains(c)) {
        return false;
      }
    }
    return true;
  }

  private static void appendUnnamed(
      StringBuilder letters, Set<Character> named, String candidates) {
    for (int i = 0; i < candidates.length(); i++) {
      char c = candidates.charAt(i);
      if (!named.contains(c)) {
        letters.append(c);
        return;
      }
    }
  }

  private record Step(List<BitSet> states, int previous, char letter) {}

  private Found search() {
    List<Step> steps = new ArrayList<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    Set<List<BitSet>> seen = new HashSet<>();
    List<BitSet> start = new ArrayList<>();
    for (Pattern pattern : patterns) {
      BitSet state = new BitSet();
      enter(pattern.tokens(), 0, state);
      start.add(state);
    }
    steps.add(new Step(start, -1, ' '));
    seen.add(start);
    queue.add(0);
    while (!queue.isEmpty()) {
      int current = queue.remove();
      Step step = steps.get(current);
      if (accepted(step.states())) {
        return new Found.Text(text(steps, current));
      }
      for (char letter : alphabet) {
        List<BitSet> next = advance(step.states(), letter);
        if (!next.isEmpty() && seen.add(next)) {
          if (steps.size() >= MAX_STATES) {
            return new Found.OutOfBudget();
          }
          steps.add(new Step(next, current, letter));
          queue.add(steps.size() - 1);
        }
      }
    }
    return new Found.Impossible();
  }

  private static void enter(int[] tokens, int at, BitSet state) {
    int position = at;
    state.set(position);
    while (position < tokens.length && Pattern.isRun(tokens[position])) {
      state.set(++position);
    }
  }

  private boolean accepted(List<BitSet> states) {
    for (int i = 0; i < patterns.size(); i++) {
      if (states.get(i).get(patterns.get(i).tokens().length) != (i < positives)) {
        return false;
      }
    }
    return true;
  }

  /// The states after a letter; empty when a pattern that must match no longer can.
  private List<BitSet> advance(List<BitSet> states, char letter) {
    List<BitSet> next = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      Pattern pattern = patterns.get(i);
      int[] tokens = pattern.tokens();
      BitSet from = states.get(i);
      BitSet to = new BitSet();
      for (int s = from.nextSetBit(0); s >= 0 && s < tokens.length; s = from.nextSetBit(s + 1)) {
        if (Pattern.isRun(tokens[s])) {
          if (Pattern.runAccepts(tokens[s], letter)) {
            enter(tokens, s, to);
          }
        } else if (pattern.accepts(tokens[s], letter)) {
          enter(tokens, s + 1, to);
        }
      }
      if (to.isEmpty() && i < positives) {
        return List.of();
      }
      next.add(to);
    }
    return next;
  }

  private static String text(List<Step> steps, int last) {
    StringBuilder reversed = new StringBuilder();
    for (int i = last; steps.get(i).previous() >= 0; i = steps.get(i).previous()) {
      reversed.append(steps.get(i).letter());
    }
    return reversed.reverse().toString();
  }
}
