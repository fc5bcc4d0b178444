package io.cofferdam.posture.trail;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.trail.EventKind;
import io.cofferdam.posture.predicate.trail.EventSelectors;
import io.cofferdam.posture.predicate.trail.EventSelectors.Missed;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which events a trail selects
/// (`https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html`).
public final class EventSelection {
  private final JsonNode answer;

  private EventSelection(JsonNode answer) {
    this.answer = answer;
  }

  /// Calls that read, and calls that change something.
  public enum Access {
    READ,
    WRITE
  }

  /// How much of what was asked about is selected.
  public enum Part {
    ALL,
    /// Only some events, resources or callers; or it took too long to tell.
    SOME,
    NONE
  }

  /// That of a trail whose fact `selectors` was read.
  public static EventSelection ofTrail(Resource trail) {
    return new EventSelection(trail.fact("selectors"));
  }

  /// Which management events are selected whole; all, where nobody gave the trail selectors.
  /// Leaving out single sources (AWS KMS is the usual one) does not count against it.
  public Set<Access> management() {
    var basic = answer.path("EventSelectors");
    var advanced = answer.path("AdvancedEventSelectors");
    if (basic.isEmpty() && advanced.isEmpty()) {
      return EnumSet.allOf(Access.class);
    }
    var selected = EnumSet.noneOf(Access.class);
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
  /// @param type as CloudTrail names it: `AWS::Bedrock::AgentAlias`
  public Part data(String type) {
    var selectors = EventSelectors.of(answer);
    var kind =
        new EventKind(
            Map.of("eventCategory", List.of("Data"), "resources.type", List.of(type)), Map.of());
    if (!selectors.touches(kind)) {
      return Part.NONE;
    }
    return switch (selectors.missed(kind)) {
      case Missed.None none -> Part.ALL;
      case Missed.Event event -> Part.SOME;
      case Missed.Undecided undecided -> Part.SOME;
    };
  }

  private static Set<Access> access(String readWriteType) {
    return switch (readWriteType) {
      case "ReadOnly" -> EnumSet.of(Access.READ);
      case "WriteOnly" -> EnumSet.of(Access.WRITE);
      case "All" -> EnumSet.allOf(Access.class);
      default -> EnumSet.noneOf(Access.class);
    };
  }
}
