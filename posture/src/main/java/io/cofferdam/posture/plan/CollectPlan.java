package io.cofferdam.posture.plan;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Everything that is asked of one provider, service by service.
public record CollectPlan(String provider, List<ServicePlan> services) {
  private static final String ROOT = "catalog/collect/";
  private static final int MAX_BYTES = 1 << 20;

  public CollectPlan {
    services = List.copyOf(services);
  }

  /// The shipped plan of a provider: the files that `catalog/collect/PROVIDER/index.txt` lists.
  ///
  /// @throws CofferdamException CFD-POSTURE-0001 where a file cannot be read, CFD-POSTURE-0002 with
  ///     every mistake in every file
  public static CollectPlan shipped(String provider) {
    var folder = ROOT + provider + "/";
    var problems = new ArrayList<String>();
    var services = new ArrayList<ServicePlan>();
    for (var name : read(folder + "index.txt").lines().map(String::strip).toList()) {
      if (!name.isEmpty() && !name.startsWith("#")) {
        services.add(new PlanFile(folder + name, problems).read(read(folder + name)));
      }
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

  /// Only these services, for a partial scan.
  public CollectPlan only(List<String> names) {
    return new CollectPlan(
        provider, services.stream().filter(s -> names.contains(s.service())).toList());
  }

  /// The actions that a policy must allow for all of it, in order.
  public List<String> permissions() {
    var all = new TreeSet<String>();
    services.forEach(service -> service.calls().forEach(call -> all.add(call.permission())));
    return List.copyOf(all);
  }

  private static String read(String name) {
    try (var in = CollectPlan.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw unreadable(name);
      }
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException bad) {
      throw unreadable(name);
    }
  }

  private static CofferdamException unreadable(String name) {
    return new CofferdamException(
        "CFD-POSTURE-0001",
        ErrorCategory.INVALID_INPUT,
        "`" + name + "` cannot be read [UTF-8 YAML of at most 1 MiB]",
        "check that the index lists it by its relative path");
  }
}
