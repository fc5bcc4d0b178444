package io.cofferdam.posture.workload;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What keeps it unknown whether there are more workloads than those that were found: lists that
/// gave no answer, resources whose traits could not be read, models of Bedrock that nobody could
/// say are called. While there is any, nothing may be said to be without workloads.
public final class Unseen {
  private Unseen() {}

  /// In a whole account.
  ///
  /// @return each with its permission, without repetition
  public static List<String> of(String account, Scene scene) {
    return words(scene, (inAccount, inRegion) -> inAccount.equals(account));
  }

  /// In the account and region of a resource.
  public static List<String> beside(Resource resource, Scene scene) {
    return words(
        scene,
        (inAccount, inRegion) ->
            inAccount.equals(resource.account()) && inRegion.equals(resource.region()));
  }

  private interface Place {
    boolean holds(String account, String region);
  }

  private static List<String> words(Scene scene, Place place) {
    var workloads = Workloads.of(scene);
    Predicate<ListGap> there = gap -> place.holds(gap.account(), gap.region());
    var lists = workloads.gaps().stream().filter(there).map(ListGap::gap);
    var undecided =
        workloads.undecided().stream()
            .filter(each -> place.holds(each.resource().account(), each.resource().region()))
            .flatMap(each -> each.gaps().stream());
    return Stream.concat(lists, undecided)
        .filter(gap -> !gap.message().contains("no such region"))
        .map(Gap::words)
        .map(each -> each + ", so workloads may be missing")
        .distinct()
        .toList();
  }
}
