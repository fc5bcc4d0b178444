package io.cofferdam.app.readiness;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The changes that are tried on one store.
final class Candidates {
  static final String PEOPLE = "people-in-data-map";
  private static final String FREE = "nothing is logged that is not logged today";

  private final Subject subject;
  private final StoreLogs logs;
  private final List<Candidate> candidates = new ArrayList<>();

  private Candidates(Subject subject, StoreLogs logs) {
    this.subject = subject;
    this.logs = logs;
  }

  /// Those that the store does not have yet.
  static List<Candidate> of(Subject subject, StoreLogs logs) {
    var all = new Candidates(subject, logs);
    if (logs.store().kind() == ResourceKind.S3_BUCKET) {
      all.trails();
      all.serverAccess();
      all.inventory();
    } else {
      all.statements();
    }
    all.saidOfIt();
    return all.candidates;
  }

  private void trails() {
    for (var trail : logs.reaching()) {
      if (!trail.running() && trail.readsOf(bucket())) {
        logs(
            "start-trail",
            trail.id(),
            List.of("aws.trail.logging"),
            "the trail " + trail.name() + ", which would tell of reads, is stopped",
            "Start the trail " + trail.name() + ".",
            "aws cloudtrail start-logging --name " + trail.id(),
            logs.with(trail, TrailLogs::started),
            "",
            true);
      }
    }
    if (!logs.dataEvents()) {
      dataEvents();
    } else if (logs.reading().stream().noneMatch(TrailLogs::digests)) {
      var trail = logs.reading().getFirst();
      logs(
          "digest-files",
          trail.id(),
          List.of("aws.trail.integrity"),
          "the trail " + trail.name() + " writes no digest files that prove its logs whole",
          "Turn log file validation on for the trail " + trail.name() + ".",
          "aws cloudtrail update-trail --name " + trail.id() + " --enable-log-file-validation",
          logs.with(trail, TrailLogs::withDigests),
          "a digest file each hour and region, no events",
          false);
    }
  }

  private String bucket() {
    return logs.store().shortName();
  }

  private void dataEvents() {
    var change = new SelectorChange(logs);
    logs(
        "data-events",
        logs.store().id(),
        List.of("aws.s3.data-events"),
        change.lack(),
        change.words(),
        change.command(),
        change.changed(),
        "",
        true);
  }

  private void serverAccess() {
    if (logs.serverAccess()) {
      return;
    }
    logs(
        "server-access-logs",
        logs.store().id(),
        List.of("aws.s3.access-logging"),
        "server access logs are off",
        "Turn server access logs on for " + bucket() + ", into a bucket for logs.",
        "aws s3api put-bucket-logging --bucket "
            + bucket()
            + " --bucket-logging-status '{\"LoggingEnabled\":{\"TargetBucket\":\"LOG_BUCKET\","
            + "\"TargetPrefix\":\""
            + bucket()
            + "/\"}}'",
        logs.withServerAccess(),
        "",
        true);
  }

  private void inventory() {
    if (logs.inventory()) {
      return;
    }
    logs(
        "inventory",
        logs.store().id(),
        List.of(),
        "no inventory tells how many objects there are and how large they are",
        "Have an inventory of " + bucket() + " written each day, of all versions, with sizes.",
        "aws s3api put-bucket-inventory-configuration --bucket "
            + bucket()
            + " --id cofferdam --inventory-configuration '{\"Id\":\"cofferdam\",\"IsEnabled\":true,"
            + "\"IncludedObjectVersions\":\"All\",\"Schedule\":{\"Frequency\":\"Daily\"},"
            + "\"OptionalFields\":[\"Size\",\"LastModifiedDate\",\"ETag\"],\"Destination\":{"
            + "\"S3BucketDestination\":{\"Bucket\":\"arn:aws:s3:::LOG_BUCKET\",\"Format\":\"CSV\"}}}'",
        logs.withInventory(),
        "a list of all objects each day, no events",
        false);
  }

  private void statements() {
    if (!logs.statements()) {
      logs(
          "statement-log",
          logs.store().id(),
          List.of(),
          "its statements are not logged",
          "Log the statements of the database (pgaudit, audit plugin) and export the log.",
          "",
          logs.withStatements(),
          "an event for each statement; how many there are is in no configuration",
          false);
    }
  }

  private void logs(
      String id,
      String resource,
      List<String> controls,
      String lack,
      String change,
      String how,
      StoreLogs with,
      String cost,
      boolean logsReads) {
    candidates.add(
        new Candidate(id, resource, controls, lack, change, how, with, subject, cost, logsReads));
  }

  /// What the company could say of the store: how many people, and who is in which object.
  private void saidOfIt() {
    var store = subject.store();
    if (store.personalData() == Ternary.FALSE) {
      return;
    }
    if (store.people().isEmpty() && subject.map().subjects().isEmpty()) {
      said(
          PEOPLE,
          "nothing tells whose data it holds",
          "Say in the data map how many people of which countries it holds.",
          subject.described(described(store)));
    } else if (subject.map().subjects().isEmpty()) {
      long people = store.people().values().stream().mapToLong(Long::longValue).sum();
      said(
          "subject-index",
          "no subject index tells whose data is in which object",
          "Build a subject index: which object holds whose data, as keyed hashes.",
          subject.withIndex(new EvenIndex(subject, people)));
    }
  }

  private void said(String id, String lack, String change, Subject with) {
    candidates.add(
        new Candidate(id, logs.store().id(), List.of(), lack, change, "", logs, with, FREE, false));
  }

  /// The store with people of an invented number: that they get a limit is told, not which.
  private static Store described(Store store) {
    return new Store(
        store.name(),
        store.resource(),
        store.prefix(),
        store.role(),
        store.dataClasses(),
        Ternary.TRUE,
        Map.of("ZZ", 1L),
        store.readers(),
        store.regions(),
        store.artefact(),
        store.encrypted(),
        store.objects(),
        store.surfaces());
  }
}
