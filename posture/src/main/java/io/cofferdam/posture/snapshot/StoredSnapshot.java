package io.cofferdam.posture.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.collect.AnswerSource;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.UnaskedAccount;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Answers from a snapshot instead of a cloud. A call that the snapshot does not hold was not made:
/// the plan has grown since it was taken, or it was not taken to its end.
public final class StoredSnapshot implements AnswerSource {
  private static final int OBJECT_AT_MOST = 256 << 20;
  private static final int MANIFEST_AT_MOST = 64 << 20;

  /// A line has the names of one call and at most a page's token.
  private static final int LINE_AT_MOST = 16 << 20;

  private final Path folder;
  private final Map<CallRequest, CallRecord> calls;
  private final long undecodable;
  private final Optional<JsonNode> manifest;

  private StoredSnapshot(
      Path folder,
      Map<CallRequest, CallRecord> calls,
      long undecodable,
      Optional<JsonNode> manifest) {
    this.folder = folder;
    this.calls = calls;
    this.undecodable = undecodable;
    this.manifest = manifest;
  }

  /// Opens a snapshot, finished or not.
  ///
  /// @throws CofferdamException CFD-POSTURE-0005 where the folder holds none, CFD-POSTURE-0006
  ///     where the journal is not the one that the manifest was made for
  public static StoredSnapshot open(Path folder) {
    var journal = SnapshotFolder.journal(folder);
    if (!Files.isRegularFile(journal)) {
      throw none(folder);
    }
    var calls = new HashMap<CallRequest, CallRecord>();
    var undecodable = 0L;
    try (var lines = new BoundedLines(Files.newBufferedReader(journal), LINE_AT_MOST)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        var call = Journal.read(line);
        if (call.isPresent()) {
          calls.merge(call.get().request(), call.get(), StoredSnapshot::better);
        } else if (!line.isBlank()) {
          undecodable++;
        }
      }
      return new StoredSnapshot(folder, calls, undecodable, manifest(folder));
    } catch (MalformedInputException | JsonProcessingException | BoundedLines.TooLong bad) {
      throw changed(folder);
    } catch (IOException bad) {
      throw none(folder);
    }
  }

  /// A later answer replaces an earlier one, but nothing replaces an answer by none.
  private static CallRecord better(CallRecord before, CallRecord after) {
    return before.outcome().conclusive() && !after.outcome().conclusive() ? before : after;
  }

  private static Optional<JsonNode> manifest(Path folder) throws IOException {
    var file = SnapshotFolder.manifest(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = SnapshotFolder.bytes(file, MANIFEST_AT_MOST);
    } catch (IOException noFile) {
      throw changed(folder);
    }
    var manifest = Journal.JSON.readTree(bytes);
    var hash = SnapshotFolder.hash(SnapshotFolder.journal(folder));
    if (!manifest.path("journal").asText().equals(hash)) {
      throw changed(folder);
    }
    return Optional.of(manifest);
  }

  @Override
  public CallAnswer ask(CallPlan plan, CallRequest request) {
    return find(request)
        .orElseGet(
            () ->
                CallAnswer.without(
                    CallOutcome.UNREACHED,
                    "",
                    finished()
                        ? "the snapshot is of a version that did not make this call"
                        : "the snapshot was not taken to its end",
                    "",
                    0));
  }

  /// The answer to a call, where the snapshot holds it. An answer that a power cut damaged while
  /// the snapshot was taken is none.
  public Optional<CallAnswer> find(CallRequest request) {
    return Optional.ofNullable(calls.get(request))
        .filter(call -> finished() || call.object().isEmpty() || intact(call.object()))
        .map(
            call ->
                new CallAnswer(
                    call.outcome(),
                    call.object().isEmpty() ? MissingNode.getInstance() : body(call.object()),
                    call.errorCode(),
                    call.message(),
                    call.requestId(),
                    call.attempts()));
  }

  private boolean intact(String hash) {
    var file = SnapshotFolder.object(folder, hash);
    try {
      return SnapshotFolder.hash(SnapshotFolder.bytes(file, OBJECT_AT_MOST)).equals(hash);
    } catch (IOException missing) {
      return false;
    }
  }

  private JsonNode body(String hash) {
    var file = SnapshotFolder.object(folder, hash);
    try {
      var bytes = SnapshotFolder.bytes(file, OBJECT_AT_MOST);
      if (!SnapshotFolder.hash(bytes).equals(hash)) {
        throw changed(folder);
      }
      return Journal.JSON.readTree(bytes);
    } catch (IOException bad) {
      throw changed(folder);
    }
  }

  /// Whether it was taken to its end.
  public boolean finished() {
    return manifest.isPresent();
  }

  /// Lines of the journal that are no calls.
  public long undecodable() {
    return undecodable;
  }

  /// The places that were asked; of an unfinished snapshot, those of its calls.
  public List<Place> places() {
    var places = new ArrayList<Place>();
    manifest.ifPresent(
        found ->
            found
                .path("places")
                .forEach(
                    one -> {
                      var regions = new ArrayList<String>();
                      one.path("regions").forEach(region -> regions.add(region.asText()));
                      places.add(
                          new Place(
                              one.path("account").asText(), one.path("home").asText(), regions));
                    }));
    if (places.isEmpty()) {
      calls.keySet().stream()
          .map(CallRequest::account)
          .distinct()
          .sorted()
          .forEach(account -> places.add(new Place(account, "us-east-1", regions(account))));
    }
    return places;
  }

  /// The accounts that were to be asked and could not be.
  public List<UnaskedAccount> unasked() {
    var unasked = new ArrayList<UnaskedAccount>();
    manifest.ifPresent(
        found ->
            found
                .path("unasked")
                .forEach(
                    one ->
                        unasked.add(
                            new UnaskedAccount(
                                one.path("account").asText(), one.path("why").asText()))));
    return unasked;
  }

  private List<String> regions(String account) {
    return calls.keySet().stream()
        .filter(call -> call.account().equals(account) && !call.region().isEmpty())
        .map(CallRequest::region)
        .distinct()
        .sorted()
        .toList();
  }

  /// When it was ended, or begun where it is not finished.
  public Instant takenAt() {
    var told = manifest.map(found -> found.path("ended").asText()).orElse("");
    try {
      return Instant.parse(told);
    } catch (DateTimeException none) {
      return calls.values().stream()
          .map(CallRecord::at)
          .max(Instant::compareTo)
          .orElse(Instant.EPOCH);
    }
  }

  /// Makes sure that every answer is there and the one that was given.
  ///
  /// @return the hashes of all answers, in order
  /// @throws CofferdamException CFD-POSTURE-0006 where one is not
  public SortedSet<String> intactObjects() {
    var hashes = new TreeSet<String>();
    calls.values().stream()
        .map(CallRecord::object)
        .filter(object -> !object.isEmpty())
        .forEach(hashes::add);
    if (!hashes.stream().allMatch(this::intact)) {
      throw changed(folder);
    }
    return hashes;
  }

  /// All calls, in no order.
  public List<CallRecord> calls() {
    return List.copyOf(calls.values());
  }

  private static CofferdamException none(Path folder) {
    return new CofferdamException(
        "CFD-POSTURE-0005",
        ErrorCategory.INVALID_INPUT,
        "`" + folder + "` holds no snapshot [a folder with calls.jsonl and objects/]",
        "name the folder that `scan aws --snapshot-out` made");
  }

  private static CofferdamException changed(Path folder) {
    return new CofferdamException(
        "CFD-POSTURE-0006",
        ErrorCategory.INVALID_INPUT,
        "the snapshot `" + folder + "` was changed after it was taken: a hash does not fit",
        "take it again, or use a copy that was kept apart");
  }
}
