package io.cofferdam.posture.predicate.store;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.key.KmsKeys;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.List;

/// Volumes, snapshots and images are encrypted and shared with nobody outside the trust zone; where
/// there are any, the region encrypts by default and lets none be made public. Those that are known
/// to hold confidential data are encrypted with a key of the customer.
final class DiskGuard implements Predicate {
  private static final List<String> DISKS = List.of("ebs-volume", "ebs-snapshot", "ec2-image");

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    switch (resource.type()) {
      case "ebs-volume" -> encrypted("the volume", resource, scene, verdict);
      case "ebs-snapshot" -> {
        encrypted("the snapshot", resource, scene, verdict);
        shared("the snapshot", resource, scene, verdict);
      }
      case "ec2-image" -> {
        if (resource.fact("Public").asBoolean(false)) {
          verdict.wrong("the image is public", "Public true");
        }
        blocks(resource, verdict);
        shared("the image", resource, scene, verdict);
      }
      default -> {
        return region(resource, scene, verdict);
      }
    }
    return verdict.outcome();
  }

  private static void encrypted(String what, Resource disk, Scene scene, Verdict verdict) {
    if (!disk.fact("Encrypted").asBoolean(false)) {
      verdict.wrong(what + " is not encrypted", "Encrypted false");
      return;
    }
    var classed =
        scene
            .sensitivity(disk)
            .map(each -> each.compareTo(Sensitivity.CONFIDENTIAL) >= 0)
            .orElse(false);
    if (classed) {
      KmsKeys.of(scene).test("its blocks", disk.fact("KmsKeyId").asText(""), disk, verdict);
    } else {
      verdict.fine(what + " is encrypted");
    }
  }

  /// Disks that an image brings along; one made from a snapshot is as that snapshot is.
  private static void blocks(Resource image, Verdict verdict) {
    for (var mapping : image.fact("BlockDeviceMappings")) {
      var disk = mapping.path("Ebs");
      if (disk.path("Encrypted").isBoolean() && !disk.path("Encrypted").asBoolean()) {
        verdict.wrong(
            "a disk of the image is not encrypted",
            mapping.path("DeviceName").asText("") + " Encrypted false");
        return;
      }
    }
  }

  /// `block-all-sharing` treats what is shared with all as private, though the attribute still
  /// tells it (EC2 guide, "Block public access for Amazon EBS snapshots").
  private static boolean kept(Resource disk, Scene scene) {
    return disk.type().equals("ebs-snapshot")
        && scene.inventory().ofType(Inventory.REGION).stream()
            .filter(each -> each.account().equals(disk.account()))
            .filter(each -> each.region().equals(disk.region()))
            .anyMatch(
                each -> each.fact("snapshot-block.State").asText("").equals("block-all-sharing"));
  }

  /// Why the region's block is not known.
  private static List<String> unread(Resource disk, Scene scene) {
    return scene.inventory().region(disk.account(), disk.region()).stream()
        .filter(_ -> disk.type().equals("ebs-snapshot"))
        .flatMap(region -> region.gapsOf(List.of("snapshot-block")).stream())
        .map(gap -> gap.words())
        .toList();
  }

  private static void shared(String what, Resource disk, Scene scene, Verdict verdict) {
    if (verdict.lacks(disk, "shares")) {
      return;
    }
    var shares = new Shares(what, scene, verdict);
    for (var share : disk.fact("shares")) {
      if (share.path("Group").asText("").equals("all")) {
        var unread = unread(disk, scene);
        if (!unread.isEmpty()) {
          unread.forEach(
              gap ->
                  verdict.open(
                      gap
                          + ": "
                          + what
                          + " is shared with all, unless the region's block forbids"));
          continue;
        }
        if (kept(disk, scene)) {
          verdict.fine(what + " is shared with all, which the region's block keeps private");
        } else {
          shares.all();
        }
      }
      shares.account(share.path("UserId").asText(""));
      shares.organisation(share.path("OrganizationArn").asText(""));
      shares.organisation(share.path("OrganizationalUnitArn").asText(""));
    }
    verdict.fine(what + " is shared with nobody outside the zone");
  }

  private static Outcome region(Resource region, Scene scene, Verdict verdict) {
    var used =
        DISKS.stream()
            .flatMap(type -> scene.inventory().ofType(type).stream())
            .anyMatch(
                disk ->
                    disk.account().equals(region.account())
                        && disk.region().equals(region.region()));
    if (!used) {
      return new Absence()
          .lists(scene, DISKS.toArray(String[]::new))
          .outcome("no volume, snapshot or image is there");
    }
    if (!verdict.lacks(region, "ebs-encryption")
        && !region.fact("ebs-encryption.EbsEncryptionByDefault").asBoolean(false)) {
      verdict.wrong("new volumes are not encrypted by default", "EbsEncryptionByDefault false");
    }
    state(region, "snapshot-block", "State", "snapshots", verdict);
    state(region, "image-block", "ImageBlockPublicAccessState", "images", verdict);
    return verdict.fine("none can be made public").outcome();
  }

  private static void state(
      Resource region, String fact, String member, String what, Verdict verdict) {
    if (verdict.lacks(region, fact)) {
      return;
    }
    var state = region.fact(fact + "." + member).asText("unblocked");
    if (!state.startsWith("block-")) {
      verdict.wrong(what + " can be made public", member + " " + state);
    }
  }
}
