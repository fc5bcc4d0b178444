package io.cofferdam.posture.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.inventory.Resource;
import java.util.EnumSet;
import java.util.Set;

/// Which events a trail or an event data store selects
/// (`https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html`).
public final class EventSelection {
  private final JsonNode basic;
  private final JsonNode advanced;
  private final boolean defaults;

  private EventSelection(JsonNode basic, JsonNode advanced, boolean defaults) {
    this.basic = basic;
    this.advanced = advanced;
    this.defaults = defaults;
  }

  /// Calls that read, and calls that change something.
  public enum Access {
    READ,
    WRITE
  }

  /// How much of what was asked about is selected.
  public enum Part {
    ALL,
    /// Only some events, resources or callers; or a selector of a kind that is not known here.
    SOME,
    NONE
  }

  /// That of a trail whose fact `selectors` was read. A trail that nobody gave selectors logs
  /// management events.
  public static EventSelection ofTrail(Resource trail) {
    var basic = trail.fact("selectors.EventSelectors");
    var advanced = trail.fact("selectors.AdvancedEventSelectors");
    return new EventSelection(basic, advanced, basic.isEmpty() && advanced.isEmpty());
  }

  /// That of an event data store of CloudTrail Lake whose fact `store` was read.
  public static EventSelection ofStore(Resource store) {
    return new EventSelection(
        JsonNodeFactory.instance.arrayNode(), store.fact("store.AdvancedEventSelectors"), false);
  }

  /// Which management events are selected whole. Leaving out single sources (AWS KMS is the usual
  /// one) does not count against it.
  public Set<Access> management() {
    var selected = EnumSet.noneOf(Access.class);
    if (defaults) {
      return EnumSet.allOf(Access.class);
    }
    for (var each : basic) {
      if (each.path("IncludeManagementEvents").asBoolean(false)) {
        selected.addAll(access(each.path("ReadWriteType").asText("All")));
      }
    }
    for (var each : advanced) {
      var fields = new SelectorFields(each);
      if (fields.admits("eventCategory", "Management")
          && fields.onlyNamed(Set.of("eventCategory", "readOnly", "eventSource"))
          && !fields.has("eventSource", "Equals", "StartsWith", "EndsWith")) {
        selected.addAll(fields.access());
      }
    }
    return selected;
  }

  /// How much of the data events of a type is selected.
  ///
  /// @param type as CloudTrail names it: `AWS::S3::Object`
  /// @param arn with what the ARNs of the resources asked about begin, as `arn:aws:s3:::shop/`;
  ///     empty for all of the type
  public Part data(String type, String arn, Access access) {
    var best = Part.NONE;
    for (var each : basic) {
      if (!access(each.path("ReadWriteType").asText("All")).contains(access)) {
        continue;
      }
      for (var resources : each.path("DataResources")) {
        if (resources.path("Type").asText("").equals(type)) {
          for (var value : resources.path("Values")) {
            best = better(best, prefix(value.asText(""), arn));
          }
        }
      }
    }
    for (var each : advanced) {
      best = better(best, advanced(new SelectorFields(each), type, arn, access));
    }
    return best;
  }

  private static Part advanced(SelectorFields fields, String type, String arn, Access access) {
    if (!fields.admits("eventCategory", "Data")
        || !fields.admits("resources.type", type)
        || !fields.access().contains(access)) {
      return Part.NONE;
    }
    var whole =
        fields.onlyNamed(Set.of("eventCategory", "resources.type", "readOnly", "resources.ARN"));
    var part = Part.ALL;
    for (var field : fields.named("resources.ARN")) {
      var covered = Part.NONE;
      var positive = false;
      for (var value : field.path("StartsWith")) {
        positive = true;
        covered = better(covered, prefix(value.asText(""), arn));
      }
      for (var operator : Set.of("Equals", "EndsWith")) {
        for (var value : field.path(operator)) {
          positive = true;
          covered =
              better(
                  covered,
                  operator.equals("EndsWith") || value.asText("").startsWith(arn)
                      ? Part.SOME
                      : Part.NONE);
        }
      }
      if (!positive) {
        covered = Part.ALL;
      }
      for (var operator : Set.of("NotStartsWith", "NotEquals", "NotEndsWith")) {
        for (var value : field.path(operator)) {
          covered = worse(covered, without(operator, value.asText(""), arn));
        }
      }
      part = worse(part, covered);
    }
    return whole ? part : worse(part, Part.SOME);
  }

  /// What is left of the resources asked about when those that a value names are left out.
  private static Part without(String operator, String value, String arn) {
    if (operator.equals("NotEndsWith")) {
      return Part.SOME;
    }
    if (operator.equals("NotStartsWith") && arn.startsWith(value)) {
      return Part.NONE;
    }
    return value.startsWith(arn) ? Part.SOME : Part.ALL;
  }

  /// What of the resources asked about begins with a value. `arn:aws:s3` stands for all buckets.
  private static Part prefix(String value, String arn) {
    if (arn.startsWith(value)) {
      return Part.ALL;
    }
    return value.startsWith(arn) ? Part.SOME : Part.NONE;
  }

  private static Part better(Part one, Part other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Part worse(Part one, Part other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Set<Access> access(String readWriteType) {
    return switch (readWriteType) {
      case "ReadOnly" -> EnumSet.of(Access.READ);
      case "WriteOnly" -> EnumSet.of(Access.WRITE);
      case "All" -> EnumSet.allOf(Access.class);
      default -> EnumSet.noneOf(Access.class);
    };
  }
}
