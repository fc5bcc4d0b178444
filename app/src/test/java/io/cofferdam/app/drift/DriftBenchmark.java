package io.cofferdam.app.drift;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.watch.Watch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;

/// How long one recorded call takes to be judged in a large inventory: `DriftBenchmark FILE TIMES`.
/// The file is one of `StoreInventory` in `posture`. Each time another resource is changed.
final class DriftBenchmark {
  private static final Instant TAKEN = Instant.parse("2026-03-01T00:00:00Z");

  private DriftBenchmark() {}

  private enum Change {
    BUCKET("s3-bucket"),
    TRAIL("cloudtrail-trail"),
    GROUP("security-group"),
    ROLE("iam-role"),
    KEY("kms-key"),
    BLOCK("s3-bucket"),
    ACCOUNT("account");

    private final String type;

    Change(String type) {
      this.type = type;
    }
  }

  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var inventory = read(Path.of(arguments[0]));
    int times = Integer.parseInt(arguments[1]);
    out.printf("%d resources read%n", inventory.resources().size());
    var drift = new EventDrift(DataMap.empty());
    var held = drift.watch(inventory, TAKEN);
    cold(drift, held, inventory, out);
    for (var change : Change.values()) {
      var all = inventory.ofType(change.type);
      var clock = new double[times];
      var processor = new double[times];
      var judged = new double[times];
      int shifts = 0;
      for (int run = 0; run < times; run++) {
        var call = call(change, all.get((int) ((run + 0.5) * all.size() / times)));
        long begun = System.nanoTime();
        long busy = processorTime();
        var watched = drift.of(held, List.of(call));
        clock[run] = (System.nanoTime() - begun) / 1e9;
        processor[run] = (processorTime() - busy) / 1e9;
        held = watched.watch();
        var result = watched.drift();
        judged[run] = result.judged();
        shifts += result.shifts().size();
      }
      out.printf(
          "%-29s by the clock %s s; processor %s s; %s outcomes judged, %d shifts%n",
          call(change, all.getFirst()).action(),
          spread(clock, "%.2f"),
          spread(processor, "%.2f"),
          spread(judged, "%.0f"),
          shifts);
    }
  }

  /// What the first call costs: everything that is held afterwards is worked out for it.
  private static void cold(EventDrift drift, Watch held, Inventory inventory, PrintStream out) {
    var bucket = inventory.ofType(Change.BUCKET.type).getFirst();
    long begun = System.nanoTime();
    long busy = processorTime();
    drift.of(held, List.of(call(Change.BUCKET, bucket)));
    out.printf(
        "first call, nothing worked out: %.1f s by the clock, %.1f s of processor time%n",
        (System.nanoTime() - begun) / 1e9, (processorTime() - busy) / 1e9);
  }

  /// `median (least to most)`.
  private static String spread(double[] values, String form) {
    var sorted = DoubleStream.of(values).sorted().toArray();
    return (form + " (" + form + " to " + form + ")")
        .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static Inventory read(Path file) throws IOException {
    var mapper = new JsonMapper();
    var all = new ArrayList<Resource>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var each = mapper.readTree(line);
        all.add(
            new Resource(
                each.path("type").asText(),
                each.path("id").asText(),
                each.path("name").asText(),
                each.path("account").asText(),
                each.path("region").asText(),
                (ObjectNode) each.path("facts"),
                List.of()));
      }
    }
    return new Inventory(all, List.of());
  }

  private static ApiCall call(Change change, Resource of) {
    return switch (change) {
      case BUCKET ->
          call(
              of,
              "s3",
              "PutBucketPolicy",
              "{\"bucketName\":\""
                  + of.name()
                  + "\",\"bucketPolicy\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":"
                  + "\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":"
                  + "\"arn:aws:s3:::"
                  + of.name()
                  + "/*\"}]}}");
      case KEY -> call(of, "kms", "PutKeyPolicy", "{\"keyId\":\"" + of.id() + "\"}");
      case BLOCK ->
          call(of, "s3", "DeleteBucketPublicAccessBlock", "{\"bucketName\":\"" + of.name() + "\"}");
      case ACCOUNT -> call(of, "s3control", "DeleteAccountPublicAccessBlock", "{}");
      case TRAIL -> call(of, "cloudtrail", "StopLogging", "{\"name\":\"" + of.id() + "\"}");
      case GROUP ->
          call(
              of,
              "ec2",
              "AuthorizeSecurityGroupIngress",
              "{\"groupId\":\"" + of.fact("GroupId").asText(of.name()) + "\"}");
      case ROLE -> call(of, "iam", "PutRolePolicy", "{\"roleName\":\"" + of.name() + "\"}");
    };
  }

  private static ApiCall call(Resource of, String service, String action, String request) {
    return new ApiCall(
        new EventRef(1, 1, ""),
        TAKEN.plusSeconds(60),
        Provider.AWS,
        service + ".amazonaws.com",
        action,
        Caller.UNKNOWN,
        of.account(),
        of.region().isEmpty() ? "us-east-1" : of.region(),
        "",
        request,
        "",
        List.of(of.id()),
        "");
  }
}
