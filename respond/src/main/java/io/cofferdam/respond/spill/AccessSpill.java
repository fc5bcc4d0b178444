package io.cofferdam.respond.spill;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.event.ObjectAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Object accesses on disk in [#PARTITIONS] files: all lines that share a request id lie in the
/// same file, so that one file at a time can be joined in memory.
///
/// Writing is safe from several threads; what is read is what was written before. The files lie
/// in a folder of their own under the one given, and closing deletes it. Memory: some 4 MiB of
/// buffers, what repeats, and one partition when read.
public final class AccessSpill implements AutoCloseable {
  public static final int PARTITIONS = 256;
  private static final int BUFFER = 1 << 14;

  private final Path folder;
  private final AccessCodec codec = new AccessCodec();
  private final @Nullable Partition[] partitions = new @Nullable Partition[PARTITIONS];
  private final AtomicLong size = new AtomicLong();
  private final ThreadLocal<Bytes> buffers = ThreadLocal.withInitial(Bytes::new);

  /// @param parent an existing folder on a disk with room: some 250 bytes an access
  public AccessSpill(Path parent) {
    try {
      folder = Files.createTempDirectory(parent, "accesses");
    } catch (IOException cannot) {
      throw broken("a folder for temporary files cannot be made", cannot);
    }
  }

  /// Writes the access; `join` is what lines of one request have in common.
  public void add(ObjectAccess access, String join) {
    var bytes = buffers.get();
    bytes.clear();
    codec.write(access, bytes);
    int at = spread(join.hashCode()) & (PARTITIONS - 1);
    partition(at).write(bytes);
    size.incrementAndGet();
  }

  public long size() {
    return size.get();
  }

  /// Hands over one partition after the other, each as a list of its accesses as written.
  public void forEachPartition(Consumer<List<ObjectAccess>> each) {
    for (int i = 0; i < PARTITIONS; i++) {
      var partition = partitions[i];
      if (partition != null) {
        each.accept(partition.readAll());
      }
    }
  }

  @Override
  public void close() {
    IOException first = null;
    for (var partition : partitions) {
      try {
        if (partition != null) {
          partition.delete();
        }
      } catch (IOException cannot) {
        first = first == null ? cannot : first;
      }
    }
    try {
      Files.deleteIfExists(folder);
    } catch (IOException cannot) {
      first = first == null ? cannot : first;
    }
    if (first != null) {
      throw broken("temporary files cannot be deleted", first);
    }
  }

  private Partition partition(int at) {
    synchronized (partitions) {
      var partition = partitions[at];
      if (partition == null) {
        partition = new Partition(folder.resolve("part-" + at));
        partitions[at] = partition;
      }
      return partition;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }

  private static CofferdamException broken(String what, IOException why) {
    return new CofferdamException(
        "CFD-RESPOND-0101",
        ErrorCategory.UNAVAILABLE,
        what + " [a writable folder with some 250 bytes for each object access]",
        "give another folder for temporary files, or make room",
        why);
  }

  /// One file, made when its buffer is first full; small amounts never reach the disk.
  private final class Partition {
    private final Path file;
    private byte[] buffer = new byte[1 << 9];
    private int filled;
    private @Nullable OutputStream out;
    private int count;

    Partition(Path file) {
      this.file = file;
    }

    synchronized void write(Bytes bytes) {
      int length = bytes.length();
      if (filled + length + 4 > BUFFER) {
        flush();
      }
      if (filled + length + 4 > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + length + 4));
      }
      ByteBuffer.wrap(buffer).putInt(filled, length);
      System.arraycopy(bytes.array(), 0, buffer, filled + 4, length);
      filled += length + 4;
      count++;
    }

    private void flush() {
      try {
        if (out == null) {
          out = Files.newOutputStream(file);
        }
        out.write(buffer, 0, filled);
        filled = 0;
      } catch (IOException cannot) {
        throw broken("a temporary file cannot be written", cannot);
      }
    }

    synchronized List<ObjectAccess> readAll() {
      var all = new ArrayList<ObjectAccess>(count);
      var bytes = new Bytes();
      try {
        if (out != null) {
          takeAll(Files.readAllBytes(file), bytes, all);
        }
        takeAll(Arrays.copyOf(buffer, filled), bytes, all);
        return all;
      } catch (IOException cannot) {
        throw broken("a temporary file cannot be read", cannot);
      }
    }

    /// Flushes end behind an access, so each of the two parts is whole.
    private void takeAll(byte[] written, Bytes bytes, List<ObjectAccess> all) {
      var lengths = ByteBuffer.wrap(written);
      for (int at = 0; at < written.length; ) {
        int length = lengths.getInt(at);
        bytes.read(written, at + 4, length);
        all.add(codec.read(bytes));
        at += 4 + length;
      }
    }

    synchronized void delete() throws IOException {
      if (out != null) {
        out.close();
        Files.deleteIfExists(file);
      }
    }
  }
}
