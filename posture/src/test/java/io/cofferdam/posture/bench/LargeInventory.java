package io.cofferdam.posture.bench;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.ExpectedAccess;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.AccessReviews;
import io.cofferdam.posture.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The estate of a shop in any size: four of five resources belong to applications in the usual mix
/// ([Application]), one of five to copies of the controls' samples ([SampleUnits]), so that every
/// kind that a control judges is there. The number of accounts and what each holds grow alike: ten
/// times the resources are in about three times the accounts. The same size and seed give the same.
public final class LargeInventory {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final int RESOURCES_OF_ONE_ACCOUNT = 125;
  private static final int SAMPLES_IN = 5;
  private static final Set<String> IDENTITIES = Set.of("iam-role", "user", "managed-policy");

  private final Random random;
  private final Company company;
  private final List<String> accounts;
  private final List<Resource> resources = new ArrayList<>();
  private final List<Store> stores = new ArrayList<>();

  private LargeInventory(int size, long seed) {
    this.random = new Random(seed);
    this.company =
        new Company(
            (int) Math.max(2, Math.round(Math.sqrt(size / (double) RESOURCES_OF_ONE_ACCOUNT))));
    this.accounts = List.copyOf(company.accounts());
  }

  /// A scene of at least so many resources, with a data map that says what the company expects.
  public static Scene scene(ControlCatalogue catalogue, int size, long seed) {
    var made = new LargeInventory(size, seed);
    made.samples(new SampleUnits(catalogue), size / SAMPLES_IN);
    made.applications(size);
    var all = new ArrayList<>(made.resources);
    all.addAll(made.company.resources());
    all.sort(Comparator.comparing(Resource::id).thenComparing(Resource::type));
    return new Scene(new Inventory(all, List.of()), made.map(), NOW, Optional.of(made.reviews()));
  }

  /// Every unit about a whole account or region once for each account in turn, the others until
  /// there are enough, each at least once.
  private void samples(SampleUnits units, int enough) {
    int number = 0;
    for (int turn = 0; turn == 0 || resources.size() < enough; turn++) {
      for (int unit = 0; unit < units.size(); unit++) {
        var place = units.ofPlace(unit);
        if (turn == 0 || !place) {
          var account =
              accounts.get(
                  place
                      ? (unit + unit / accounts.size()) % accounts.size()
                      : number % accounts.size());
          var region = Company.REGIONS.get(number % Company.REGIONS.size());
          var copy = units.copy(unit, number, account, region, company);
          resources.addAll(copy.resources());
          stores.addAll(copy.stores());
          number++;
        }
      }
    }
  }

  private void applications(int size) {
    var application = new Application();
    for (int number = 0; resources.size() < size; number++) {
      var account = accounts.get(number % accounts.size());
      var region = Company.REGIONS.get(random.nextInt(Company.REGIONS.size()));
      for (var each : application.made(number, account, region, random)) {
        if (IDENTITIES.contains(each.type())) {
          company.identity(each);
        }
        if (!IDENTITIES.contains(each.type()) || each.type().equals("iam-role")) {
          resources.add(each);
        }
      }
      stores.add(
          new Store(
              "training " + number,
              ResourceId.bucket("shop-" + number + "-2"),
              "",
              StoreRole.TRAINING_DATA,
              List.of(),
              Ternary.TRUE,
              Map.of(),
              List.of("arn:aws:iam::" + account + ":role/app-" + number + "-2"),
              List.of(),
              "",
              Ternary.UNKNOWN,
              -1,
              List.of()));
    }
  }

  /// Every second store was reviewed, some long ago.
  private AccessReviews reviews() {
    var reviews = new HashMap<String, List<AccessReviews.Review>>();
    for (int i = 0; i < stores.size(); i += 2) {
      var at = NOW.minus(Duration.ofDays(random.nextInt(200)));
      var review = new AccessReviews.Review(at, at, "reviewer");
      reviews.put(stores.get(i).resource().id(), List.of(review));
    }
    return new AccessReviews(reviews, List.of());
  }

  private DataMap map() {
    var nobody = DataMap.empty();
    return new DataMap(
        nobody.organisation(),
        List.of(),
        nobody.networks(),
        stores,
        Optional.empty(),
        List.of(),
        List.of(),
        new Expectations(
            Company.REGIONS.subList(0, 2),
            List.of("777788889999"),
            365,
            "",
            new ExpectedAccess(List.of(), List.of(), ExpectedAccess.USUAL_READERS)));
  }
}
