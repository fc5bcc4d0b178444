package io.cofferdam.app.custody;

import io.cofferdam.aws.AwsAccounts;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.AwsReader;
import io.cofferdam.aws.LockedObjects;
import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.StoredCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Copies a custody item to where nobody can delete it before a day, and reads back what is held.
/// A stopped copy is gone on with by the same command: what is held already, with the same hash and
/// a retention at least as long, is not put again. Nothing is ever deleted.
///
/// Failure direction: a file that is not proved to be held makes the whole a failure, which is told
/// by name; then nothing goes to the case.
public final class WormStore {
  private static final int AT_A_TIME = 8;
  private static final int SHOWN = 5;
  private static final int LONGEST_KEY = 1024;
  private static final String VERSIONS = "versions.jsonl";

  private final StoreRequest request;

  public WormStore(StoreRequest request) {
    this.request = request;
  }

  /// Copies all files of a list that was just read from that folder.
  ///
  /// @throws CofferdamException CFD-APP-0248 to CFD-APP-0252 where the bucket is not fit for it, a
  ///     file too large, or something could not be stored or proved
  public StoredCopy store(EvidenceList list, Path folder) throws IOException {
    demandSmall(list);
    try (var clients = new AwsClients(request.endpoint(), request.patience())) {
      clients.useProfile(AwsAccounts.UNKNOWN, request.profile());
      var reader = new AwsReader(clients);
      var account = new AwsAccounts(reader).caller();
      clients.useProfile(account, request.profile());
      var bucket = LockedBucket.find(reader, account, request);
      var put = new LockedPut(new LockedObjects(clients, account, bucket));
      var versions = all(list.lines(), folder, put);
      return finish(list, account, bucket, put, versions);
    }
  }

  private static void demandSmall(EvidenceList list) {
    var large = list.lines().stream().filter(each -> each.bytes() > LockedObjects.LARGEST).toList();
    if (!large.isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0251",
          ErrorCategory.LIMIT_REACHED,
          large.size()
              + " files are larger than one put takes, first `"
              + Captured.plain(large.getFirst().path())
              + "` [at most 5 GiB each]",
          "nothing was put; store these by other means with their SHA-256, and note it in the case");
    }
  }

  /// The version of each path.
  private Map<String, String> all(List<EvidenceList.Line> lines, Path folder, LockedPut put) {
    var versions = new ConcurrentSkipListMap<String, String>();
    var faults = new ConcurrentSkipListMap<String, String>();
    var next = new AtomicInteger();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new CompletableFuture<?>[AT_A_TIME];
      for (int i = 0; i < AT_A_TIME; i++) {
        workers[i] =
            CompletableFuture.runAsync(
                () -> {
                  for (int at; (at = next.getAndIncrement()) < lines.size(); ) {
                    var line = lines.get(at);
                    switch (put.hold(object(line, folder))) {
                      case LockedPut.Held held -> versions.put(line.path(), held.version());
                      case LockedPut.NotHeld not -> faults.put(line.path(), not.why());
                    }
                  }
                },
                pool);
      }
      CompletableFuture.allOf(workers).join();
    } catch (CompletionException failed) {
      throw new CofferdamBug("storing failed", failed);
    }
    demandNone(faults);
    return versions;
  }

  private void demandNone(Map<String, String> faults) {
    if (!faults.isEmpty()) {
      var shown =
          faults.entrySet().stream()
              .limit(SHOWN)
              .map(each -> "`" + Captured.plain(each.getKey()) + "`: " + each.getValue())
              .toList();
      throw new CofferdamException(
          "CFD-APP-0252",
          ErrorCategory.UNAVAILABLE,
          faults.size()
              + " files are not proved to be held in `"
              + request.bucket()
              + "`: "
              + String.join("; ", shown)
              + " [each held with its SHA-256, in compliance mode]",
          "nothing was recorded; the same command goes on with what is not held");
    }
  }

  private StoredCopy finish(
      EvidenceList list,
      String account,
      LockedObjects.Bucket bucket,
      LockedPut put,
      Map<String, String> versions)
      throws IOException {
    var bytes = versionList(list, versions);
    var sha256 = Hash.sha256(bytes).hex();
    var key = request.prefix() + VERSIONS;
    var part = Files.createTempFile("cofferdam-versions", ".jsonl");
    try {
      Files.write(part, bytes);
      var held =
          put.hold(new LockedObjects.Put(key, part, bytes.length, sha256, request.retainUntil()));
      return switch (held) {
        case LockedPut.Held it ->
            new StoredCopy(
                account,
                bucket.name(),
                bucket.region(),
                request.prefix(),
                list.lines().size(),
                list.bytes(),
                request.retainUntil(),
                key,
                it.version(),
                sha256);
        case LockedPut.NotHeld not -> {
          demandNone(Map.of(VERSIONS, not.why()));
          throw new CofferdamBug("a fault that was not told");
        }
      };
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private byte[] versionList(EvidenceList list, Map<String, String> versions) {
    var out = new ByteArrayOutputStream();
    for (var line : list.lines()) {
      var json =
          new Json.Members(
              Map.of(
                  "path", Json.of(line.path()),
                  "key", Json.of(key(line)),
                  "version", Json.of(Optional.ofNullable(versions.get(line.path())).orElse("")),
                  "sha256", Json.of(line.sha256()),
                  "bytes", Json.of(line.bytes()),
                  "retainUntil", Json.of(request.retainUntil().toString())));
      out.writeBytes(json.canonicalBytes());
      out.write('\n');
    }
    return out.toByteArray();
  }

  private LockedObjects.Put object(EvidenceList.Line line, Path folder) {
    return new LockedObjects.Put(
        key(line), folder.resolve(line.path()), line.bytes(), line.sha256(), request.retainUntil());
  }

  /// A path too long for a key is named by its hash; the list of versions tells which it is.
  private String key(EvidenceList.Line line) {
    var key = request.prefix() + "files/" + line.path();
    var hash = Hash.sha256(line.path().getBytes(StandardCharsets.UTF_8)).hex();
    return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
        ? key
        : request.prefix() + "long/" + hash;
  }
}
