package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A ledger in a folder, written by one process at a time.
///
/// A batch is committed by renaming the new `checkpoint` into place, after every file it needs is
/// on the disk. No file that an older checkpoint needs is ever written to, so a crash at any byte
/// leaves the older checkpoint whole; what it left beyond is set aside on opening ([Recovery]).
/// Threads that append while a batch is being committed share the next one, so nobody waits longer
/// than for two commits.
public final class FileLedger implements Ledger {
  public static final String CHECKPOINT = "checkpoint";
  static final String LOCK = "lock";
  static final int LARGEST_BATCH = 1000;
  private static final int LARGEST_NOTE = 64 << 10;
  private static final long PAUSE_NANOS = 10_000_000;

  private final Path folder;
  private final SigningKey key;
  private final SecureRandom random;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final DurableFiles disk;
  private final Recovery recovery;
  private final TreeEdge edge;
  private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock committing = new ReentrantLock();
  private volatile Checkpoint head;
  private volatile @Nullable CofferdamException broken;

  private static final class Pending {
    private final Fact fact;
    private @Nullable Receipt receipt;
    private @Nullable CofferdamException failure;

    private Pending(Fact fact) {
      this.fact = fact;
    }
  }

  private FileLedger(
      Path folder, SigningKey key, SecureRandom random, FileChannel lockChannel, FileLock lock)
      throws IOException {
    this.folder = folder;
    this.key = key;
    this.random = random;
    this.lockChannel = lockChannel;
    this.lock = lock;
    this.disk = new DurableFiles(folder);
    this.head = readOrStart();
    this.edge = TreeEdge.resume(LedgerFiles.in(folder), head.size());
    if (!edge.root().equals(head.root())) {
      throw new IOException("its tiles do not add up to its checkpoint");
    }
    this.recovery = new Quarantine(folder, head.size()).sweep();
  }

  /// Opens the ledger in a folder, or starts one there, and takes the folder's lock.
  ///
  /// @throws CofferdamException when another process holds it, or the ledger is damaged: then
  ///     nothing is changed
  public static FileLedger open(Path folder, SigningKey key, SecureRandom random) {
    return open(folder, key, random, Duration.ZERO);
  }

