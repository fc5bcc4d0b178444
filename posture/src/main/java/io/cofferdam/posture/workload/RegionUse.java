package io.cofferdam.posture.workload;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In which regions there is something whose logs would be missed after a leak: a workload with a
/// language model that is at least likely one, or data whose class is confidential or restricted.
public final class RegionUse {
  private final Workloads workloads;
  private final Map<String, List<String>> reasons = new HashMap<>();

  private RegionUse(Scene scene) {
    workloads = Workloads.of(scene);
    for (var each : workloads.atLeast(Sureness.LIKELY)) {
      add(each.resource(), each.kind().word() + " `" + each.resource().name() + "`");
    }
    for (var resource : scene.inventory().resources()) {
      if (scene
          .sensitivity(resource)
          .filter(s -> s.compareTo(Sensitivity.CONFIDENTIAL) >= 0)
          .isPresent()) {
        add(resource, "classed data in `" + resource.name() + "`");
      }
    }
  }

  private void add(Resource resource, String why) {
    reasons.computeIfAbsent(key(resource), _ -> new ArrayList<>()).add(why);
  }

  public static RegionUse of(Scene scene) {
    return scene.derived(RegionUse.class, RegionUse::new);
  }

  /// Why a region matters, the surest first; empty where nothing was found.
  public List<String> reasons(Resource region) {
    return List.copyOf(reasons.getOrDefault(key(region), List.of()));
  }

  /// What is said of a region that does not matter; empty where it does.
  public Optional<Outcome> unused(Resource region) {
    if (!reasons(region).isEmpty()) {
      return Optional.empty();
    }
    var missing = new ArrayList<String>();
    workloads.gaps().stream()
        .filter(
            gap -> gap.account().equals(region.account()) && gap.region().equals(region.region()))
        .map(gap -> gap.gap())
        .filter(RegionUse::tells)
        .map(Gap::words)
        .forEach(missing::add);
    region.gapsOf(List.of(ModelUse.FACT)).stream()
        .filter(RegionUse::tells)
        .map(Gap::words)
        .forEach(missing::add);
    workloads.undecided().stream()
        .filter(each -> key(each.resource()).equals(key(region)))
        .flatMap(each -> each.gaps().stream())
        .map(Gap::words)
        .forEach(missing::add);
    return Optional.of(
        missing.isEmpty()
            ? new Outcome.NotApplicable(
                "no workload with a language model and no classed data was found there")
            : new Outcome.Undetermined(
                missing.stream()
                    .distinct()
                    .map(each -> each + ", so workloads may be missing")
                    .toList()));
  }

  /// A service that is not offered in a region hides nothing there.
  private static boolean tells(Gap gap) {
    return !gap.message().contains("no such region");
  }

  private static String key(Resource resource) {
    return resource.account() + "\n" + resource.region();
  }
}
