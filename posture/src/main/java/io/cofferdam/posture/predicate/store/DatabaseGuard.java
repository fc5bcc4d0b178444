package io.cofferdam.posture.predicate.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.key.KmsKeys;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Optional;

/// Databases are encrypted with a key of the customer, force TLS, export their audit log and are
/// not public; their snapshots are encrypted and shared with nobody outside the trust zone.
///
/// An instance of an Aurora cluster takes encryption, TLS and logs from its cluster, which is
/// judged for itself.
final class DatabaseGuard implements Predicate {

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    switch (resource.type()) {
      case "rds-instance" -> {
        if (resource.fact("PubliclyAccessible").asBoolean(false)) {
          verdict.wrong("it has a public address", "PubliclyAccessible true");
        }
        if (resource.fact("DBClusterIdentifier").asText("").isEmpty()) {
          store(resource, scene, verdict);
          tls(resource, parameters(resource, scene), verdict);
          logs(resource, verdict);
        } else {
          verdict.fine("its cluster is judged for itself");
        }
      }
      case "rds-cluster" -> {
        store(resource, scene, verdict);
        tls(resource, clusterParameters(resource, scene), verdict);
        logs(resource, verdict);
      }
      default -> snapshot(resource, scene, verdict);
    }
    return verdict.outcome();
  }

  private static void store(Resource database, Scene scene, Verdict verdict) {
    if (!database.fact("StorageEncrypted").asBoolean(false)) {
      verdict.wrong("its storage is not encrypted", "StorageEncrypted false");
    } else {
      KmsKeys.of(scene).test("its blocks", database.fact("KmsKeyId").asText(""), database, verdict);
    }
  }

  private static Optional<Resource> parameters(Resource instance, Scene scene) {
    return find(
        instance,
        instance.fact("DBParameterGroups").path(0).path("DBParameterGroupName").asText(""),
        "rds-parameter-group",
        scene);
  }

  private static Optional<Resource> clusterParameters(Resource cluster, Scene scene) {
    return find(
        cluster,
        cluster.fact("DBClusterParameterGroup").asText(""),
        "rds-cluster-parameter-group",
        scene);
  }

  private static Optional<Resource> find(Resource database, String name, String type, Scene scene) {
    return scene.inventory().ofType(type).stream()
        .filter(group -> group.name().equals(name))
        .filter(group -> group.account().equals(database.account()))
        .filter(group -> group.region().equals(database.region()))
        .findFirst();
  }

  /// `rds.force_ssl` for PostgreSQL and SQL Server, `require_secure_transport` for MySQL and
  /// MariaDB (Amazon RDS User Guide, "Using SSL/TLS to encrypt a connection to a DB instance or
  /// cluster").
  private static void tls(Resource database, Optional<Resource> group, Verdict verdict) {
    var engine = database.fact("Engine").asText("");
    var name =
        engine.contains("postgres") || engine.startsWith("sqlserver")
            ? "rds.force_ssl"
            : engine.contains("mysql") || engine.contains("mariadb")
                ? "require_secure_transport"
                : "";
    if (name.isEmpty()) {
      verdict.fine(
          "whether " + engine + " forces TLS stands in no parameter and was not looked at");
      return;
    }
    if (group.isEmpty()) {
      verdict.open("its parameter group (rds:DescribeDBParameters)");
      return;
    }
    if (verdict.lacks(group.get(), "parameters")) {
      return;
    }
    var value = value(group.get().fact("parameters.Parameters"), name);
    if (value.equals("1") || value.equalsIgnoreCase("on") || value.equalsIgnoreCase("true")) {
      verdict.fine("TLS is forced by " + name);
    } else {
      verdict.wrong(
          "it takes connections without TLS",
          name + " " + (value.isEmpty() ? "not set" : value) + " in " + group.get().name());
    }
  }

  private static String value(JsonNode parameters, String name) {
    for (var parameter : parameters) {
      if (parameter.path("ParameterName").asText().equals(name)) {
        return parameter.path("ParameterValue").asText("");
      }
    }
    return "";
  }

  /// The log that tells who did what: of PostgreSQL its only one, of MySQL, MariaDB and Oracle
  /// `audit`.
  private static void logs(Resource database, Verdict verdict) {
    var engine = database.fact("Engine").asText("");
    var wanted =
        engine.contains("postgres")
            ? "postgresql"
            : List.of("mysql", "mariadb", "oracle").stream().anyMatch(engine::contains)
                ? "audit"
                : "";
    if (wanted.isEmpty()) {
      verdict.fine("which log of " + engine + " is the audit log was not looked at");
      return;
    }
    for (var export : database.fact("EnabledCloudwatchLogsExports")) {
      if (export.asText().equals(wanted)) {
        verdict.fine("the log `" + wanted + "` is exported");
        return;
      }
    }
    verdict.wrong("its audit log is not exported", "no export `" + wanted + "`");
  }

  private static void snapshot(Resource snapshot, Scene scene, Verdict verdict) {
    var encrypted =
        snapshot.fact("Encrypted").asBoolean(false)
            || snapshot.fact("StorageEncrypted").asBoolean(false);
    if (!encrypted) {
      verdict.wrong("the snapshot is not encrypted", "Encrypted false");
    }
    if (verdict.lacks(snapshot, "attributes")) {
      return;
    }
    var shares = new Shares("the snapshot", scene, verdict);
    for (var attribute : snapshot.fact("attributes")) {
      if (attribute.path("AttributeName").asText().equals("restore")) {
        for (var value : attribute.path("AttributeValues")) {
          if (value.asText().equals("all")) {
            shares.all();
          } else {
            shares.account(value.asText());
          }
        }
      }
    }
    verdict.fine("the snapshot is shared with nobody outside the zone");
  }
}
