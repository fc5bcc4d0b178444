package io.cofferdam.logs.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.logs.Samples;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@Covers("X-04")
class DamagedGzipTest {
  /// A deflate block of the type that does not exist (RFC 1951, 3.2.3).
  private static final byte[] DAMAGE = {7, 7, 7, 7};

  @Test
  void recordsRightBeforeTheDamageAreKept() throws IOException {
    var records = 40;
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out, 512, true)) {
      gzip.write(Samples.trail(records).getBytes(StandardCharsets.UTF_8));
      gzip.flush();
      out.write(DAMAGE);
      var read = Collected.of(out.toByteArray());
      assertThat(read.notes).anyMatch(note -> note.contains("broken gzip"));
      assertThat(read.result().whole()).isFalse();
      assertThat(read.result().events()).isEqualTo(records);
    }
  }
}
