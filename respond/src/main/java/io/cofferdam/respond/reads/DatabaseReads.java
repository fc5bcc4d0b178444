package io.cofferdam.respond.reads;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Statements by which rows leave a database, as accesses to its relations: a whole-table read
/// sends the object whole, any other read a part of it.
final class DatabaseReads {
  private static final Set<String> READS =
      Set.of("SELECT", "COPY", "TABLE", "WITH", "FETCH", "EXECUTE", "READ", "DUMP", "UNLOAD");

  private DatabaseReads() {}

  static ResourceId database(DatabaseStatement statement) {
    return new ResourceId(
        ResourceKind.DATABASE,
        "db:" + statement.engine() + ":" + statement.instance() + "/" + statement.database());
  }

  static List<ObjectAccess> of(DatabaseStatement statement) {
    if (!READS.contains(statement.verb())) {
      return List.of();
    }
    var caller =
        new Caller(
            CallerKind.USER,
            statement.user(),
            "",
            "",
            "",
            statement.session(),
            statement.address(),
            "",
            "");
    var accesses = new ArrayList<ObjectAccess>();
    for (var relation : statement.relations()) {
      accesses.add(
          new ObjectAccess(
              statement.ref(),
              statement.time(),
              AccessLog.CLOUDTRAIL_DATA,
              AccessOperation.READ,
              statement.verb(),
              caller,
              database(statement),
              relation,
              "",
              "",
              -1,
              -1,
              statement.wholeTable() ? 0 : 206,
              statement.succeeded() ? "" : "failed",
              "",
              false,
              "",
              ""));
    }
    return accesses;
  }
}
