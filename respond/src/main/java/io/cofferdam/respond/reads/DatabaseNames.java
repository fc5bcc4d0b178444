package io.cofferdam.respond.reads;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.List;
import java.util.regex.Pattern;

/// Which database of the data map a log speaks of that does not name its instance.
///
/// Log files as RDS keeps them name the database, not the instance they came from. Where the data
/// map has one database of that engine and name, the log is taken to be of that one; where it has
/// several, or none, the log's database stays one of its own.
final class DatabaseNames {
  private static final Pattern NAME = Pattern.compile("db:([^:]*):([^/]*)/(.*)");

  private final List<ResourceId> told;

  DatabaseNames(DataMap map) {
    told =
        map.stores().stream()
            .map(Store::resource)
            .filter(r -> r.kind() == ResourceKind.DATABASE)
            .distinct()
            .toList();
  }

  ResourceId of(ResourceId logged) {
    if (logged.kind() != ResourceKind.DATABASE) {
      return logged;
    }
    var name = NAME.matcher(logged.id());
    if (!name.matches() || !name.group(2).isEmpty()) {
      return logged;
    }
    var fitting = told.stream().filter(r -> fits(r, name.group(1), name.group(3))).toList();
    return fitting.size() == 1 ? fitting.getFirst() : logged;
  }

  private static boolean fits(ResourceId told, String engine, String database) {
    var name = NAME.matcher(told.id());
    return name.matches() && name.group(1).equals(engine) && name.group(3).equals(database);
  }
}
