package io.cofferdam.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The bytes of one content, hashed and counted while they are read. What breaks off is thrown as
/// [IOException] once and stays in the notes. Used by one thread.
public final class Reading extends InputStream {
  private final InputStream in;
  private final Check check;
  private final MessageDigest sha256 = Hashes.sha256();
  private final Set<String> notes = new LinkedHashSet<>();
  private long bytes;
  private boolean ended;
  private boolean whole = true;
  private @Nullable Facts facts;

  /// What is known of a content once it was read.
  ///
  /// @param sha256 hash of all its bytes, hex; of those before the break where `whole` is false
  /// @param whole false when bytes are missing or changed while they were read
  public record Facts(String sha256, long bytes, boolean whole, List<String> notes) {
    public Facts {
      notes = List.copyOf(notes);
    }
  }

  /// Watches a reading.
  interface Check {
    Check NONE = new Check() {};

    /// After more bytes came.
    ///
    /// @throws IOException when they are too many
    default void read(int more) throws IOException {}

    /// After the last byte.
    ///
    /// @return what was wrong with the whole, or null
    default @Nullable String ended(long bytes) {
      return null;
    }
  }

  Reading(InputStream in, Check check, List<String> notes) {
    this.in = in;
    this.check = check;
    this.notes.addAll(notes);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    try {
      var n = in.read(to, from, length);
      if (n < 0) {
        end(check.ended(bytes));
        return -1;
      }
      check.read(n);
      bytes += n;
      sha256.update(to, from, n);
      return n;
    } catch (IOException e) {
      end(message(e));
      throw e;
    } catch (RuntimeException e) { // archive readers throw these on damaged input
      end(message(e));
      throw new IOException(message(e), e);
    }
  }

  private void end(@Nullable String wrong) {
    ended = true;
    if (wrong != null) {
      whole = false;
      notes.add(wrong);
    }
  }

  static String message(Exception e) {
    var message = e.getMessage();
    return message == null || message.isBlank() ? "damaged or truncated" : MemberName.text(message);
  }

  @Override
  public int available() {
    return ended ? 0 : 1;
  }

  /// Reads what was left unread and tells about the whole; never throws for the content's sake.
  public Facts finish() {
    var told = facts;
    if (told == null) {
      try {
        var buffer = new byte[ended ? 1 : 1 << 16];
        while (read(buffer, 0, buffer.length) >= 0) {
          // the hash covers everything
        }
      } catch (IOException e) {
        end(message(e));
      }
      told = new Facts(HexFormat.of().formatHex(sha256.digest()), bytes, whole, List.copyOf(notes));
      facts = told;
    }
    return told;
  }

  @Override
  public void close() throws IOException {
    finish();
    in.close();
  }
}
