package io.cofferdam.access.azure.storage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The access list of a file or directory in a hierarchical namespace (Microsoft Learn,
/// "data-lake-storage-access-control"). Default entries are templates and are not kept.
///
/// @param owner object id, or `$superuser`
/// @param group object id of the owning group, or `$superuser`
/// @param mask limits named users, the owning group and named groups
/// @param sticky whether only owners may delete what lies in this directory
public record PathAccess(
    String owner,
    String group,
    Rwx ownerRights,
    Rwx groupRights,
    Rwx otherRights,
    Map<String, Rwx> users,
    Map<String, Rwx> groups,
    Optional<Rwx> mask,
    boolean sticky) {
  private static final int MAX_ENTRIES = 1_000;

  public PathAccess {
    owner = owner.toLowerCase(Locale.ROOT);
    group = group.toLowerCase(Locale.ROOT);
    users = Map.copyOf(users);
    groups = Map.copyOf(groups);
  }

  /// From the text of `x-ms-acl`: `user::rwx,user:<id>:r-x,group::r--,mask::r-x,other::---`;
  /// entries that begin with `default:` are left out. Empty where the text is not of that form.
  public static Optional<PathAccess> parse(
      String owner, String group, String list, boolean sticky) {
    Rwx ownerRights = Rwx.NONE;
    Rwx groupRights = Rwx.NONE;
    Rwx otherRights = Rwx.NONE;
    Map<String, Rwx> users = new HashMap<>();
    Map<String, Rwx> groups = new HashMap<>();
    Optional<Rwx> mask = Optional.empty();
    String[] entries = list.split(",", MAX_ENTRIES + 1);
    if (entries.length > MAX_ENTRIES) {
      return Optional.empty();
    }
    for (String entry : entries) {
      if (entry.startsWith("default:")) {
        continue;
      }
      String[] parts = entry.strip().split(":", -1);
      Optional<Rwx> rights = parts.length == 3 ? Rwx.parse(parts[2]) : Optional.empty();
      if (rights.isEmpty()) {
        return Optional.empty();
      }
      String named = parts[1].toLowerCase(Locale.ROOT);
      switch (parts[0]) {
        case "user" -> {
          if (named.isEmpty()) {
            ownerRights = rights.get();
          } else {
            users.put(named, rights.get());
          }
        }
        case "group" -> {
          if (named.isEmpty()) {
            groupRights = rights.get();
          } else {
            groups.put(named, rights.get());
          }
        }
        case "mask" -> mask = rights;
        case "other" -> otherRights = rights.get();
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new PathAccess(
            owner, group, ownerRights, groupRights, otherRights, users, groups, mask, sticky));
  }
}