  /// As [#open(Path, SigningKey, SecureRandom)], waiting for another process at most so long.
  public static FileLedger open(
      Path folder, SigningKey key, SecureRandom random, Duration patience) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new FileLedger(folder, key, random, channel, lock(channel, folder, patience));
    } catch (IOException e) {
      closeQuietly(channel);
      throw new CofferdamException(
          "CFD-EVIDENCE-0003",
          ErrorCategory.UNAVAILABLE,
          "the ledger in `" + folder + "` cannot be opened: " + e.getMessage(),
          "check it with the verifier; continue in a new folder, and keep this one as it is",
          e);
    } catch (CofferdamException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel, Path folder, Duration patience)
      throws IOException {
    var until = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        var lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException e) {
        // Held by this process: the same answer.
      }
      if (System.nanoTime() >= until) {
        throw new CofferdamException(
            "CFD-EVIDENCE-0004",
            ErrorCategory.UNAVAILABLE,
            "the ledger in `" + folder + "` is being written by another process [one writer]",
            "wait until it has ended, or use another folder");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Checkpoint readOrStart() throws IOException {
    var file = folder.resolve(CHECKPOINT);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      var note = SignedNote.parse(LedgerFiles.in(folder).read(CHECKPOINT, LARGEST_NOTE));
      if (note.signedBy(key.verifier()) != SignedNote.Signed.VALID) {
        throw new IOException("its checkpoint is not signed by `" + key.verifier().name() + "`");
      }
      return Checkpoint.parse(note.text());
    }
    if (Files.exists(folder.resolve("tile")) || Files.exists(folder.resolve("payloads"))) {
      throw new NoSuchFileException("there are entries and no checkpoint");
    }
    var id = new byte[8];
    random.nextBytes(id);
    var origin = "cofferdam/ledger-" + HexFormat.of().formatHex(id);
    var empty = new Checkpoint(origin, 0, Hash.sha256(new byte[0]));
    disk.replace(CHECKPOINT, bytes(empty));
    return empty;
  }

  private byte[] bytes(Checkpoint checkpoint) {
    return checkpoint.sign(key).format().getBytes(StandardCharsets.UTF_8);
  }

  public Path folder() {
    return folder;
  }

  public Recovery recovery() {
    return recovery;
  }

  @Override
  public Checkpoint checkpoint() {
    return head;
  }

  @Override
  public Receipt append(Fact fact) {
    return await(List.of(new Pending(fact))).getFirst();
  }

  @Override
  public List<Receipt> appendAll(List<Fact> facts) {
    return await(facts.stream().map(Pending::new).toList());
  }

  private List<Receipt> await(List<Pending> mine) {
    waiting.addAll(mine);
    committing.lock();
    try {
      while (mine.stream().anyMatch(p -> p.receipt == null && p.failure == null)) {
        commitNext();
      }
    } finally {
      committing.unlock();
    }
    var receipts = new ArrayList<Receipt>();
    for (var each : mine) {
      if (each.receipt == null) {
        throw refusal(each.failure);
      }
      receipts.add(each.receipt);
    }
    return receipts;
  }

  private void commitNext() {
    var batch = new ArrayList<Pending>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
      if (batch.size() == LARGEST_BATCH) {
        break;
      }
    }
    if (broken != null) {
      batch.forEach(each -> each.failure = broken);
      return;
    }
    try {
      commit(encodable(batch));
    } catch (IOException | RuntimeException e) {
      broken = refusal(e);
      batch.forEach(each -> each.failure = each.failure == null ? broken : each.failure);
    }
  }

  /// A fact that cannot be encoded is refused alone; the others of its batch go on.
  private List<Encoded> encodable(List<Pending> batch) {
    var good = new ArrayList<Encoded>();
    for (var each : batch) {
      try {
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        var index = edge.size() + good.size();
        var payload = Payload.of(index, salt, each.fact.payload()).line();
        good.add(new Encoded(each, LedgerEntry.of(each.fact, salt).canonicalBytes(), payload));
      } catch (CofferdamException e) {
        each.failure = e;
      }
    }
    return good;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Encoded(Pending pending, byte[] entry, byte[] payload) {}

  private void commit(List<Encoded> batch) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    var first = edge.size();
    var payloads = new ByteArrayOutputStream();
    for (var each : batch) {
      payloads.writeBytes(each.payload());
      payloads.write('\n');
    }
    disk.create(PayloadFolder.file(first), payloads.toByteArray());
    var leaves = new ArrayList<Hash>();
    var files = edge.add(batch.stream().map(Encoded::entry).toList(), leaves);
    for (var file : files.entrySet()) {
      disk.create(file.getKey().path(), file.getValue());
    }
    disk.forceFolders();
    var next = new Checkpoint(head.origin(), edge.size(), edge.root());
    disk.replace(CHECKPOINT, bytes(next));
    head = next;
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).pending().receipt = new Receipt(first + i, leaves.get(i), next.size());
    }
    dropPartials(files);
  }

  /// A full tile replaces the partial ones in its place (C2SP tlog-tiles, partial tiles).
  private void dropPartials(Map<TilePath, byte[]> files) throws IOException {
    for (var path : files.keySet()) {
      var partials = folder.resolve(path.full() + ".p");
      if (path.width() == TilePath.FULL && Files.isDirectory(partials)) {
        try (var old = Files.list(partials)) {
          for (var file : old.toList()) {
            Files.deleteIfExists(file);
          }
        }
        Files.deleteIfExists(partials);
      }
    }
  }

  private static CofferdamException refusal(@Nullable Throwable cause) {
    if (cause instanceof CofferdamException already) {
      return already;
    }
    return new CofferdamException(
        "CFD-EVIDENCE-0005",
        ErrorCategory.UNAVAILABLE,
        "the ledger could not make an entry durable; what it was to record must not happen",
        "mend the disk (space, permissions) and open the ledger again",
        cause == null ? new IOException("no cause") : cause);
  }

  @Override
  public void close() {
    committing.lock();
    try {
      if (broken == null) {
        broken =
            new CofferdamException(
                "CFD-EVIDENCE-0006",
                ErrorCategory.UNAVAILABLE,
                "the ledger is closed",
                "open it again before appending");
      }
      lock.release();
    } catch (IOException e) {
      // The channel's closing releases it as well.
    } finally {
      closeQuietly(lockChannel);
      committing.unlock();
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Nothing was written through it.
    }
  }
}
