package io.cofferdam.access.azure;

import io.cofferdam.access.azure.AzureBecause.Gate;
import io.cofferdam.access.azure.rbac.Directory;
import io.cofferdam.access.azure.rbac.PrincipalRef;
import io.cofferdam.access.azure.rbac.PrincipalType;
import io.cofferdam.access.azure.storage.BlobOperation.ListNeed;
import io.cofferdam.access.azure.storage.Container;
import io.cofferdam.access.azure.storage.PathAccess;
import io.cofferdam.access.azure.storage.Rwx;
import io.cofferdam.model.Ternary;
import java.util.LinkedHashMap;
import java.util.Map;

/// The access lists of a hierarchical namespace (Microsoft Learn, "Access control lists in Azure
/// Data Lake Storage", Access check algorithm, Common scenarios, sticky bit).
final class AccessListGate {
  private final Container container;
  private final Directory directory;
  private final String principal;
  private final Trace trace;

  AccessListGate(Container container, Directory directory, String principal, Trace trace) {
    this.container = container;
    this.directory = directory;
    this.principal = principal;
    this.trace = trace;
  }

  /// @param readByRole whether a role already gives reading, which appending needs too
  Ternary decide(ListNeed need, String path, Ternary readByRole) {
    Ternary answer =
        switch (need) {
          case READ -> traverse(path).and(has(path, Rwx.READ));
          case WRITE -> traverse(path).and(has(path, Rwx.WRITE));
          case APPEND ->
              traverse(path)
                  .and(has(path, Rwx.WRITE))
                  .and(readByRole == Ternary.TRUE ? readByRole : has(path, Rwx.READ));
          case LIST -> traverse(path).and(has(path, Rwx.READ | Rwx.EXECUTE));
          case CREATE -> traverse(parent(path)).and(has(parent(path), Rwx.WRITE | Rwx.EXECUTE));
          case DELETE ->
              traverse(parent(path))
                  .and(has(parent(path), Rwx.WRITE | Rwx.EXECUTE))
                  .and(mayRemove(path));
          case OWNER -> traverse(path).and(owns(path));
          case IMPOSSIBLE -> Ternary.FALSE;
        };
    if (answer == Ternary.TRUE) {
      trace.pass(Gate.ACCESS_LIST, "the access lists give it");
    } else if (answer == Ternary.FALSE) {
      trace.fail(Gate.ACCESS_LIST, "the access lists do not give it");
    }
    return answer;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /// Execute on the root and on every folder above the path.
  private Ternary traverse(String path) {
    Ternary all = Ternary.TRUE;
    String at = path;
    while (!at.isEmpty() && all != Ternary.FALSE) {
      at = parent(at);
      all = all.and(has(at, Rwx.EXECUTE));
    }
    return all;
  }

  private Ternary has(String path, int wanted) {
    PathAccess list = container.lists().get(path);
    if (list == null) {
      return trace.unknown("the access list of `/" + path + "` in " + container.name());
    }
    if (list.owner().equals(principal)) {
      return Ternary.of(list.ownerRights().has(wanted));
    }
    Rwx mask = list.mask().orElse(Rwx.ALL);
    Rwx named = list.users().get(principal);
    if (named != null) {
      return Ternary.of(named.and(mask).has(wanted));
    }
    return byGroups(path, list, mask, wanted);
  }

  private Ternary byGroups(String path, PathAccess list, Rwx mask, int wanted) {
    Rwx sure = Rwx.NONE;
    Rwx perhaps = Rwx.NONE;
    boolean member = false;
    boolean perhapsMember = false;
    Map<String, Rwx> groups = new LinkedHashMap<>(list.groups());
    groups.merge(list.group(), list.groupRights(), Rwx::or);
    for (Map.Entry<String, Rwx> entry : groups.entrySet()) {
      switch (memberOf(entry.getKey())) {
        case TRUE -> {
          member = true;
          sure = sure.or(entry.getValue());
        }
        case UNKNOWN -> {
          perhapsMember = true;
          perhaps = perhaps.or(entry.getValue());
        }
        case FALSE -> {}
      }
    }
    boolean surely = sure.and(mask).has(wanted);
    boolean possibly = sure.or(perhaps).and(mask).has(wanted);
    if (member) {
      return surely ? Ternary.TRUE : possibly ? trace.unknown(membership(path)) : Ternary.FALSE;
    }
    Ternary other = other(path, list, mask, wanted);
    if (!perhapsMember) {
      return other;
    }
    Ternary asMember = perhaps.and(mask).has(wanted) ? Ternary.UNKNOWN : Ternary.FALSE;
    return asMember == Ternary.FALSE && other == Ternary.FALSE
        ? Ternary.FALSE
        : trace.unknown(membership(path));
  }

  private static String membership(String path) {
    return "which groups in the access list of `/" + path + "` hold the caller";
  }

  /// A user who is the owning group gets nothing by it: only groups count.
  private Ternary memberOf(String group) {
    if (group.startsWith("$") || group.equals(principal)) {
      return Ternary.FALSE;
    }
    return directory.is(principal, new PrincipalRef(group, PrincipalType.GROUP));
  }

  /// The documentation's algorithm applies the mask to others, its text does not.
  private Ternary other(String path, PathAccess list, Rwx mask, int wanted) {
    boolean plain = list.otherRights().has(wanted);
    boolean masked = list.otherRights().and(mask).has(wanted);
    return plain == masked
        ? Ternary.of(plain)
        : trace.unknown("whether the mask of `/" + path + "` limits others");
  }

  private Ternary mayRemove(String path) {
    PathAccess folder = container.lists().get(parent(path));
    if (folder == null) {
      return trace.unknown("whether `/" + parent(path) + "` is sticky");
    }
    if (!folder.sticky() || folder.owner().equals(principal)) {
      return Ternary.TRUE;
    }
    return owns(path);
  }

  private Ternary owns(String path) {
    PathAccess list = container.lists().get(path);
    return list == null
        ? trace.unknown("who owns `/" + path + "`")
        : Ternary.of(list.owner().equals(principal));
  }
}
