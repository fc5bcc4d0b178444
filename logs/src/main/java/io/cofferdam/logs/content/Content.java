package io.cofferdam.logs.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One input's content, unpacked and as UTF-8 text where it is text: gzip inside is opened, a byte
/// order mark removed, UTF-16 recoded. The stream never fails: what goes wrong is told to a
/// [Trouble] and ends it.
public final class Content {
  /// How many bytes a format may look at to recognise its own.
  public static final int HEAD = 1 << 16;

  private final HashedSource hashed;
  private final PeekedSource text;

  private Content(HashedSource hashed, PeekedSource text) {
    this.hashed = hashed;
    this.text = text;
  }

  /// Opens a content and reads its head.
  ///
  /// @param in is not closed
  /// @param maxUnpackedBytes, `maxRatio`, `ratioFreeBytes`, `maxGzipLayers` as in the read limits
  public static Content open(
      InputStream in,
      long maxUnpackedBytes,
      int maxRatio,
      long ratioFreeBytes,
      int maxGzipLayers,
      Trouble trouble)
      throws IOException {
    var limit = new Gunzip.Limit(maxUnpackedBytes, maxRatio, ratioFreeBytes);
    var layer = new PeekedSource(new PlainSource(in, trouble), 512);
    Gunzip outermost = null;
    for (var layers = 0; layer.startsWith(0x1f, 0x8b, 8); layers++) {
      if (layers == maxGzipLayers) {
        trouble.note("gzip inside gzip more than " + maxGzipLayers + " times is not opened");
        break;
      }
      var inside =
          outermost == null
              ? new Gunzip(layer, limit, trouble)
              : new Gunzip(layer, outermost, limit, trouble);
      outermost = outermost == null ? inside : outermost;
      layer = new PeekedSource(inside, 512);
    }
    var hashed = new HashedSource(layer);
    return new Content(hashed, decoded(hashed, trouble));
  }

  private static PeekedSource decoded(HashedSource hashed, Trouble trouble) throws IOException {
    var bytes = new PeekedSource(hashed, HEAD);
    if (bytes.startsWith(0xef, 0xbb, 0xbf)) {
      trouble.note("byte order mark removed");
      bytes.drop(3);
      return bytes.length() == 3 && bytes.whole() ? new PeekedSource(bytes, HEAD) : rest(bytes);
    }
    var charset = utf16(bytes);
    if (charset == null) {
      return bytes;
    }
    trouble.note("recoded from " + charset.name());
    return rest(bytes, charset, trouble);
  }

  private static PeekedSource rest(PeekedSource bytes) throws IOException {
    return new PeekedSource(bytes, HEAD);
  }

  private static PeekedSource rest(PeekedSource bytes, Charset charset, Trouble trouble)
      throws IOException {
    if (bytes.startsWith(0xff, 0xfe) || bytes.startsWith(0xfe, 0xff)) {
      bytes.drop(2);
    }
    return new PeekedSource(new Utf16Source(bytes, charset, trouble), HEAD);
  }

  /// UTF-16 by its mark, or by the zero bytes beside the ASCII characters that every log begins
  /// with.
  private static @Nullable Charset utf16(PeekedSource bytes) {
    if (bytes.startsWith(0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.startsWith(0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    var head = bytes.head();
    if (bytes.length() >= 4) {
      if (head[0] > 0 && head[1] == 0 && head[2] > 0 && head[3] == 0) {
        return StandardCharsets.UTF_16LE;
      }
      if (head[0] == 0 && head[1] > 0 && head[2] == 0 && head[3] > 0) {
        return StandardCharsets.UTF_16BE;
      }
    }
    return null;
  }

  /// The content from its start.
  public InputStream stream() {
    return text;
  }

  /// The first bytes, of which [#headLength] are filled; not to be changed.
  public byte[] head() {
    return text.head();
  }

  public int headLength() {
    return text.length();
  }

  /// Whether the head is the whole content.
  public boolean headIsWhole() {
    return text.whole();
  }

  /// Reads what a format left unread, so that the hash covers everything.
  ///
  /// @return bytes that were left
  public long drain() throws IOException {
    if (text.read() < 0) {
      return 0;
    }
    var buffer = new byte[1 << 16];
    var left = 1L;
    for (var n = text.read(buffer); n >= 0; n = text.read(buffer)) {
      left += n;
    }
    return left;
  }

  /// Unpacked bytes read so far, before recoding.
  public long bytes() {
    return hashed.count();
  }

  /// SHA-256 of all unpacked bytes, hex; call once, after [#drain].
  public String sha256() {
    return hashed.hex();
  }
}
