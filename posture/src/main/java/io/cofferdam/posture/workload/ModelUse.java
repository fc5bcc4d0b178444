package io.cofferdam.posture.workload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Models of Bedrock that were called on demand: CloudWatch lists a metric for each model that was
/// called in the last two weeks
/// (`https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html`).
final class ModelUse {
  static final String FACT = "bedrock-metrics";

  private ModelUse() {}

  static List<Workload> of(Resource region) {
    var models = new TreeSet<String>();
    for (var dimension : Facts.items(region.facts(), FACT + ".Metrics.Dimensions")) {
      if (dimension.path("Name").asText("").equals("ModelId")) {
        models.add(dimension.path("Value").asText(""));
      }
    }
    models.remove("");
    return models.stream().map(model -> workload(region, model)).toList();
  }

  private static Workload workload(Resource region, String model) {
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("modelId", model);
    var id =
        "arn:aws:bedrock:" + region.region() + ":" + region.account() + ":called-model/" + model;
    return new Workload(
        new Resource(
            Workloads.MODEL_USE, id, model, region.account(), region.region(), facts, List.of()),
        WorkloadKind.ENDPOINT,
        Sureness.CERTAIN,
        List.of("Bedrock was called with this model in the two weeks before"),
        Map.of(Relation.SERVES, Set.of(model)),
        List.of(),
        List.of());
  }
}
