package io.cofferdam.posture.predicate.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// One selector of a trail: an event is selected if it meets the conditions on all fields.
///
/// @param name as people called it, or its place
record EventSelector(String name, List<FieldSelector> fields) {
  static final String CATEGORY = "eventCategory";
  static final String TYPE = "resources.type";
  static final String ARN = "resources.ARN";
  static final String READ_ONLY = "readOnly";

  EventSelector {
    fields = List.copyOf(fields);
  }

  /// The selectors in an answer of GetEventSelectors, of either kind; a trail has one kind. What a
  /// basic selector says of data events is written as advanced ones.
  static List<EventSelector> of(JsonNode answer) {
    var selectors = new ArrayList<EventSelector>();
    for (var advanced : answer.path("AdvancedEventSelectors")) {
      var fields = new ArrayList<FieldSelector>();
      advanced.path("FieldSelectors").forEach(field -> fields.add(FieldSelector.of(field)));
      selectors.add(
          new EventSelector(
              advanced.path("Name").asText("selector " + (selectors.size() + 1)), fields));
    }
    var number = 0;
    for (var basic : answer.path("EventSelectors")) {
      number++;
      for (var resource : basic.path("DataResources")) {
        selectors.add(basic("selector " + number, basic, resource));
      }
    }
    return selectors;
  }

  /// `Values` are prefixes of ARNs (AWS CloudTrail API Reference, DataResource).
  private static EventSelector basic(String name, JsonNode selector, JsonNode resource) {
    var fields = new ArrayList<FieldSelector>();
    fields.add(FieldSelector.equalTo(CATEGORY, "Data"));
    fields.add(FieldSelector.equalTo(TYPE, resource.path("Type").asText()));
    switch (selector.path("ReadWriteType").asText("All")) {
      case "ReadOnly" -> fields.add(FieldSelector.equalTo(READ_ONLY, "true"));
      case "WriteOnly" -> fields.add(FieldSelector.equalTo(READ_ONLY, "false"));
      default -> {}
    }
    var values = new ArrayList<String>();
    resource.path("Values").forEach(value -> values.add(value.asText()));
    if (values.isEmpty()) {
      // nothing is named, so nothing is selected
      values.add("(none)");
    }
    fields.add(FieldSelector.startingWith(ARN, values));
    return new EventSelector(name, fields);
  }
}
