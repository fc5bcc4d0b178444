package io.cofferdam.respond.scope;

import io.cofferdam.model.Narrowing;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.respond.reads.ReadFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Names the inputs that would narrow the result most, best first. The gain is how far the width
/// of a bound could shrink at best: people where they are counted, else objects.
final class Narrower {
  private static final int SHOWN = 20;

  private final ReadFindings findings;
  private final List<ResourceCount> resources;
  private final People people;
  private final List<Narrowing> found = new ArrayList<>();

  Narrower(ReadFindings findings, List<ResourceCount> resources, People people) {
    this.findings = findings;
    this.resources = resources;
    this.people = people;
  }

  List<Narrowing> narrowings() {
    boolean noMap = findings.question().dataMap().stores().isEmpty();
    if (noMap && resources.stream().anyMatch(r -> r.objects().atMost() > 0)) {
      found.add(
          new Narrowing(
              "a data map: which store holds what, of how many people in which countries",
              "people, countries and data classes can be counted; so far only objects are",
              Bounds.UNBOUNDED));
    }
    for (var store : people.blind()) {
      found.add(
          new Narrowing(
              "for " + store + ": people per country in the data map, or a subject index",
              "people concerned get an upper limit",
              Bounds.UNBOUNDED - 1));
    }
    resources.stream().filter(ResourceCount::counted).forEach(this::resource);
    if (!noMap
        && findings.question().dataMap().subjects().isEmpty()
        && people.people().width() > 0
        && people.people().bounded()) {
      found.add(
          new Narrowing(
              "a subject index: which object holds whose data (CSV, keyed hashes)",
              "people are counted by the objects read, not by a store's total",
              people.people().width()));
    }
    if (people.unresolved() > 0) {
      found.add(
          new Narrowing(
              "residences of the " + people.unresolved() + " people marked ZZ",
              "they count in one country, not in the upper limit of every one",
              people.unresolved()));
    }
    found.sort(Comparator.comparingLong(Narrowing::gain).reversed());
    return found.stream().limit(SHOWN).toList();
  }

  private void resource(ResourceCount resource) {
    long width = resource.objects().width();
    if (width == 0) {
      return;
    }
    var store = resource.reads();
    var name = store.store().shortName();
    undecided(resource);
    long unlogged =
        resource.objects().bounded()
            ? resource.objects().atMost()
                - resource.units().stream().mapToLong(StoreCount::touched).sum()
            : Bounds.UNBOUNDED - 2;
    if (resource.unlogged().none() || unlogged <= 0) {
      inParts(resource);
      return;
    }
    var when = resource.unlogged().possible().words();
    switch (store.store().kind()) {
      case S3_BUCKET -> bucket(resource, name, when, unlogged);
      case AZURE_CONTAINER ->
          found.add(
              new Narrowing(
                  "storage logs (StorageBlobLogs) of " + name + " for " + when,
                  "reads without a log become visible",
                  unlogged));
      case DATABASE ->
          found.add(
              new Narrowing(
                  "audit logs of " + name + " for " + when,
                  "statements become visible; so far any table may have been read",
                  unlogged));
      case EBS_SNAPSHOT, MACHINE_IMAGE, RDS_SNAPSHOT ->
          found.add(
              new Narrowing(
                  "CloudTrail management events of the owner for " + when,
                  "copies of " + name + " by others show as SharedSnapshot events",
                  unlogged));
      case S3_ACCESS_POINT,
          ECR_REPOSITORY,
          KMS_KEY,
          LAMBDA_FUNCTION,
          IAM_ROLE,
          AZURE_STORAGE_ACCOUNT,
          SECRET,
          OTHER ->
          found.add(
              new Narrowing(
                  "the CloudTrail log files and digest files for " + when,
                  "proves that no use of " + name + " is missing",
                  unlogged));
    }
  }

  private void bucket(ResourceCount resource, String name, String when, long unlogged) {
    var store = resource.reads();
    if (!resource.unlogged().bounded()) {
      found.add(
          new Narrowing(
              "hourly S3 usage report of "
                  + name
                  + " for "
                  + when
                  + " (billing console, Cost & Usage Reports, AWS usage report, Amazon S3, by hour)",
              "caps the reads that no log tells of"
                  + (resource.unlogged().metered() ? "; the one given has gaps" : ""),
              unlogged));
    }
    if (!store.trailSeen()) {
      found.add(
          new Narrowing(
              "CloudTrail data events of " + name + " for " + when,
              "names reader, object and bytes of each read",
              unlogged));
    } else {
      found.add(
          new Narrowing(
              "CloudTrail digest files for "
                  + when
                  + " (AWSLogs/.../CloudTrail-Digest/ in the trail's bucket), with the log files they"
                  + " name",
              "proves that no log file is missing",
              unlogged));
    }
    if (!store.serverLogSeen()) {
      found.add(
          new Narrowing(
              "S3 server access logs of " + name + " for " + when,
              "tells reads that CloudTrail lost, and the size of each object",
              unlogged));
    }
    if (!store.inventory()) {
      found.add(
          new Narrowing(
              "S3 inventory of "
                  + name
                  + " (or: aws s3api list-object-versions --bucket "
                  + name
                  + ")",
              "tells how many objects there are to take, and which reads were whole",
              resource.objects().bounded() ? unlogged : Bounds.UNBOUNDED - 3));
    }
  }

  /// What is left where no read is missing: reads in part, or of unknown size.
  private void inParts(ResourceCount resource) {
    var store = resource.reads();
    if (!store.inventory() && store.outsiders() > 0) {
      found.add(
          new Narrowing(
              "inventory of " + store.store().shortName(),
              "tells which reads were whole",
              resource.objects().width()));
    }
  }

  private void undecided(ResourceCount resource) {
    resource
        .reads()
        .missing()
        .forEach(
            (what, reads) ->
                found.add(
                    new Narrowing(
                        what,
                        "decides on " + reads + " reads of " + resource.resource().shortName(),
                        Math.min(reads, resource.objects().width()))));
  }
}
