package io.cofferdam.respond.scope;

import io.cofferdam.model.Narrowing;
import io.cofferdam.model.scope.Bounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What to ask for. A question that several stores raise is one, with the names of all of them and
/// what it would gain at all of them.
///
/// In its words `{names}` stands for the stores, `{when}` for the time in question and `{count}`
/// for a number added up over the stores.
final class Questions {
  private static final int NAMES = 8;

  /// Gains this close to [Bounds#UNBOUNDED] are ranks, not numbers, and are not added up.
  private static final long RANKS = 1_000;

  private record Words(String input, String effect) {}

  private static final class Asked {
    final Set<String> names = new LinkedHashSet<>();
    Spans when = Spans.NONE;
    long gain;
    long count;
  }

  private final Map<Words, Asked> asked = new LinkedHashMap<>();

  /// Asks something that is about no store in particular.
  void ask(String input, String effect, long gain) {
    take(new Words(input, effect), gain);
  }

  /// To ask about one store, of which something is not known at some time.
  About about(String store, Spans when) {
    return new About(store, when);
  }

  /// Questions about one store.
  final class About {
    private final String store;
    private final Spans when;

    private About(String store, Spans when) {
      this.store = store;
      this.when = when;
    }

    void ask(String input, String effect, long gain) {
      count(input, effect, gain, 0);
    }

    void count(String input, String effect, long gain, long count) {
      var all = take(new Words(input, effect), gain);
      all.names.add(store);
      all.when = all.when.plus(when);
      all.count += count;
    }
  }

  private Asked take(Words words, long gain) {
    var all = asked.computeIfAbsent(words, w -> new Asked());
    all.gain = joint(all.gain, gain);
    return all;
  }

  private static long joint(long one, long other) {
    long limit = Bounds.UNBOUNDED - RANKS;
    if (one >= limit || other >= limit) {
      return Math.max(one, other);
    }
    return Math.min(limit - 1, one + Math.min(limit - one, other));
  }

  /// All that was asked, the largest gain first.
  List<Narrowing> bestFirst(int limit) {
    var all = new ArrayList<Narrowing>();
    asked.forEach(
        (words, each) ->
            all.add(
                new Narrowing(
                    filled(words.input(), each), filled(words.effect(), each), each.gain)));
    all.sort(Comparator.comparingLong(Narrowing::gain).reversed());
    return all.stream().limit(limit).toList();
  }

  private static String filled(String words, Asked each) {
    return words
        .replace("{when}", each.when.words())
        .replace("{count}", Long.toString(each.count))
        .replace("{names}", names(List.copyOf(each.names)));
  }

  private static String names(List<String> names) {
    if (names.size() <= 1) {
      return String.join("", names);
    }
    int shown = names.size() > NAMES ? NAMES : names.size() - 1;
    var rest = names.subList(shown, names.size());
    return String.join(", ", names.subList(0, shown))
        + " and "
        + (rest.size() == 1 ? rest.getFirst() : rest.size() + " more");
  }
}
