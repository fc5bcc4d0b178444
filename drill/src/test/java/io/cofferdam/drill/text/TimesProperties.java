package io.cofferdam.drill.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

@Covers("B-02")
class TimesProperties {
  @Property(tries = 300)
  void ownCalendarAgreesWithTheJdk(@ForAll @LongRange(min = 0, max = 4_102_444_800L) long second) {
    assertThat(Times.iso(new ByteText(8), second).toString())
        .isEqualTo(Instant.ofEpochSecond(second).toString());
  }

  @Property(tries = 200)
  void numbersAreWrittenAsTheJdkWritesThem(@ForAll long number) {
    assertThat(new ByteText(1).add(number).toString()).isEqualTo(Long.toString(number));
  }

  @Property(tries = 200)
  void percentEncodingIsUndoneByAnyDecoder(@ForAll @StringLength(max = 40) String key) {
    var wellFormed = new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    var encoded = new ByteText(4).percent(wellFormed).toString();
    assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(wellFormed);
  }

  @Property(tries = 200)
  void quotedTextIsJson(@ForAll @StringLength(max = 40) String text) throws Exception {
    var wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    var json = new ByteText(4).quoted(wellFormed);
    assertThat(new com.fasterxml.jackson.databind.ObjectMapper().readTree(json.toString()).asText())
        .isEqualTo(wellFormed);
  }
}
