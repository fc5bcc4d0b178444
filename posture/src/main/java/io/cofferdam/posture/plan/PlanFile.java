package io.cofferdam.posture.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.posture.plan.CallPlan.ListPlan;
import io.cofferdam.posture.plan.CallPlan.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the plan of one service; what is wrong goes to the problems with its place.
final class PlanFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> OF_SERVICE =
      Set.of("service", "global", "source", "in-flight", "per-second", "calls");
  private static final Set<String> OF_CALL =
      Set.of(
          "operation",
          "permission",
          "for",
          "when",
          "with",
          "lists",
          "items",
          "id",
          "name",
          "region",
          "owner",
          "as",
          "take",
          "absent",
          "page",
          "drop");
  private static final int IN_FLIGHT = 8;

  private final String file;
  private final List<String> problems;

  PlanFile(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  ServicePlan read(String text) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException bad) {
      problems.add(file + " is no YAML: line " + bad.getLocation().getLineNr());
      return new ServicePlan("", false, "", 1, List.of());
    }
    known(root, OF_SERVICE, "");
    var service = required(root, "service", "");
    var calls = new ArrayList<CallPlan>();
    for (var call : root.path("calls")) {
      calls.add(call(service, call));
    }
    if (calls.isEmpty()) {
      problems.add(file + ": no calls");
    }
    return new ServicePlan(
        service,
        root.path("global").asBoolean(false),
        required(root, "source", ""),
        number(root, "in-flight", IN_FLIGHT),
        number(root, "per-second", ServicePlan.PER_SECOND),
        calls);
  }

  private CallPlan call(String service, JsonNode call) {
    var operation = required(call, "operation", "a call");
    known(call, OF_CALL, operation);
    var with = new LinkedHashMap<String, String>();
    call.path("with").properties().forEach(e -> with.put(e.getKey(), e.getValue().asText()));
    Optional<ListPlan> lists = Optional.empty();
    if (call.has("lists")) {
      lists =
          Optional.of(
              new ListPlan(
                  required(call, "lists", operation),
                  required(call, "items", operation),
                  required(call, "id", operation),
                  required(call, "name", operation),
                  call.path("region").asText(""),
                  call.path("owner").asText("")));
    } else if (!call.has("as")) {
      problems.add(file + ": " + operation + " neither lists resources nor becomes a fact [`as`]");
    }
    var permission = required(call, "permission", operation);
    if (!permission.matches("[a-z0-9-]+:[A-Za-z0-9]+")) {
      problems.add(file + ": " + operation + ": `" + permission + "` is no action [s3:GetObject]");
    }
    return new CallPlan(
        service,
        operation,
        permission,
        call.path("for").asText(""),
        call.path("when").asText(""),
        with,
        lists,
        call.path("as").asText(""),
        call.path("take").asText(""),
        Set.copyOf(texts(call.path("absent"))),
        paging(call.path("page")),
        texts(call.path("drop")));
  }

  private static Optional<Paging> paging(JsonNode page) {
    return page.isMissingNode()
        ? Optional.empty()
        : Optional.of(new Paging(page.path("token").asText(), page.path("next").asText()));
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private int number(JsonNode root, String field, int otherwise) {
    var value = root.path(field).asInt(otherwise);
    if (value < 1 || value > 1000) {
      problems.add(file + ": `" + field + "` is " + value + " [1 to 1000]");
      return otherwise;
    }
    return value;
  }

  private String required(JsonNode node, String field, String where) {
    var value = node.path(field).asText("");
    if (value.isEmpty()) {
      problems.add(file + ": " + (where.isEmpty() ? "" : where + " ") + "lacks `" + field + "`");
    }
    return value;
  }

  private void known(JsonNode node, Set<String> fields, String where) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.contains(name)) {
                problems.add(
                    file
                        + ": "
                        + (where.isEmpty() ? "" : where + ": ")
                        + "unknown field `"
                        + name
                        + "`");
              }
            });
  }
}
