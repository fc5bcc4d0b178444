package io.cofferdam.posture.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.ExpectedAccess;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.AccessReviews;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The scene that a sample describes. A sample is the facts of one resource and, beside them:
/// `type` (else the control's first), `id`, `name`, `account`, `region` of the resource; `gaps`,
/// facts that were not learnt; `list-gap: true`, resources of the type could not be listed;
/// `list-gaps`, types that could not be listed; `others`, further resources in the same form;
/// `account-facts`, facts of the account; `expected` with `regions`, `partners`, `log-days`,
/// `class-tag`, `readers-at-most`; `own-accounts`; `stores` of the data map with `bucket`, `role`
/// and `readers`; `reviews`, when each resource was reviewed last.
public final class SampleScene {
  static final String OWN = "111122223333";
  static final String REGION = "eu-central-1";
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Set<String> OF_SAMPLE =
      Set.of(
          "type",
          "id",
          "name",
          "account",
          "region",
          "gaps",
          "list-gap",
          "list-gaps",
          "others",
          "account-facts",
          "expected",
          "own-accounts",
          "stores",
          "reviews");

  private final Control control;
  private final JsonNode sample;

  public SampleScene(Control control, JsonNode sample) {
    this.control = control;
    this.sample = sample;
  }

  private String type() {
    return sample.path("type").asText(control.resource());
  }

  private boolean listGap() {
    return sample.path("list-gap").asBoolean();
  }

  /// What the control gives on the sample.
  public Outcome outcome() {
    var scene = scene();
    return new Evaluator(List.of(control), new Predicates())
        .evaluate(scene).stream()
            .filter(f -> listGap() || isSubject(f.resource()))
            .findFirst()
            .orElseThrow()
            .outcome();
  }

  private boolean isSubject(Resource resource) {
    return resource.type().equals(type()) && resource.id().equals(subject().id());
  }

  private Resource subject() {
    return resource(sample, type());
  }

  /// The sample with all that lies around it.
  public Scene scene() {
    var resources = new ArrayList<Resource>();
    var gaps = new ArrayList<ListGap>();
    if (!type().equals(Inventory.ACCOUNT)) {
      var account = sample.path("account-facts").deepCopy();
      resources.add(
          new Resource(
              Inventory.ACCOUNT,
              arn(Inventory.ACCOUNT),
              OWN,
              OWN,
              "",
              facts(account),
              gaps(account)));
    }
    if (!type().equals(Inventory.REGION)) {
      resources.add(
          new Resource(
              Inventory.REGION,
              arn(Inventory.REGION),
              REGION,
              OWN,
              REGION,
              JsonNodeFactory.instance.objectNode(),
              List.of()));
    }
    if (listGap()) {
      gaps.add(listGap(type()));
    } else {
      resources.add(subject());
    }
    sample.path("list-gaps").forEach(each -> gaps.add(listGap(each.asText())));
    sample.path("others").forEach(o -> resources.add(resource(o, o.path("type").asText())));
    return new Scene(new Inventory(resources, gaps), map(), NOW, reviews());
  }

  private static ListGap listGap(String type) {
    return new ListGap(
        OWN, REGION, type, new Gap(type, "s3 List", "s3:List", CallOutcome.DENIED, "denied"));
  }

  private DataMap map() {
    var nobody = DataMap.empty();
    var expected = sample.path("expected");
    return new DataMap(
        nobody.organisation(),
        texts(sample.path("own-accounts")),
        nobody.networks(),
        stores(),
        nobody.subjects(),
        nobody.canaries(),
        nobody.completeLogs(),
        new Expectations(
            texts(expected.path("regions")),
            texts(expected.path("partners")),
            expected.path("log-days").asLong(-1),
            expected.path("class-tag").asText(""),
            new ExpectedAccess(
                List.of(),
                List.of(),
                expected.path("readers-at-most").asInt(ExpectedAccess.USUAL_READERS))));
  }

  private List<Store> stores() {
    var stores = new ArrayList<Store>();
    for (var store : sample.path("stores")) {
      var bucket = store.path("bucket").asText();
      stores.add(
          new Store(
              bucket,
              ResourceId.bucket(bucket),
              "",
              StoreRole.valueOf(store.path("role").asText("UNKNOWN")),
              List.of(),
              Ternary.TRUE,
              Map.of(),
              texts(store.path("readers")),
              List.of(),
              "",
              Ternary.UNKNOWN,
              -1,
              List.of()));
    }
    return stores;
  }

  private Optional<AccessReviews> reviews() {
    if (!sample.has("reviews")) {
      return Optional.empty();
    }
    var reviews = new HashMap<String, List<AccessReviews.Review>>();
    sample
        .path("reviews")
        .properties()
        .forEach(
            each ->
                reviews.put(
                    each.getKey(), List.of(review(Instant.parse(each.getValue().asText())))));
    return Optional.of(new AccessReviews(reviews, List.of()));
  }

  private static AccessReviews.Review review(Instant at) {
    return new AccessReviews.Review(at, at, "mara-lind");
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Resource resource(JsonNode sample, String type) {
    var id = sample.path("id").asText(arn(type));
    return new Resource(
        type,
        id,
        sample.path("name").asText(type.equals("s3-bucket") ? bucket(id) : "shop-training"),
        sample.path("account").asText(OWN),
        sample.path("region").asText(REGION),
        facts(sample),
        gaps(sample));
  }

  private static String bucket(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private static ObjectNode facts(JsonNode sample) {
    ObjectNode facts =
        sample.isObject() ? sample.deepCopy() : JsonNodeFactory.instance.objectNode();
    facts.remove(OF_SAMPLE);
    return facts;
  }

  private static List<Gap> gaps(JsonNode sample) {
    var gaps = new ArrayList<Gap>();
    sample
        .path("gaps")
        .forEach(
            gap ->
                gaps.add(
                    new Gap(
                        gap.asText(), "s3 Get", "s3:GetSomething", CallOutcome.DENIED, "denied")));
    return gaps;
  }

  private static String arn(String type) {
    return switch (type) {
      case "s3-bucket" -> "arn:aws:s3:::shop-training";
      case "s3-access-point" -> "arn:aws:s3:eu-central-1:111122223333:accesspoint/shop-training";
      case "kms-key" ->
          "arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555";
      case "iam-role" -> "arn:aws:iam::" + OWN + ":role/shop-training";
      case Inventory.ACCOUNT -> "arn:aws:iam::" + OWN + ":root";
      case Inventory.REGION -> "arn:aws:account::" + OWN + ":region/" + REGION;
      default -> "arn:aws:" + type + ":eu-central-1:" + OWN + ":shop-training";
    };
  }
}
