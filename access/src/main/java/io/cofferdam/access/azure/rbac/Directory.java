package io.cofferdam.access.azure.rbac;

import io.cofferdam.model.Ternary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Membership of Entra groups, which is transitive (Microsoft Learn, "What is Azure RBAC",
/// Groups); groups may be members of each other in a circle.
///
/// @param members object ids of the direct members, by object id of the group
/// @param unlisted groups whose members are not told
public record Directory(Map<String, Set<String>> members, Set<String> unlisted) {
  public static final Directory EMPTY = new Directory(Map.of(), Set.of());

  public Directory {
    Map<String, Set<String>> copy = new HashMap<>();
    members.forEach((group, ids) -> copy.put(lower(group), lower(ids)));
    members = Map.copyOf(copy);
    unlisted = lower(unlisted);
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static Set<String> lower(Set<String> ids) {
    Set<String> copy = new HashSet<>();
    ids.forEach(id -> copy.add(lower(id)));
    return Set.copyOf(copy);
  }

  /// Whether the principal is the one named, or a member of the group named, at any depth.
  public Ternary is(String principal, PrincipalRef named) {
    if (lower(principal).equals(named.id())) {
      return Ternary.TRUE;
    }
    if (members.containsKey(named.id()) || unlisted.contains(named.id())) {
      return isMember(principal, named.id());
    }
    return switch (named.type()) {
      case GROUP, FOREIGN_GROUP, UNTOLD -> Ternary.UNKNOWN;
      case USER, SERVICE_PRINCIPAL, DEVICE -> Ternary.FALSE;
    };
  }

  /// Whether the principal is a member of the group, directly or through other groups.
  public Ternary isMember(String principal, String group) {
    String wanted = lower(principal);
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(lower(group));
    Ternary found = Ternary.FALSE;
    while (!open.isEmpty()) {
      String at = open.remove();
      if (!seen.add(at)) {
        continue;
      }
      if (unlisted.contains(at)) {
        found = Ternary.UNKNOWN;
      }
      Set<String> here = members.getOrDefault(at, Set.of());
      if (here.contains(wanted)) {
        return Ternary.TRUE;
      }
      open.addAll(here);
    }
    return found;
  }
}
