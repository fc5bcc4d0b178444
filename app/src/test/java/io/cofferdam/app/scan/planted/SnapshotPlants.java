package io.cofferdam.app.scan.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/// Disk snapshots that are shared, and such as were.
final class SnapshotPlants {
  private static final String SHARED = "aws.ebs.encryption-share";

  private final Ec2Client ec2;
  private final Random random;
  private final String key;

  SnapshotPlants(Ec2Client ec2, Random random, String key) {
    this.ec2 = ec2;
    this.random = random;
    this.key = key;
  }

  List<Plant> plant(int times) {
    var plants = new ArrayList<Plant>();
    for (int i = 0; i < times; i++) {
      var all = snapshot();
      share(all, OperationType.ADD, "all", "");
      plants.add(new Plant(arn(all), "shared with all", Set.of(SHARED), Set.of()));

      var one = snapshot();
      share(one, OperationType.ADD, "", PlantedAccount.FOREIGN);
      plants.add(new Plant(arn(one), "shared with a foreign account", Set.of(SHARED), Set.of()));

      var former = snapshot();
      share(former, OperationType.ADD, "all", "");
      share(former, OperationType.REMOVE, "all", "");
      plants.add(new Plant(arn(former), "no longer shared", Set.of(), Set.of(SHARED)));

      plants.add(new Plant(arn(snapshot()), "never shared", Set.of(), Set.of(SHARED)));
    }
    return plants;
  }

  private String snapshot() {
    var zone = PlantedAccount.REGION + PlantedAccount.one(random, "a", "b");
    var volume =
        ec2.createVolume(
                b ->
                    b.availabilityZone(zone)
                        .size(1 + random.nextInt(9))
                        .encrypted(true)
                        .kmsKeyId(key))
            .volumeId();
    return ec2.createSnapshot(b -> b.volumeId(volume)).snapshotId();
  }

  private void share(String snapshot, OperationType operation, String group, String account) {
    ec2.modifySnapshotAttribute(
        b -> {
          b.snapshotId(snapshot)
              .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
              .operationType(operation);
          if (!group.isEmpty()) {
            b.groupNames(group);
          }
          if (!account.isEmpty()) {
            b.userIds(account);
          }
        });
  }

  private static String arn(String snapshot) {
    return "arn:aws:ec2:eu-central-1:" + PlantedAccount.ACCOUNT + ":snapshot/" + snapshot;
  }
}
