package io.cofferdam.app.scan;

import io.cofferdam.app.BuildInfo;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.AwsReader;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.collect.LiveAnswers;
import io.cofferdam.posture.collect.Patience;
import io.cofferdam.posture.collect.PatientReader;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Ticker;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.scene.Scene;
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
import java.util.Set;

/// A scan of an AWS account. Every call only reads.
public final class LiveScan {
  private final Clock clock;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  public LiveScan(Clock clock, Progress progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /// Reads the account of the credentials, or all of its organisation, and judges it.
  ///
  /// @throws CofferdamException where AWS does not say whose account it is, or in which regions;
  ///     and where the folder for the snapshot holds something else
  public ScanResult of(ScanRequest request) throws IOException {
    var begun = clock.instant();
    var plan = CollectPlan.shipped("aws");
    try (var clients = new AwsClients(request.endpoint(), request.patience())) {
      var patience = request.endpoint().isPresent() ? Patience.NEAR : Patience.USUAL;
      var reader = new PatientReader(new AwsReader(clients), plan, patience, Ticker.SYSTEM);
      var asked = AskedAccounts.of(request, clients, reader);
      if (request.snapshotOut().isEmpty()) {
        var answers = new LiveAnswers(reader, Optional.empty(), Optional.empty(), clock::instant);
        return judged(request, plan, answers, asked, reader);
      }
      var folder = request.snapshotOut().get();
      var earlier = earlier(folder, asked);
      try (var writer = new SnapshotWriter(folder)) {
        var answers = new LiveAnswers(reader, Optional.of(writer), earlier, clock::instant);
        var result = judged(request, plan, answers, asked, reader);
        writer.finish(
            "aws",
            "cofferdam " + BuildInfo.version(),
            asked.places(),
            asked.unasked(),
            begun,
            clock.instant());
        return result;
      }
    }
  }

  private ScanResult judged(
      ScanRequest request,
      CollectPlan plan,
      LiveAnswers answers,
      AskedAccounts asked,
      PatientReader reader) {
    var inventory = Traversal.walk(plan, answers, asked.places(), progress, notes::add);
    reader.trouble().ifPresent(notes::add);
    notes.addAll(CrossChecks.of(inventory, asked.places()));
    var scene = new Scene(inventory, request.map(), clock.instant(), request.reviews());
    return ScanResult.judged(scene, asked.places(), asked.unasked(), notes);
  }

  /// The unfinished snapshot of an earlier run, which is gone on with.
  private Optional<StoredSnapshot> earlier(Path folder, AskedAccounts asked) throws IOException {
    if (!Files.exists(folder) || hardlyBegun(folder)) {
      return Optional.empty();
    }
    var snapshot = StoredSnapshot.open(folder);
    var calls = snapshot.calls();
    if (snapshot.finished()
        || calls.stream().anyMatch(call -> !asked(call.request().account(), asked))) {
      throw new CofferdamException(
          "CFD-APP-0072",
          ErrorCategory.INVALID_INPUT,
          "`"
              + folder
              + "` holds a snapshot that is finished or of other accounts [a new folder, or an"
              + " unfinished snapshot of these accounts]",
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

  /// Empty, or made by a run that was stopped before its first call.
  private static boolean hardlyBegun(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var inside = Files.list(folder)) {
      return inside
          .map(each -> each.getFileName() + "")
          .allMatch(Set.of("objects", ".lock")::contains);
    }
  }

  private static boolean asked(String account, AskedAccounts asked) {
    return asked.places().stream().anyMatch(place -> place.account().equals(account));
  }
}
