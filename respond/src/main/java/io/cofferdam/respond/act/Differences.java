package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Where two states differ, by place.
final class Differences {
  private static final int SHOWN = 200;

  private Differences() {}

  static List<String> of(ActState wanted, ActState found) {
    List<String> lines = new ArrayList<>();
    compare("", wanted.compared(), found.compared(), lines);
    return lines;
  }

  private static void compare(String place, JsonNode wanted, JsonNode found, List<String> lines) {
    if (wanted instanceof ObjectNode one && found instanceof ObjectNode other) {
      var names = new TreeSet<String>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        compare(place + "/" + name, one.path(name), other.path(name), lines);
      }
    } else if (!wanted.equals(found)) {
      var shown = shownApart(wanted, found);
      lines.add(place + ": " + shown.getFirst() + " before, " + shown.getLast() + " now");
    }
  }

  /// Where the state is not the one that was planned for: what was planned for, what the plan would
  /// make of it, and what is.
  static List<String> sincePlanned(ActState planned, ActState after, ActState now) {
    List<String> lines = new ArrayList<>();
    compare("", planned.compared(), after.compared(), now.compared(), lines);
    return lines;
  }

  private static void compare(
      String place, JsonNode planned, JsonNode after, JsonNode now, List<String> lines) {
    if (planned instanceof ObjectNode one && now instanceof ObjectNode other) {
      var names = new TreeSet<String>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        compare(place + "/" + name, one.path(name), after.path(name), other.path(name), lines);
      }
    } else if (!planned.equals(now)) {
      var shown = shownApart(planned, now);
      lines.add(
          place
              + ": "
              + shown.getFirst()
              + " when planned, "
              + (after.equals(planned) ? "which the plan leaves" : shown(after) + " by the plan")
              + ", "
              + shown.getLast()
              + " now");
    }
  }

  /// Before, by us, and now: why an inverse would overwrite somebody else's change.
  static String threeWay(String place, JsonNode before, JsonNode ours, JsonNode now) {
    return place
        + ": "
        + shown(before)
        + " before, "
        + shown(ours)
        + " by us, "
        + shown(now)
        + " now";
  }

  /// Two values, from a little before the place where they part: long policies begin alike.
  private static List<String> shownApart(JsonNode one, JsonNode other) {
    var a = text(one);
    var b = text(other);
    var apart = 0;
    while (apart < Math.min(a.length(), b.length()) && a.charAt(apart) == b.charAt(apart)) {
      apart++;
    }
    var from = apart > SHOWN / 2 && Math.max(a.length(), b.length()) > SHOWN ? apart - 20 : 0;
    return List.of(cut(a, from), cut(b, from));
  }

  private static String cut(String text, int from) {
    var begin = whole(text, Math.min(from, text.length()));
    var end = whole(text, Math.min(begin + SHOWN, text.length()));
    return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
  }

  /// The same place, or the one before where it would tear a character.
  private static int whole(String text, int place) {
    return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place))
        ? place - 1
        : place;
  }

  private static String shown(JsonNode value) {
    return cut(text(value), 0);
  }

  private static String text(JsonNode value) {
    if (value instanceof MissingNode || value.isNull()) {
      return "nothing";
    }
    return CanonicalJson.text(value);
  }
}
