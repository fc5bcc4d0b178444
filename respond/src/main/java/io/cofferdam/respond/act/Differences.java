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
    compare("", wanted.fields(), found.fields(), lines);
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
      lines.add(place + ": " + shown(wanted) + " before, " + shown(found) + " now");
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

  private static String shown(JsonNode value) {
    if (value instanceof MissingNode || value.isNull()) {
      return "nothing";
    }
    var text = CanonicalJson.text(value);
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
