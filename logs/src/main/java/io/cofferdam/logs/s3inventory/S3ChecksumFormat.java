package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// The `manifest.checksum` beside an inventory's `manifest.json`: the MD5 of the manifest, in hex,
/// and nothing else. It tells whether the manifest is the one that was delivered, not who wrote
/// it.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
public final class S3ChecksumFormat implements LogFormat {
  private static final Pattern MD5 = Pattern.compile("\\s*([0-9a-fA-F]{32})\\s*");
  private static final int MOST = 64;

  private final ManifestChecksums checksums;

  public S3ChecksumFormat(ManifestChecksums checksums) {
    this.checksums = checksums;
  }

  @Override
  public String name() {
    return "s3-inventory-checksum";
  }

  /// Any 32 hex digits may be something else, so the name decides here.
  @Override
  public Recognition recognise(Head head) {
    return head.whole()
            && head.length() <= MOST
            && head.path().endsWith("manifest.checksum")
            && MD5.matcher(text(head.bytes(), head.length())).matches()
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    var bytes = content.readNBytes(MOST);
    var matcher = MD5.matcher(text(bytes, bytes.length));
    if (!matcher.matches()) {
      sink.undecodable(1, 0, "not the checksum of a manifest [32 hex digits]", bytes);
      return;
    }
    var md5 = matcher.group(1).toLowerCase(Locale.ROOT);
    sink.note(
        checksums
            .checksum(input.path(), md5)
            .map(
                same ->
                    same
                        ? "it is the MD5 of the manifest.json beside it"
                        : "it is not the MD5 of the manifest.json beside it: one of the two was"
                            + " changed or is not whole")
            .orElse("no manifest.json beside it was read before"));
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
