package io.cofferdam.app.scan.planted;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Plants several hundred resources, faults and look-alikes mixed, in an account of a stand-in. The
/// same seed plants the same.
public final class PlantedAccount {
  static final String ACCOUNT = "111122223333";
  static final String FOREIGN = "444455556666";
  static final String REGION = "eu-central-1";

  /// What the owner of the account says of it.
  public static final String DATA_MAP =
      """
      version: 1
      expected:
        partners: ["777788889999"]
      """;

  private PlantedAccount() {}

  /// Plants and tells what was planted.
  ///
  /// @param times how often each kind is planted, each time with names and details of its own
  public static List<Plant> in(URI endpoint, long seed, int times) {
    var random = new Random(seed);
    var plants = new ArrayList<Plant>();
    try (var clients = Clients.of(endpoint)) {
      var keys = new KeyPlants(clients.kms(), random);
      plants.addAll(keys.plant(times));
      plants.addAll(new BucketPlants(clients.s3(), random, keys.wellKept()).plant(times));
      plants.addAll(new SnapshotPlants(clients.ec2(), random, keys.wellKept()).plant(times));
      plants.addAll(new RolePlants(clients.iam(), random).plant(times));
    }
    return List.copyOf(plants);
  }

  /// A name that nobody can tell faults from: eight letters of no meaning.
  static String name(Random random, String prefix) {
    var name = new StringBuilder(prefix);
    for (int i = 0; i < 8; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }

  @SafeVarargs
  static <T> T one(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }
}
