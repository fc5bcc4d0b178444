package io.cofferdam.drill.aws;

import io.cofferdam.drill.text.ByteText;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Hashes and compresses composed files, on a thread of its own for large drills, so that the next
/// file is composed meanwhile. At most four sheets are in use at a time, which bounds the memory;
/// what is written does not depend on the threads.
final class Press implements AutoCloseable {
  private static final int SHEETS = 4;

  private final @Nullable ExecutorService worker;
  private final Deque<ByteText> free = new ArrayDeque<>();
  private final List<Future<?>> running = new ArrayList<>();
  private int made;

  private Press(@Nullable ExecutorService worker) {
    this.worker = worker;
  }

  /// Works on the caller's thread.
  static Press inline() {
    return new Press(null);
  }

  /// Works on one thread beside the caller's.
  static Press apart() {
    return new Press(Executors.newSingleThreadExecutor());
  }

  /// An empty sheet; waits for one where all are in use.
  ByteText sheet() {
    while (true) {
      synchronized (free) {
        var sheet = free.poll();
        if (sheet != null) {
          sheet.clear();
          return sheet;
        }
        if (made < SHEETS || running.isEmpty()) {
          made++;
          return new ByteText(1 << 18);
        }
      }
      await(running.removeFirst());
    }
  }

  /// The hash of a sheet, once it is computed.
  Future<String> hash(ByteText sheet) {
    if (worker == null) {
      return CompletableFuture.completedFuture(Digests.sha256(sheet));
    }
    return worker.submit(() -> Digests.sha256(sheet));
  }

  /// Gives a sheet back once everything asked of it before is done.
  void release(ByteText sheet) {
    run(() -> giveBack(sheet));
  }

  /// Compresses a sheet into a stream, closes the stream and gives the sheet back.
  void print(OutputStream file, ByteText sheet) {
    run(
        () -> {
          try (file;
              var out = new Gzip(file)) {
            sheet.writeTo(out, 0, sheet.length());
          } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
          }
          giveBack(sheet);
        });
  }

  private void giveBack(ByteText sheet) {
    synchronized (free) {
      free.add(sheet);
    }
  }

  private void run(Runnable work) {
    if (worker == null) {
      work.run();
    } else {
      running.removeIf(task -> task.state() == Future.State.SUCCESS);
      running.add(worker.submit(work));
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CofferdamBug("interrupted while writing a drill", stop);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UncheckedIOException unwritable) {
        throw unwritable;
      }
      throw new CofferdamBug("a drill's file could not be composed", failed);
    }
  }

  /// Waits until everything is written.
  @Override
  public void close() {
    if (worker == null) {
      return;
    }
    try {
      running.forEach(Press::await);
    } finally {
      worker.close();
    }
  }
}
