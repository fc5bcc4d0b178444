package io.cofferdam.access.azure;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A slow, obvious evaluator of roles, deny assignments and groups, written apart from the
/// product's: plain texts, recursion, no three values, no sharing of code.
final class ReferenceRoles {
  private ReferenceRoles() {}

  record Grant(String to, String at, List<String> data, List<String> notData) {}

  record Block(
      List<String> to,
      boolean everyone,
      List<String> excluded,
      String at,
      boolean hereOnly,
      List<String> data,
      List<String> notData) {}

  record World(
      List<Grant> grants,
      List<Block> blocks,
      Map<String, List<String>> groups,
      Map<String, String> parents) {}

  static boolean allowed(World world, String who, String action, String resource) {
    for (Block block : world.blocks()) {
      boolean here =
          block.hereOnly() ? block.at().equals(resource) : above(world, block.at(), resource, 20);
      boolean named = block.everyone() || anyIs(world, who, block.to());
      if (here
          && named
          && !anyIs(world, who, block.excluded())
          && gives(block.data(), block.notData(), action)) {
        return false;
      }
    }
    for (Grant grant : world.grants()) {
      if (is(world, who, grant.to(), 4)
          && above(world, grant.at(), resource, 20)
          && gives(grant.data(), grant.notData(), action)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyIs(World world, String who, List<String> named) {
    return named.stream().anyMatch(n -> is(world, who, n, 4));
  }

  private static boolean is(World world, String who, String named, int depth) {
    return who.equals(named)
        || (depth > 0
            && world.groups().getOrDefault(named, List.of()).stream()
                .anyMatch(member -> is(world, who, member, depth - 1)));
  }

  private static boolean above(World world, String upper, String lower, int depth) {
    if (upper.equals("/") || upper.equals(lower)) {
      return true;
    }
    if (depth == 0 || lower.equals("/")) {
      return false;
    }
    String parent = world.parents().get(lower);
    if (parent == null) {
      String[] parts = lower.split("/");
      String shorter = String.join("/", List.of(parts).subList(0, Math.max(1, parts.length - 1)));
      parent = shorter.isEmpty() ? "/" : shorter;
    }
    return above(world, upper, parent, depth - 1);
  }

  private static boolean gives(List<String> data, List<String> notData, String action) {
    return data.stream().anyMatch(d -> glob(d, action))
        && notData.stream().noneMatch(n -> glob(n, action));
  }

  private static boolean glob(String glob, String text) {
    String pattern = glob.toLowerCase(Locale.ROOT);
    String value = text.toLowerCase(Locale.ROOT);
    if (pattern.isEmpty()) {
      return value.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return glob(pattern.substring(1), value)
          || (!value.isEmpty() && glob(pattern, value.substring(1)));
    }
    return !value.isEmpty()
        && pattern.charAt(0) == value.charAt(0)
        && glob(pattern.substring(1), value.substring(1));
  }
}
