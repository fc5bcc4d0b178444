package io.cofferdam.app.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How long one recorded call takes to be judged in a large inventory; `bench/drift.sh` runs it.
public final class DriftBenchmark {
  private static final String ACCOUNT = "111122223333";

  private DriftBenchmark() {}

  /// Judges one call five times.
  ///
  /// @param arguments how many buckets
  public static void main(String[] arguments) {
    int buckets = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
    var taken = Instant.parse("2026-03-01T00:00:00Z");
    var inventory = inventory(buckets);
    var drift = new EventDrift(DataMap.empty());
    var call = opened(taken.plusSeconds(60), "shop-" + buckets / 2);
    for (int run = 1; run <= 5; run++) {
      long begin = System.nanoTime();
      var result = drift.of(inventory, taken, List.of(call));
      System.out.printf(
          "%d resources, run %d: %.3f s, %d outcomes judged, %d changed%n",
          inventory.resources().size(),
          run,
          (System.nanoTime() - begin) / 1e9,
          result.judged(),
          result.shifts().size());
    }
  }

  private static Inventory inventory(int buckets) {
    var nodes = JsonNodeFactory.instance;
    var all = new ArrayList<Resource>();
    all.add(
        new Resource(
            Inventory.ACCOUNT,
            "arn:aws:iam::" + ACCOUNT + ":root",
            ACCOUNT,
            ACCOUNT,
            "",
            nodes.objectNode(),
            List.of()));
    for (int i = 0; i < buckets; i++) {
      var facts = nodes.objectNode().put("Name", "shop-" + i);
      facts.putObject("location").put("LocationConstraint", "eu-central-1");
      facts.put(
          "policy",
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
              + "\"arn:aws:iam::111122223333:role/reader\"},\"Action\":\"s3:GetObject\","
              + "\"Resource\":\"arn:aws:s3:::shop-"
              + i
              + "/*\"}]}");
      var acl = facts.putObject("acl");
      acl.putObject("Owner").put("ID", "0123456789abcdef");
      acl.putArray("Grants");
      facts
          .putObject("ownership")
          .putArray("Rules")
          .addObject()
          .put("ObjectOwnership", "BucketOwnerEnforced");
      facts.putObject("versioning").put("Status", "Enabled");
      all.add(
          new Resource(
              "s3-bucket",
              "arn:aws:s3:::shop-" + i,
              "shop-" + i,
              ACCOUNT,
              "eu-central-1",
              facts,
              List.of()));
    }
    return new Inventory(all, List.of());
  }

  private static ApiCall opened(Instant at, String bucket) {
    return new ApiCall(
        new EventRef(1, 1, ""),
        at,
        Provider.AWS,
        "s3.amazonaws.com",
        "PutBucketPolicy",
        Caller.UNKNOWN,
        ACCOUNT,
        "eu-central-1",
        "",
        "{\"bucketName\":\""
            + bucket
            + "\",\"bucketPolicy\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::"
            + bucket
            + "/*\"}]}}",
        "",
        List.of(),
        "");
  }
}
