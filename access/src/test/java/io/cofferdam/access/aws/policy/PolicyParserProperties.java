package io.cofferdam.access.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PolicyParserProperties {
  private static final String GOOD =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a\",\"Effect\":\"Allow\","
          + "\"Principal\":{\"AWS\":[\"111122223333\"]},\"Action\":[\"s3:Get*\"],"
          + "\"Resource\":\"arn:aws:s3:::b/${aws:username}/*\","
          + "\"Condition\":{\"StringLike\":{\"aws:Referer\":[\"x*\"]}}}]}";

  @Property(tries = 2_000)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    assertThat(PolicyParser.parse(new String(bytes, StandardCharsets.ISO_8859_1))).isNotNull();
  }

  @Property(tries = 3_000)
  void anyDamageIsReadOrRefused(
      @ForAll @IntRange(min = 0, max = 280) int at,
      @ForAll @IntRange(min = 0, max = 40) int length,
      @ForAll String inserted) {
    int from = Math.min(at, GOOD.length());
    int until = Math.min(from + length, GOOD.length());
    assertThat(PolicyParser.parse(GOOD.substring(0, from) + inserted + GOOD.substring(until)))
        .isNotNull();
  }
}
