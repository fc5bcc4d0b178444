package io.cofferdam.posture.plan;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.content.CatalogueFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Everything that is asked of one provider, service by service.
public record CollectPlan(String provider, List<ServicePlan> services) {
  private static final String ROOT = "catalog/collect/";

  public CollectPlan {
    services = List.copyOf(services);
  }

  /// The shipped plan of a provider: the files that `catalog/collect/PROVIDER/index.txt` lists.
  ///
  /// @throws CofferdamException CFD-POSTURE-0001 where a file cannot be read, CFD-POSTURE-0002 with
  ///     every mistake in every file
  public static CollectPlan shipped(String provider) {
    var problems = new ArrayList<String>();
    var services = new ArrayList<ServicePlan>();
    for (var path : new CatalogueFiles(ROOT + provider + "/").paths()) {
      services.add(new PlanFile(path, problems).read(CatalogueFiles.text(path)));
    }
    if (!problems.isEmpty()) {
      throw new CofferdamException(
          "CFD-POSTURE-0002",
          ErrorCategory.INVALID_INPUT,
          "the plan of what to collect has mistakes: " + String.join("; ", problems),
          "mend the files named");
    }
    return new CollectPlan(provider, services);
  }

  /// The actions that a policy must allow for all of it, in order.
  public List<String> permissions() {
    var all = new TreeSet<String>();
    services.forEach(service -> service.calls().forEach(call -> all.add(call.permission())));
    return List.copyOf(all);
  }
}
