package io.cofferdam.logs.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.logs.ReadLimits;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Gzip inside gzip, where no layer by itself unpacks to suspiciously much.
@Covers("X-04")
class LayeredGzipTest {
  private static final ReadLimits LIMITS = new ReadLimits(1L << 40, 50, 1 << 20, 3);

  @Test
  void layersThatEachStayWithinTheRatioAreABombTogether() throws IOException {
    var inner = members(1_000);
    assertThat(inner.length).isLessThan((int) LIMITS.ratioFreeBytes());
    var outer = gzip(inner);
    var alone = read(inner);
    assertThat(alone.result().whole()).isTrue();
    assertThat(alone.result().contentBytes()).isGreaterThan(12L << 20);
    var layered = read(outer);
    assertThat(layered.result().whole()).isFalse();
    assertThat(layered.notes).anyMatch(note -> note.startsWith("unpacking stopped"));
    assertThat(layered.result().contentBytes()).isLessThan(4L << 20);
  }

  /// The same member again and again: packed 30 to 1 by itself, and again by a layer around it.
  private static byte[] members(int count) throws IOException {
    var random = new Random(1);
    var line = new StringBuilder();
    for (var i = 0; i < 100; i++) {
      line.append(Integer.toHexString(random.nextInt()));
    }
    var member = gzip((line + "\n").repeat(20).getBytes(StandardCharsets.US_ASCII));
    var all = new ByteArrayOutputStream();
    for (var i = 0; i < count; i++) {
      all.writeBytes(member);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static Collected read(byte[] content) {
    return Collected.of("a.gz", new ByteArrayInputStream(content), LIMITS);
  }
}
