package io.cofferdam.posture.collect;

import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CallPlan.ListPlan;
import io.cofferdam.posture.plan.CallPlan.Paging;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.plan.ServicePlan;
import io.cofferdam.posture.snapshot.SnapshotWriter;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CloudReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A small plan and a cloud that it can be walked on.
public final class Shop {
  public static final String ACCOUNT = "111122223333";
  public static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");
  public static final List<Place> PLACES =
      List.of(new Place(ACCOUNT, "us-east-1", List.of("eu-central-1", "eu-west-1")));

  private Shop() {}

  /// Buckets in two pages with a policy each, and functions of each region with their settings.
  public static CollectPlan plan() {
    var buckets =
        call(
            "s3",
            "ListBuckets",
            "",
            Map.of(),
            new ListPlan(
                "s3-bucket",
                "Buckets",
                "arn:aws:s3:::{Name}",
                "{Name}",
                "{location.LocationConstraint|us-east-1}"),
            new Paging("ContinuationToken", "ContinuationToken"));
    var location =
        call("s3", "GetBucketLocation", "location", Map.of("Bucket", "{Name}"), null, null);
    var policy = call("s3", "GetBucketPolicy", "policy", Map.of("Bucket", "{Name}"), null, null);
    var functions =
        call(
            "lambda",
            "ListFunctions",
            "",
            Map.of(),
            new ListPlan("function", "Functions", "{FunctionArn}", "{FunctionName}", ""),
            null);
    return new CollectPlan(
        "aws",
        List.of(
            new ServicePlan("s3", true, "", 4, List.of(buckets, location, policy)),
            new ServicePlan("lambda", false, "", 4, List.of(functions))));
  }

  private static CallPlan call(
      String service,
      String operation,
      String as,
      Map<String, String> with,
      ListPlan lists,
      Paging paging) {
    return new CallPlan(
        service,
        operation,
        service + ":" + operation,
        as.isEmpty() ? "" : "s3-bucket",
        "",
        with,
        Optional.ofNullable(lists),
        as,
        "",
        Set.of("NoSuchBucketPolicy"),
        Optional.ofNullable(paging),
        List.of("Functions.Environment.Variables"));
  }

  public static PlannedCloud cloud() {
    return new PlannedCloud()
        .answer("s3 ListBuckets", "{\"Buckets\":[{\"Name\":\"a\"}],\"ContinuationToken\":\"2\"}")
        .answer(
            "s3 ListBuckets ContinuationToken=2",
            "{\"Buckets\":[{\"Name\":\"b\"},{\"Name\":\"c\"}]}")
        .answer("s3 GetBucketLocation Bucket=a", "{\"LocationConstraint\":\"eu-central-1\"}")
        .answer("s3 GetBucketLocation Bucket=b", "{}")
        .refuse("s3 GetBucketLocation Bucket=c", CallOutcome.DENIED, "AccessDenied")
        .answer("s3 GetBucketPolicy Bucket=a", "{\"Policy\":\"{}\"}")
        .refuse("s3 GetBucketPolicy Bucket=b", CallOutcome.FAILED, "NoSuchBucketPolicy")
        .refuse("s3 GetBucketPolicy Bucket=c", CallOutcome.DENIED, "AccessDenied")
        .answer(
            "lambda ListFunctions @eu-central-1",
            "{\"Functions\":[{\"FunctionName\":\"f\",\"FunctionArn\":\"arn:f\",\"Environment\":"
                + "{\"Variables\":{\"DATABASE\":\"hidden-word\"}}}]}")
        .refuse("lambda ListFunctions @eu-west-1", CallOutcome.UNSUPPORTED, "UnknownHost");
  }

  /// Walks the plan on a cloud; answers go to the writer where there is one.
  public static Inventory walk(
      CloudReader cloud, Optional<SnapshotWriter> writer, Optional<StoredSnapshot> earlier) {
    return Traversal.walk(
        plan(), new LiveAnswers(cloud, writer, earlier, () -> NOW), PLACES, Progress.SILENT);
  }
}
