package io.cofferdam.respond.reads;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.respond.spill.AccessSpill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/// Makes one access of all the lines that tell of it: lines of one request to one object by the
/// same log are one line delivered twice, lines of two logs are one access told twice.
final class RequestJoin {
  private record Identity(String request, String key, AccessOperation operation, String store) {}

  private long duplicates;
  private long joined;

  /// What lines of one request have in common.
  static String common(ObjectAccess access) {
    if (!access.requestId().isEmpty()) {
      return access.requestId();
    }
    return access.ref().id().isEmpty()
        ? access.ref().input() + "/" + access.ref().record()
        : access.ref().id();
  }

  void forEach(AccessSpill spill, Consumer<JoinedRead> each) {
    spill.forEachPartition(partition -> joinAll(partition, each));
  }

  private void joinAll(List<ObjectAccess> partition, Consumer<JoinedRead> each) {
    var reads = LinkedHashMap.<Identity, JoinedRead>newLinkedHashMap(partition.size());
    for (var access : partition) {
      var identity =
          new Identity(common(access), access.key(), access.operation(), access.store().id());
      var known = reads.get(identity);
      if (known == null) {
        reads.put(identity, JoinedRead.of(access));
      } else if (known.tellsOf(access.source()) || access.source() == AccessLog.AZURE_BLOB) {
        duplicates++;
      } else {
        joined++;
        reads.put(identity, known.with(access));
      }
    }
    reads.values().forEach(each);
  }

  /// Lines that told the same again, and were not counted.
  long duplicates() {
    return duplicates;
  }

  /// Accesses told by two logs.
  long joined() {
    return joined;
  }
}
