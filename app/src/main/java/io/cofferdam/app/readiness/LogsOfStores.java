package io.cofferdam.app.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.app.anchor.TrailSelectors;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads from a snapshot which logs tell of a store.
final class LogsOfStores {
  static final String BUCKET = "s3-bucket";
  static final String TRAIL = "cloudtrail-trail";
  static final String DATABASE = "rds-instance";

  private final Inventory inventory;
  private final Map<String, Resource> buckets = new HashMap<>();
  private final List<Resource> trails;

  LogsOfStores(Inventory inventory) {
    this.inventory = inventory;
    of(inventory, BUCKET).forEach(b -> buckets.put(b.name(), b));
    trails = of(inventory, TRAIL);
  }

  static List<Resource> of(Inventory inventory, String type) {
    return inventory.ofType(type);
  }

  /// The logs of a store; empty where the snapshot does not hold it.
  Optional<StoreLogs> of(ResourceId store) {
    return switch (store.kind()) {
      case S3_BUCKET ->
          Optional.ofNullable(buckets.get(store.shortName())).map(b -> bucket(store, b));
      case DATABASE -> database(store);
      case S3_ACCESS_POINT,
          EBS_SNAPSHOT,
          MACHINE_IMAGE,
          RDS_SNAPSHOT,
          ECR_REPOSITORY,
          KMS_KEY,
          LAMBDA_FUNCTION,
          IAM_ROLE,
          AZURE_STORAGE_ACCOUNT,
          AZURE_CONTAINER,
          SECRET,
          OTHER ->
          Optional.empty();
    };
  }

  private StoreLogs bucket(ResourceId store, Resource bucket) {
    var unknown = new ArrayList<String>();
    var region = told(bucket, "location", unknown).isMissingNode() ? "" : bucket.region();
    var logging = told(bucket, "logging", unknown).path("TargetBucket").asText("");
    var inventories = told(bucket, "inventory", unknown).path("InventoryConfigurationList");
    boolean versions = !told(bucket, "versioning", unknown).path("Status").asText("").isEmpty();
    boolean listed = false;
    for (var each : inventories) {
      listed |=
          each.path("IsEnabled").asBoolean(false)
              && each.path("Filter").path("Prefix").asText("").isEmpty()
              && (!versions || each.path("IncludedObjectVersions").asText("").equals("All"));
    }
    return new StoreLogs(
        store,
        bucket.account(),
        region,
        trails(bucket.account(), unknown),
        !logging.isEmpty(),
        listed,
        false,
        unknown);
  }

  /// A fact, missing where it is not there; where it could not be learnt, that is noted.
  private static JsonNode told(Resource resource, String fact, List<String> unknown) {
    resource.gapsOf(List.of(fact)).stream().map(Gap::words).forEach(unknown::add);
    return resource.fact(fact);
  }

  private List<TrailLogs> trails(String account, List<String> unknown) {
    inventory.gaps().stream()
        .filter(gap -> gap.type().equals(TRAIL) && gap.account().equals(account))
        .map(gap -> gap.gap().words() + " in " + gap.region())
        .forEach(unknown::add);
    var all = new ArrayList<TrailLogs>();
    for (var trail : trails) {
      if (reaches(trail, account)) {
        var selectors = told(trail, "selectors", unknown);
        all.add(
            new TrailLogs(
                trail.id(),
                trail.name(),
                trail.fact("HomeRegion").asText(trail.region()),
                trail.fact("IsMultiRegionTrail").asBoolean(false),
                told(trail, "status", unknown).path("IsLogging").asBoolean(false),
                trail.fact("LogFileValidationEnabled").asBoolean(false),
                selectors.isMissingNode()
                    ? MissingNode.getInstance()
                    : TrailSelectors.asLogged(selectors)));
      }
    }
    return all;
  }

  /// A trail tells of its own account, and one of an organisation of every account that it is
  /// shown in.
  private static boolean reaches(Resource trail, String account) {
    return trail.account().equals(account) || trail.fact("IsOrganizationTrail").asBoolean(false);
  }

  private Optional<StoreLogs> database(ResourceId store) {
    for (var each : of(inventory, DATABASE)) {
      if (names(store, each)) {
        var exports = each.fact("EnabledCloudwatchLogsExports");
        boolean logged = false;
        for (var export : exports) {
          logged |= export.asText("").equals("audit") || export.asText("").equals("general");
        }
        return Optional.of(
            new StoreLogs(
                store,
                each.account(),
                each.region(),
                List.of(),
                false,
                false,
                logged,
                logged || exports.isEmpty()
                    ? List.of()
                    : List.of(
                        "whether statements are in the log that "
                            + each.name()
                            + " exports: its parameter group tells (pgaudit.log, log_statement)")));
      }
    }
    return Optional.empty();
  }

  private static boolean names(ResourceId store, Resource database) {
    var id = store.id();
    return id.equals(database.id())
        || (id.startsWith("db:") && id.contains(":" + database.name() + "/"));
  }

  /// What a database that no data map names is called.
  static ResourceId name(Resource database) {
    var engine = database.fact("Engine").asText("");
    return new ResourceId(
        ResourceKind.DATABASE,
        "db:"
            + (engine.contains("postgres")
                ? "postgresql"
                : engine.contains("sql") ? "mysql" : engine)
            + ":"
            + database.name()
            + "/"
            + database.fact("DBName").asText("*"));
  }
}
