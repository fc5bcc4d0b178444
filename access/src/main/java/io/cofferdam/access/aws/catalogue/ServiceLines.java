package io.cofferdam.access.aws.catalogue;

import io.cofferdam.model.CofferdamBug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the lines of one service in `service-catalogue.tsv`; the file's head tells the format.
final class ServiceLines {
  private final String prefix;
  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private final Map<String, ServiceAction> actions = new LinkedHashMap<>();

  private ServiceLines(String prefix) {
    this.prefix = prefix;
  }

  /// @param lines the service's own line and all that follow up to the next service
  static ServiceEntry read(List<String> lines) {
    String[] head = fields(lines.get(0), 3);
    ServiceLines reading = new ServiceLines(head[1]);
    for (String line : lines.subList(1, lines.size())) {
      reading.line(fields(line, 4));
    }
    return new ServiceEntry(head[1], head[2], reading.actions, reading.types);
  }

  private static String[] fields(String line, int count) {
    String[] padded = {"", "", "", ""};
    String[] given = line.split("\t", -1);
    if (given.length > count) {
      throw new CofferdamBug("service catalogue: a line with " + given.length + " fields");
    }
    System.arraycopy(given, 0, padded, 0, given.length);
    return padded;
  }

  private void line(String[] fields) {
    if (fields[0].equals("R")) {
      String arn =
          fields[2].startsWith("~")
              ? "arn:${Partition}:" + prefix + ":${Region}:${Account}:" + fields[2].substring(1)
              : fields[2];
      types.put(fields[1], new ResourceType(prefix, fields[1], arn, keys(fields[3])));
      return;
    }
    List<ResourceType> required = new ArrayList<>();
    List<ResourceType> optional = new ArrayList<>();
    Set<String> keys = keys(fields[3]);
    for (String use : list(fields[2])) {
      boolean must = use.endsWith("*");
      String name = must ? use.substring(0, use.length() - 1) : use;
      ResourceType type = types.get(name);
      if (type == null) {
        throw new CofferdamBug("service catalogue: unknown resource type `" + name + "`");
      }
      (must ? required : optional).add(type);
      keys.addAll(type.conditionKeys());
    }
    actions.put(
        fields[1].toLowerCase(Locale.ROOT),
        new ServiceAction(prefix, fields[1], level(fields[0]), required, optional, keys));
  }

  private static List<String> list(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split("\\|", -1));
  }

  private Set<String> keys(String field) {
    Set<String> keys = new TreeSet<>();
    for (String key : list(field)) {
      keys.add(
          switch (key) {
            case "@R" -> "aws:RequestTag/${TagKey}";
            case "@T" -> "aws:ResourceTag/${TagKey}";
            case "@K" -> "aws:TagKeys";
            default -> key.startsWith(":") ? prefix + key : key;
          });
    }
    return keys;
  }

  private static AccessLevel level(String kind) {
    return switch (kind) {
      case "AL" -> AccessLevel.LIST;
      case "AR" -> AccessLevel.READ;
      case "AW" -> AccessLevel.WRITE;
      case "AT" -> AccessLevel.TAGGING;
      case "AP" -> AccessLevel.PERMISSIONS_MANAGEMENT;
      default -> throw new CofferdamBug("service catalogue: unknown kind of line `" + kind + "`");
    };
  }
}
