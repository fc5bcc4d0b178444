package io.cofferdam.app.scan.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Clauses in the order of their text: those whose titles the framework lists in that order, then
/// the others, their numbers as numbers (`A.8.9` before `A.8.24`).
final class ClauseOrder implements Comparator<String> {
  private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

  private final List<String> listed;

  ClauseOrder(Framework framework) {
    listed = new ArrayList<>(framework.clauses().keySet());
  }

  @Override
  public int compare(String one, String other) {
    var byList = Integer.compare(place(one), place(other));
    return byList != 0 ? byList : natural(one, other);
  }

  private int place(String clause) {
    var at = listed.indexOf(clause);
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  private static int natural(String one, String other) {
    var left = pieces(one);
    var right = pieces(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      var a = left.get(i);
      var b = right.get(i);
      var numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
      var order = numbers ? Integer.compare(a.length(), b.length()) : 0;
      order = order != 0 ? order : a.compareTo(b);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<String> pieces(String text) {
    return PIECE.matcher(text).results().map(each -> each.group()).toList();
  }
}
