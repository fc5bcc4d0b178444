package io.cofferdam.access.aws.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.testkit.ProcessorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatternProperties {
  @Provide
  Arbitrary<String> globs() {
    return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(7);
  }

  /// The obvious matcher.
  private static boolean slow(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    char first = glob.charAt(0);
    if (first == '*') {
      return slow(glob.substring(1), text) || (!text.isEmpty() && slow(glob, text.substring(1)));
    }
    return !text.isEmpty()
        && (first == '?' || first == text.charAt(0))
        && slow(glob.substring(1), text.substring(1));
  }

  @Property(tries = 5_000)
  void matchesAsTheObviousMatcher(@ForAll("globs") String glob, @ForAll("texts") String text) {
    assertThat(Pattern.glob(glob).matches(text)).isEqualTo(slow(glob, text));
  }

  @Property(tries = 1_500)
  void searchFindsATextExactlyWhenThereIsOne(
      @ForAll("globs") String one, @ForAll("globs") String two, @ForAll("globs") String three) {
    PatternSearch.Found found =
        PatternSearch.find(
            List.of(Pattern.glob(one), Pattern.glob(two)), List.of(Pattern.glob(three)));
    switch (found) {
      case PatternSearch.Found.Text(String text) -> {
        assertThat(slow(one, text)).isTrue();
        assertThat(slow(two, text)).isTrue();
        assertThat(slow(three, text)).isFalse();
      }
      case PatternSearch.Found.Impossible i -> {
        for (String text : everyTextUpTo(7)) {
          assertThat(slow(one, text) && slow(two, text) && !slow(three, text)).as(text).isFalse();
        }
      }
      case PatternSearch.Found.OutOfBudget b -> throw new AssertionError("budget");
    }
  }

  private static List<String> everyTextUpTo(int length) {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int from = 0; texts.get(texts.size() - 1).length() < length; from++) {
      for (char c : new char[] {'a', 'b', 'c'}) {
        texts.add(texts.get(from) + c);
      }
    }
    return texts;
  }

  @Example
  void manyStarsAgainstALongTextTakeLittleTime() {
    Pattern pattern = Pattern.glob("*a".repeat(500) + "b");
    String text = "a".repeat(20_000);
    ProcessorTime start = ProcessorTime.begin();
    assertThat(pattern.matches(text)).isFalse();
    assertThat(start.used()).isLessThan(Duration.ofSeconds(2));
  }

  @Example
  void arnWildcardsStayInTheirField() {
    Pattern pattern = Template.of("arn:aws:s3:*:*:b/*", PolicyVersion.V2012_10_17).arnPattern();
    assertThat(pattern.matches("arn:aws:s3:::b/x:y")).isTrue();
    assertThat(pattern.matches("arn:aws:s3:a:b:c:b/x")).isFalse();
  }
}
