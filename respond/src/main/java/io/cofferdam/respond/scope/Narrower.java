package io.cofferdam.respond.scope;

import io.cofferdam.model.Narrowing;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.respond.reads.ReadFindings;
import java.util.List;

/// Names the inputs that would narrow the result most, best first. The gain is how far the width
/// of a bound could shrink at best: people where they are counted, else objects.
final class Narrower {
  private static final int SHOWN = 20;

  private final ReadFindings findings;
  private final List<ResourceCount> resources;
  private final People people;
  private final Questions questions = new Questions();

  Narrower(ReadFindings findings, List<ResourceCount> resources, People people) {
    this.findings = findings;
    this.resources = resources;
    this.people = people;
  }

  List<Narrowing> narrowings() {
    boolean noMap = findings.question().dataMap().stores().isEmpty();
    if (noMap && resources.stream().anyMatch(r -> r.objects().atMost() > 0)) {
      questions.ask(
          "a data map: which store holds what, of how many people in which countries",
          "people, countries and data classes can be counted; so far only objects are",
          Bounds.UNBOUNDED);
    }
    for (var store : people.blind()) {
      questions
          .about(store, Spans.NONE)
          .ask(
              "for {names}: people per country in the data map, or a subject index",
              "people concerned get an upper limit",
              Bounds.UNBOUNDED - 1);
    }
    resources.stream().filter(ResourceCount::counted).forEach(this::resource);
    if (!noMap
        && findings.question().dataMap().subjects().isEmpty()
        && people.people().width() > 0
        && people.people().bounded()) {
      questions.ask(
          "a subject index: which object holds whose data (CSV, keyed hashes)",
          "people are counted by the objects read, not by a store's total",
          people.people().width());
    }
    if (people.unresolved() > 0) {
      questions.ask(
          "residences of the " + people.unresolved() + " people marked ZZ",
          "they count in one country, not in the upper limit of every one",
          people.unresolved());
    }
    return questions.bestFirst(SHOWN);
  }

  private void resource(ResourceCount resource) {
    var store = resource.reads();
    var about = questions.about(store.store().shortName(), resource.unlogged().possible());
    if (resource.objects().width() == 0) {
      inParts(resource, about, people.people().bounded() ? people.people().width() : 0);
      return;
    }
    store
        .missing()
        .forEach(
            (what, reads) ->
                about.count(
                    what,
                    "decides on {count} reads of {names}",
                    Math.min(reads, resource.objects().width()),
                    reads));
    long unlogged =
        resource.objects().bounded()
            ? resource.objects().atMost()
                - resource.units().stream().mapToLong(StoreCount::touched).sum()
            : Bounds.UNBOUNDED - 2;
    if (resource.unlogged().none() || unlogged <= 0) {
      inParts(resource, about, resource.objects().width());
      return;
    }
    switch (store.store().kind()) {
      case S3_BUCKET -> bucket(resource, about, unlogged);
      case AZURE_CONTAINER ->
          about.ask(
              "storage logs (StorageBlobLogs) of {names} for {when}",
              "reads without a log become visible",
              unlogged);
      case DATABASE ->
          about.ask(
              "audit logs of {names} for {when}",
              "statements become visible; so far any table may have been read",
              unlogged);
      case EBS_SNAPSHOT, MACHINE_IMAGE, RDS_SNAPSHOT ->
          about.ask(
              "CloudTrail management events of the owner for {when}",
              "copies of {names} by others show as SharedSnapshot events",
              unlogged);
      case S3_ACCESS_POINT,
          ECR_REPOSITORY,
          KMS_KEY,
          LAMBDA_FUNCTION,
          IAM_ROLE,
          AZURE_STORAGE_ACCOUNT,
          SECRET,
          OTHER ->
          about.ask(
              "the CloudTrail log files and digest files for {when}",
              "proves that no use of {names} is missing",
              unlogged);
    }
  }

  private static void bucket(ResourceCount resource, Questions.About about, long unlogged) {
    var store = resource.reads();
    if (!resource.unlogged().bounded()) {
      about.ask(
          "hourly S3 usage report of {names} for {when} (billing console, Cost & Usage Reports, AWS"
              + " usage report, Amazon S3, all operations and usage types, by hour)",
          "caps the reads that no log tells of"
              + (resource.unlogged().metered() ? "; what is given has gaps" : ""),
          unlogged);
    }
    if (!store.trailSeen()) {
      about.ask(
          "CloudTrail data events of {names} for {when}",
          "names reader, object and bytes of each read",
          unlogged);
    } else {
      about.ask(
          "CloudTrail digest files for {when} (AWSLogs/.../CloudTrail-Digest/ in the trail's"
              + " bucket), with the log files they name",
          "proves that no log file about {names} is missing",
          unlogged);
    }
    if (!store.serverLogSeen()) {
      about.ask(
          "S3 server access logs of {names} for {when}",
          "tells reads that CloudTrail lost, and the size of each object",
          unlogged);
    }
    if (!store.inventory()) {
      about.ask(
          "S3 inventory of {names} (or, of each: aws s3api list-object-versions --bucket NAME)",
          "tells how many objects there are to take, and which reads were whole",
          resource.objects().bounded() ? unlogged : Bounds.UNBOUNDED - 3);
    }
  }

  /// What is left where no read is missing: reads in part, or of unknown size.
  private static void inParts(ResourceCount resource, Questions.About about, long gain) {
    var store = resource.reads();
    if (gain > 0
        && store.store().kind() == ResourceKind.S3_BUCKET
        && !store.inventory()
        && store.outsiders() > 0) {
      about.ask("inventory of {names}", "tells which reads were whole", gain);
    }
  }
}
