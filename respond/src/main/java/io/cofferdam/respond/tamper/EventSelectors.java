package io.cofferdam.respond.tamper;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;

/// What a trail was told to log, from its basic or advanced event selectors (AWS CloudTrail API
/// Reference, `EventSelector` and `AdvancedEventSelector`).
///
/// @param managementWrites whether every configuration change of S3 and IAM is logged
/// @param someData whether any data events are
/// @param readsOf selectors that include every read of the objects under a prefix of bucket ARNs
public record EventSelectors(
    boolean managementWrites, boolean someData, List<ObjectReads> readsOf) {

  /// Reads of all objects whose ARN starts with `prefix`, none left out.
  public record ObjectReads(String prefix) {}

  public EventSelectors {
    readsOf = List.copyOf(readsOf);
  }

  /// A trail that was just made: all management events, no data events.
  public static final EventSelectors OF_NEW_TRAIL = new EventSelectors(true, false, List.of());

  /// Whether every read of every object of the bucket is logged.
  public boolean readsOfBucket(String bucket) {
    var objects = "arn:aws:s3:::" + bucket + "/";
    return readsOf.stream().anyMatch(r -> objects.startsWith(r.prefix()));
  }

  /// Reads selectors of either form.
  ///
  /// @param setting request of PutEventSelectors, or a trail's configuration
  public static EventSelectors read(JsonNode setting) {
    var management = false;
    var data = false;
    var reads = new ArrayList<ObjectReads>();
    for (var selector : Json.items(Json.decoded(setting.path("eventSelectors")))) {
      var type = selector.path("readWriteType").asText("All");
      management |=
          selector.path("includeManagementEvents").asBoolean(true) && !type.equals("ReadOnly");
      for (var resource : Json.items(selector.path("dataResources"))) {
        data |= !Json.items(resource.path("values")).isEmpty();
        if (resource.path("type").asText("").equals("AWS::S3::Object")
            && !type.equals("WriteOnly")) {
          Json.items(resource.path("values")).forEach(v -> add(v.asText(), reads));
        }
      }
    }
    for (var selector : Json.items(Json.decoded(setting.path("advancedEventSelectors")))) {
      var fields = Json.items(selector.path("fieldSelectors"));
      var category = equalTo(fields, "eventCategory");
      management |= category.contains("Management") && unnarrowed(fields, "false");
      if (category.contains("Data")) {
        data = true;
        if (equalTo(fields, "resources.type").contains("AWS::S3::Object")) {
          advanced(fields, reads);
        }
      }
    }
    return new EventSelectors(management, data, reads);
  }

  /// `arn:aws:s3` stands for every bucket.
  private static void add(String value, List<ObjectReads> reads) {
    if (value.startsWith("arn:aws:s3")) {
      reads.add(new ObjectReads(value.equals("arn:aws:s3") ? "arn:aws:s3:::" : value));
    }
  }

  private static void advanced(List<JsonNode> fields, List<ObjectReads> reads) {
    if (!unnarrowed(fields, "true")) {
      return;
    }
    var named = false;
    for (var field : fields) {
      if (field.path("field").asText("").equals("resources.ARN")) {
        named = true;
        if (operators(field).stream().allMatch(o -> o.equals("startsWith"))) {
          Json.items(field.path("startsWith")).forEach(v -> add(v.asText(), reads));
        }
      }
    }
    if (!named) {
      reads.add(new ObjectReads("arn:aws:s3:::"));
    }
  }

  /// Whether the fields leave out nothing but the half of reads and writes that is not asked for,
  /// and the two services whose events are noise.
  private static boolean unnarrowed(List<JsonNode> fields, String readOnly) {
    for (var field : fields) {
      var fine =
          switch (field.path("field").asText("")) {
            case "eventCategory", "resources.type", "resources.ARN" -> true;
            case "readOnly" ->
                operators(field).equals(List.of("equals"))
                    && Json.items(field.path("equals")).stream()
                        .allMatch(v -> v.asText().equals(readOnly));
            case "eventSource" ->
                operators(field).equals(List.of("notEquals"))
                    && Json.items(field.path("notEquals")).stream()
                        .allMatch(
                            v ->
                                v.asText().equals("kms.amazonaws.com")
                                    || v.asText().equals("rdsdata.amazonaws.com"));
            default -> false;
          };
      if (!fine) {
        return false;
      }
    }
    return true;
  }

  private static List<String> operators(JsonNode field) {
    var names = new ArrayList<String>();
    field
        .properties()
        .forEach(
            p -> {
              if (!p.getKey().equals("field") && !Json.items(p.getValue()).isEmpty()) {
                names.add(p.getKey());
              }
            });
    return names;
  }

  private static List<String> equalTo(List<JsonNode> fields, String name) {
    var values = new ArrayList<String>();
    for (var field : fields) {
      if (field.path("field").asText("").equals(name)) {
        Json.items(field.path("equals")).forEach(v -> values.add(v.asText()));
      }
    }
    return values;
  }
}
