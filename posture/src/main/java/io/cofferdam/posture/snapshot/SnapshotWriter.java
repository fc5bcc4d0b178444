package io.cofferdam.posture.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.UnaskedAccount;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Writes a snapshot while it is taken. Every call is in the journal before its answer is used, so
/// what was stopped goes on where it stopped. Thread-safe.
public final class SnapshotWriter implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;
  private final BufferedWriter journal;

  /// @param folder is made where it is not there; an unfinished snapshot in it is gone on with
  /// @throws CofferdamException CFD-POSTURE-0003 where the folder cannot be written,
  ///     CFD-POSTURE-0012 where another run is writing it
  public SnapshotWriter(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder.resolve("objects"));
      this.lock = locked(folder);
      mend(SnapshotFolder.journal(folder));
      this.journal =
          Files.newBufferedWriter(
              SnapshotFolder.journal(folder),
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
    } catch (IOException bad) {
      throw unwritable(bad);
    }
  }

  /// The lock ends with the process, however it ends.
  private static FileChannel locked(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            SnapshotFolder.lock(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // told below
    }
    channel.close();
    throw new CofferdamException(
        "CFD-POSTURE-0012",
        ErrorCategory.UNAVAILABLE,
        "the snapshot `" + folder + "` is being written by another run",
        "wait until it has ended, or name another folder with --snapshot-out");
  }

  /// Ends a line that a kill cut off, so that the next one stands on its own.
  private static void mend(Path journal) throws IOException {
    if (!Files.exists(journal) || Files.size(journal) == 0) {
      return;
    }
    try (var channel = Files.newByteChannel(journal)) {
      channel.position(Files.size(journal) - 1);
      var last = ByteBuffer.allocate(1);
      channel.read(last);
      if (last.get(0) != '\n') {
        Files.writeString(journal, "\n", StandardOpenOption.APPEND);
      }
    }
  }

  /// Stores an answer and notes the call.
  public void write(CallRequest request, String permission, CallAnswer answer, Instant at) {
    try {
      var object = answer.body().isMissingNode() ? "" : store(answer.body());
      var line =
          Journal.line(
              new CallRecord(
                  request,
                  permission,
                  answer.outcome(),
                  answer.errorCode(),
                  answer.message(),
                  answer.requestId(),
                  answer.attempts(),
                  at,
                  object));
      synchronized (this) {
        journal.write(line);
        journal.write('\n');
        journal.flush();
      }
    } catch (IOException bad) {
      throw unwritable(bad);
    }
  }

  private String store(JsonNode body) throws IOException {
    var bytes = Journal.canonical(body);
    var hash = SnapshotFolder.hash(bytes);
    var file = SnapshotFolder.object(folder, hash);
    if (!whole(file, bytes)) {
      Files.createDirectories(file.getParent());
      var part = Files.createTempFile(file.getParent(), "", ".part");
      Files.write(part, bytes);
      move(part, file);
    }
    return hash;
  }

  /// Whether the same answer is there already, and a power cut left its bytes and not its size
  /// alone.
  private static boolean whole(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException plain) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Writes the manifest: from then on the snapshot is finished.
  public void finish(String provider, String tool, List<Place> places, Instant begun, Instant end) {
    finish(provider, tool, places, List.of(), begun, end);
  }

  /// The same where accounts were to be asked and could not be.
  ///
  /// @param unasked the accounts and why
  public void finish(
      String provider,
      String tool,
      List<Place> places,
      List<UnaskedAccount> unasked,
      Instant begun,
      Instant end) {
    try {
      close();
      var journalled = SnapshotFolder.journal(folder);
      var manifest = JsonNodeFactory.instance.objectNode();
      manifest.put("version", SnapshotFolder.VERSION);
      manifest.put("provider", provider);
      manifest.put("tool", tool);
      manifest.put("begun", begun.toString());
      manifest.put("ended", end.toString());
      var all = manifest.putArray("places");
      for (var place : places) {
        var one = all.addObject();
        one.put("account", place.account());
        one.put("home", place.home());
        var regions = one.putArray("regions");
        place.regions().forEach(regions::add);
      }
      var without = manifest.putArray("unasked");
      for (var each : unasked) {
        without.addObject().put("account", each.account()).put("why", each.why());
      }
      manifest.put("calls", lines(journalled));
      manifest.put("journal", SnapshotFolder.hash(journalled));
      sweep();
      var part = folder.resolve("manifest.part");
      Files.write(part, Journal.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      move(part, SnapshotFolder.manifest(folder));
      Files.deleteIfExists(SnapshotFolder.lock(folder));
    } catch (IOException bad) {
      throw unwritable(bad);
    }
  }

  /// Removes what killed runs left half written.
  private void sweep() throws IOException {
    try (var files = Files.walk(folder.resolve("objects"), 2)) {
      for (var file : files.filter(each -> each.toString().endsWith(".part")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static long lines(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.count();
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
    lock.close();
  }

  private CofferdamException unwritable(IOException bad) {
    return new CofferdamException(
        "CFD-POSTURE-0003",
        ErrorCategory.UNAVAILABLE,
        "the snapshot `" + folder + "` cannot be written: " + bad.getMessage(),
        "name a folder with room that may be written to with --snapshot-out",
        bad);
  }
}
