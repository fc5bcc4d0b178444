package io.cofferdam.access.aws.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/// The wildcard algebra against finite automata made by another library.
class PatternLemmaProperties {
  private static final String[] PIECES = {
    "a", "b", "ab", "ba", "*", "*", "?", "?*", "*?", "A", ":"
  };

  private static String glob(Random random) {
    StringBuilder glob = new StringBuilder();
    int pieces = random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      glob.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return glob.toString();
  }

  private static Automaton automaton(String glob) {
    List<Automaton> parts = new ArrayList<>();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      parts.add(
          switch (c) {
            case '*' -> BasicAutomata.makeAnyString();
            case '?' -> BasicAutomata.makeAnyChar();
            default -> BasicAutomata.makeChar(c);
          });
    }
    Automaton all =
        parts.isEmpty()
            ? BasicAutomata.makeEmptyString()
            : dk.brics.automaton.BasicOperations.concatenate(parts);
    all.determinize();
    return all;
  }

  @Property(tries = 4_000)
  void twoPatternsMeetExactlyWhenTheirAutomataDo(@ForAll long seed) {
    Random random = new Random(seed);
    String one = glob(random);
    String two = glob(random);
    assertThat(PatternPairs.meet(Pattern.glob(one), Pattern.glob(two)))
        .as("%s and %s", one, two)
        .isEqualTo(!automaton(one).intersection(automaton(two)).isEmpty());
  }

  @Property(tries = 4_000)
  void whatIsSurelyIncludedIsIncluded(@ForAll long seed) {
    Random random = new Random(seed);
    String wide = glob(random);
    String narrow = glob(random);
    boolean included = automaton(narrow).subsetOf(automaton(wide));
    boolean surely = PatternPairs.surelyIncludes(Pattern.glob(wide), Pattern.glob(narrow));
    assertThat(surely && !included).as("%s in %s", narrow, wide).isFalse();
    if (!wide.contains("?") && !narrow.contains("?")) {
      // without `?` the quick test misses nothing
      assertThat(surely).as("%s in %s", narrow, wide).isEqualTo(included);
    }
  }

  @Property(tries = 4_000)
  void aPatternIsWithinAUnionExactlyWhenNothingIsLeft(@ForAll long seed) {
    assertSearchIsExact(new Random(seed));
  }

  @Tag("soak")
  @Property(tries = 100_000)
  void aPatternIsWithinAUnionExactlyWhenNothingIsLeftOverMany(@ForAll long seed) {
    assertSearchIsExact(new Random(seed));
  }

  private static void assertSearchIsExact(Random random) {
    List<String> all = List.of(glob(random), glob(random)).subList(0, 1 + random.nextInt(2));
    List<String> none =
        List.of(glob(random), glob(random), glob(random), glob(random))
            .subList(0, random.nextInt(5));
    Automaton left = BasicAutomata.makeAnyString();
    for (String glob : all) {
      left = left.intersection(automaton(glob));
    }
    for (String glob : none) {
      left = left.minus(automaton(glob));
    }
    PatternSearch.Found found =
        PatternSearch.find(
            all.stream().map(Pattern::glob).toList(), none.stream().map(Pattern::glob).toList());
    switch (found) {
      case PatternSearch.Found.Text(String text) ->
          assertThat(left.run(text)).as("%s in %s but not %s", text, all, none).isTrue();
      case PatternSearch.Found.Impossible i ->
          assertThat(left.isEmpty()).as("%s but not %s", all, none).isTrue();
      case PatternSearch.Found.OutOfBudget b -> throw new AssertionError("budget");
    }
  }
}
