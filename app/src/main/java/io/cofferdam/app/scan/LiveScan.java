package io.cofferdam.app.scan;

import io.cofferdam.app.BuildInfo;
import io.cofferdam.aws.AwsAccounts;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.AwsReader;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.collect.LiveAnswers;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.snapshot.CallRecord;
import io.cofferdam.posture.snapshot.SnapshotWriter;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A scan of an AWS account. Every call only reads.
public final class LiveScan {
  private final Clock clock;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  public LiveScan(Clock clock, Progress progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /// Reads the account of the credentials and judges it.
  ///
  /// @throws CofferdamException where AWS does not say whose account it is, or in which regions;
  ///     and where the folder for the snapshot holds something else
  public ScanResult of(ScanRequest request) throws IOException {
    var begun = clock.instant();
    try (var clients = new AwsClients(request.endpoint())) {
      clients.useProfile(AwsAccounts.UNKNOWN, request.profile());
      var reader = new AwsReader(clients);
      var accounts = new AwsAccounts(reader);
      var account = accounts.caller();
      clients.useProfile(account, request.profile());
      var regions = request.regions().isEmpty() ? accounts.regions() : request.regions();
      var places = List.of(new Place(account, AwsAccounts.HOME, regions));
      var plan = CollectPlan.shipped("aws");
      if (request.snapshotOut().isEmpty()) {
        var answers = new LiveAnswers(reader, Optional.empty(), Optional.empty(), clock::instant);
        return ScanResult.judged(
            Traversal.walk(plan, answers, places, progress),
            request.map(),
            places,
            clock.instant(),
            notes);
      }
      var folder = request.snapshotOut().get();
      var earlier = earlier(folder, account);
      try (var writer = new SnapshotWriter(folder)) {
        var answers = new LiveAnswers(reader, Optional.of(writer), earlier, clock::instant);
        var inventory = Traversal.walk(plan, answers, places, progress);
        writer.finish("aws", "cofferdam " + BuildInfo.version(), places, begun, clock.instant());
        return ScanResult.judged(inventory, request.map(), places, clock.instant(), notes);
      }
    }
  }

  /// The unfinished snapshot of an earlier run, which is gone on with.
  private Optional<StoredSnapshot> earlier(Path folder, String account) throws IOException {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    if (Files.isDirectory(folder)) {
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return Optional.empty();
        }
      }
    }
    var snapshot = StoredSnapshot.open(folder);
    var calls = snapshot.calls();
    if (snapshot.finished()
        || calls.stream().anyMatch(call -> !call.request().account().equals(account))) {
      throw new CofferdamException(
          "CFD-APP-0072",
          ErrorCategory.INVALID_INPUT,
          "`"
              + folder
              + "` holds a snapshot that is finished or of another account [a new folder, or an"
              + " unfinished snapshot of this account]",
          "name a new folder with --snapshot-out");
    }
    var first =
        calls.stream().map(CallRecord::at).min(Comparator.naturalOrder()).map(Instant::toString);
    notes.add(
        "Goes on with an unfinished snapshot of "
            + calls.size()
            + " calls"
            + first.map(at -> ", the first at " + at).orElse("")
            + ": what changed since then is not seen.");
    return Optional.of(snapshot);
  }
}
