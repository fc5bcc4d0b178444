package io.cofferdam.access.aws.symbolic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Many classes of callers in few words.
final class CallerNames {
  private static final String BY_ENDPOINT = ", through a VPC endpoint";
  private static final String USER = "a user of ";
  private static final int SHOWN = 4;

  private CallerNames() {}

  /// Names some of the classes of a question: those that come by the internet and by an endpoint
  /// once, and the kinds of principals of one account together.
  ///
  /// @param all the question's classes, by which "any other" is told from "any"
  static String of(Collection<String> some, Set<String> all) {
    Set<String> left = new LinkedHashSet<>(some);
    for (String one : some) {
      if (left.contains(one)) {
        left.remove(one + BY_ENDPOINT);
      }
    }
    List<String> names = new ArrayList<>();
    while (!left.isEmpty()) {
      names.add(next(left, all));
    }
    return names.size() <= SHOWN
        ? String.join("; ", names)
        : String.join("; ", names.subList(0, SHOWN - 1))
            + " and "
            + (names.size() - SHOWN + 1)
            + " more kinds of callers";
  }

  private static String next(Set<String> left, Set<String> all) {
    String first = left.iterator().next();
    left.remove(first);
    if (!first.startsWith(USER)) {
      return first;
    }
    String whose = first.substring(USER.length());
    if (!left.contains("a role session of " + whose)
        || !left.contains("a federated user of " + whose)) {
      return first;
    }
    left.remove("a role session of " + whose);
    left.remove("a federated user of " + whose);
    String account = whose.replace(BY_ENDPOINT, "");
    String id = account.replace("account ", "");
    boolean root =
        left.remove("a root user of " + whose)
            || left.remove(root(left, id, whose.endsWith(BY_ENDPOINT) ? BY_ENDPOINT : ""));
    boolean others =
        all.stream().anyMatch(one -> one.contains("::" + id + ":") && !one.contains(":root"));
    return (others ? "any other principal of " : "any principal of ")
        + whose
        + (root ? "" : " but its root user");
  }

  /// The root user of an account, whose ARN tells the partition too.
  private static String root(Set<String> left, String account, String route) {
    return left.stream()
        .filter(one -> one.endsWith("::" + account + ":root" + route))
        .findFirst()
        .orElse("");
  }
}
