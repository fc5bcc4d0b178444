package io.cofferdam.posture.predicate.identity;

import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Unseen;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.WorkloadKind;
import io.cofferdam.posture.workload.Workloads;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Of a role that a language model's workload acts as: one that answers requests reads neither
/// training data, nor weights of other models, nor customers' stores; one that trains reads no
/// customers' store. What a bucket is for, the data map says, or the workloads that use it.
final class Segmentation implements Predicate {

  @Override
  public Outcome evaluate(Resource role, Scene scene) {
    var workloads = Workloads.of(scene).all();
    var own = actingAs(role, Workloads.of(scene));
    var serves = own.stream().anyMatch(each -> each.kind().serves());
    var trains = own.stream().anyMatch(each -> each.kind() == WorkloadKind.TRAINING);
    if (!serves && !trains) {
      return new Absence()
          .unless(Unseen.of(role.account(), scene))
          .facts(scene.inventory().ofType("bedrock-agent"), "agent")
          .facts(scene.inventory().ofType("bedrock-knowledge-base"), "base")
          .outcome("no workload with a language model answers or trains as it");
    }
    Map<String, String> apart = new TreeMap<>();
    for (var store : scene.map().stores()) {
      var role1 = store.role();
      var forServing =
          serves && (role1 == StoreRole.TRAINING_DATA || role1 == StoreRole.CUSTOMER_STORE);
      if (forServing || role1 == StoreRole.CUSTOMER_STORE) {
        apart.put(
            store.resource().id(),
            role1 == StoreRole.TRAINING_DATA ? "training data" : "customers' data");
      }
    }
    if (serves) {
      addOthers(apart, own, workloads);
    }
    return judge(role, serves, apart, scene);
  }

  private static List<Workload> actingAs(Resource role, Workloads workloads) {
    var own = new LinkedHashSet<>(workloads.linkedTo(Relation.ROLE, role.id()));
    own.addAll(workloads.linkedTo(Relation.BASE_ROLE, role.id()));
    return List.copyOf(own);
  }

  /// Buckets of training data and of other models' weights, as workloads use them.
  private static void addOthers(
      Map<String, String> apart, List<Workload> own, List<Workload> workloads) {
    Set<String> mine = new TreeSet<>();
    for (var each : own) {
      each.linked(Relation.WEIGHTS).forEach(uri -> mine.add(bucket(uri)));
      each.linked(Relation.READS).forEach(uri -> mine.add(bucket(uri)));
      each.linked(Relation.CAPTURES).forEach(uri -> mine.add(bucket(uri)));
    }
    for (var each : workloads) {
      each.linked(Relation.TRAINED_ON)
          .forEach(uri -> apart.putIfAbsent(bucket(uri), "training data"));
      if (!own.contains(each)) {
        each.linked(Relation.WEIGHTS)
            .forEach(uri -> apart.putIfAbsent(bucket(uri), "weights of another model"));
      }
    }
    mine.forEach(apart::remove);
  }

  private static String bucket(String uri) {
    return uri.startsWith("s3://")
        ? "arn:aws:s3:::" + uri.substring("s3://".length()).split("/", 2)[0]
        : uri;
  }

  private static Outcome judge(
      Resource role, boolean serves, Map<String, String> apart, Scene scene) {
    var estate = ScanEstate.of(scene);
    var checks = new Checks();
    var judged = 0;
    for (var bucket : scene.inventory().ofType(SensitiveBuckets.TYPE)) {
      var what = apart.get(bucket.id());
      if (what == null) {
        continue;
      }
      judged++;
      var readers = ReaderIndex.of(scene).readers(bucket.id());
      if (readers.certainly(role.id())) {
        checks.fault(
            (serves ? "what answers requests" : "what trains") + " can read " + what,
            role.name() + " reads " + bucket.name());
      } else if (readers.perhaps(role.id())) {
        checks.open(role.id() + ": reads " + bucket.name() + " if what was not read allows it");
      }
    }
    if (judged == 0) {
      return new Absence()
          .lists(scene, "s3-bucket")
          .outcome(
              "no bucket is known to hold training data, other models or customers' data (stores:"
                  + " role in the data map)");
    }
    estate.missing(role.account()).forEach(checks::open);
    return checks
        .holds("it reads none of " + Told.count(judged, "bucket") + " to be kept apart")
        .outcome();
  }
}
