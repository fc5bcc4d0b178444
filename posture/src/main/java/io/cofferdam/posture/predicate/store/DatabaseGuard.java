package io.cofferdam.posture.predicate.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.key.KmsKeys;
import io.cofferdam.posture.predicate.learning.Audiences;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Databases are encrypted with a key of the customer, force TLS, export their audit log and are
/// not public; their snapshots are encrypted and shared with nobody outside the trust zone.
///
/// An instance of an Aurora cluster takes encryption, TLS and logs from its cluster, which is
/// judged for itself.
final class DatabaseGuard implements Predicate {
  private static final Set<String> ON = Set.of("1", "on", "true");
  private static final Set<String> OFF = Set.of("", "0", "off", "false", "disabled", "none");

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    switch (resource.type()) {
      case "rds-instance" -> {
        if (resource.fact("PubliclyAccessible").asBoolean(false)) {
          verdict.wrong("it has a public address", "PubliclyAccessible true");
        }
        if (resource.fact("DBClusterIdentifier").asText("").isEmpty()) {
          var group = parameters(resource, scene);
          store(resource, scene, verdict);
          tls(resource, group, verdict);
          applied(resource.fact("DBParameterGroups"), "ParameterApplyStatus", verdict);
          logs(resource, group, verdict);
        } else {
          verdict.fine("its cluster is judged for itself");
        }
      }
      case "rds-cluster" -> {
        if (resource.fact("PubliclyAccessible").asBoolean(false)) {
          verdict.wrong("it has a public address", "PubliclyAccessible true");
        }
        var group = clusterParameters(resource, scene);
        store(resource, scene, verdict);
        tls(resource, group, verdict);
        applied(resource.fact("DBClusterMembers"), "DBClusterParameterGroupStatus", verdict);
        // whoever an Aurora cluster is shared with may clone it
        Audiences.shares(resource, scene, verdict);
        logs(resource, group, verdict);
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

  /// Parameters that wait for a restart are not in force, whatever their values are.
  private static void applied(JsonNode groups, String status, Verdict verdict) {
    for (var group : groups) {
      var told = group.path(status).asText("");
      if (!told.isEmpty() && !told.equals("in-sync")) {
        verdict.open("its parameters are not in force yet (" + status + " " + told + ")");
      }
    }
  }

  /// The parameter of an engine that forces TLS; empty where none does, or none is known.
  private static String forcing(String engine) {
    if (engine.equals("docdb")) {
      return "tls";
    }
    if (engine.contains("postgres") || engine.startsWith("sqlserver")) {
      return "rds.force_ssl";
    }
    return engine.contains("mysql") || engine.contains("mariadb") ? "require_secure_transport" : "";
  }

  /// `rds.force_ssl` for PostgreSQL and SQL Server, `require_secure_transport` for MySQL and
  /// MariaDB (Amazon RDS User Guide, "Using SSL/TLS to encrypt a connection to a DB instance or
  /// cluster"), `tls` for DocumentDB (its developer guide, "Encrypting data in transit"), which
  /// answers the same calls.
  private static void tls(Resource database, Optional<Resource> group, Verdict verdict) {
    var engine = database.fact("Engine").asText("");
    var name = forcing(engine);
    if (name.isEmpty()) {
      verdict.open("whether " + engine + " forces TLS, which stands in no parameter that is read");
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
    if (ON.contains(value.toLowerCase(Locale.ROOT))
        || (name.equals("tls") && !value.isEmpty() && !value.equals("disabled"))) {
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

  /// The log that tells who did what: of PostgreSQL its only one, of MySQL, MariaDB, Oracle,
  /// DocumentDB and Neptune `audit`. Where a parameter decides whether anything is written to it,
  /// that is asked too.
  private static void logs(Resource database, Optional<Resource> group, Verdict verdict) {
    var engine = database.fact("Engine").asText("");
    var wanted =
        engine.contains("postgres")
            ? "postgresql"
            : List.of("mysql", "mariadb", "oracle", "docdb", "neptune").stream()
                    .anyMatch(engine::contains)
                ? "audit"
                : "";
    if (wanted.isEmpty()) {
      verdict.open("whether " + engine + " is audited, which no export of its logs tells");
      return;
    }
    for (var export : database.fact("EnabledCloudwatchLogsExports")) {
      if (export.asText().equals(wanted)) {
        verdict.fine("the log `" + wanted + "` is exported");
        written(engine, group, verdict);
        return;
      }
    }
    verdict.wrong("its audit log is not exported", "no export `" + wanted + "`");
  }

  /// Switches without which an exported audit log stays empty (Aurora MySQL: "Using advanced
  /// auditing"; DocumentDB: "Auditing events"; Neptune: "Using audit logs").
  private static void written(String engine, Optional<Resource> group, Verdict verdict) {
    var parameter =
        switch (engine) {
          case "aurora", "aurora-mysql" -> "server_audit_logging";
          case "docdb" -> "audit_logs";
          case "neptune" -> "neptune_enable_audit_log";
          default -> "";
        };
    if (parameter.isEmpty() || group.isEmpty() || verdict.lacks(group.get(), "parameters")) {
      return;
    }
    var value = value(group.get().fact("parameters.Parameters"), parameter);
    if (OFF.contains(value.toLowerCase(Locale.ROOT))) {
      verdict.wrong(
          "its audit log is exported and nothing is written to it",
          parameter + " " + (value.isEmpty() ? "not set" : value) + " in " + group.get().name());
    }
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
