package io.cofferdam.posture.workload;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.content.CatalogueFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What workloads of one provider look like.
///
/// @param possible points from which a resource may be one
/// @param likely points from which it is likely one
/// @param certain points from which it is one
record WorkloadSigns(
    int possible, int likely, int certain, List<Sign> signs, Map<String, WorkloadType> types) {
  private static final String ROOT = "catalog/workloads/";

  WorkloadSigns {
    signs = List.copyOf(signs);
    types = Map.copyOf(types);
  }

  /// The shipped signs: the files that `catalog/workloads/PROVIDER/index.txt` lists.
  ///
  /// @throws CofferdamException CFD-POSTURE-0008 with every mistake in every file
  static WorkloadSigns shipped(String provider) {
    var files = new CatalogueFiles(ROOT + provider + "/").paths();
    var problems = new ArrayList<String>();
    var gathered = new SignFile(problems);
    for (var path : files) {
      gathered.read(path, CatalogueFiles.text(path));
    }
    var signs = gathered.signs();
    if (!problems.isEmpty()) {
      throw new CofferdamException(
          "CFD-POSTURE-0008",
          ErrorCategory.INVALID_INPUT,
          "signs of workloads have mistakes: " + String.join("; ", problems),
          "mend the files named");
    }
    return signs;
  }

  static WorkloadSigns of(int[] points, List<Sign> signs, List<WorkloadType> types) {
    var byName = new LinkedHashMap<String, WorkloadType>();
    types.forEach(type -> byName.put(type.type(), type));
    return new WorkloadSigns(points[0], points[1], points[2], signs, byName);
  }

  Optional<Sureness> sureness(int points) {
    if (points >= certain) {
      return Optional.of(Sureness.CERTAIN);
    }
    if (points >= likely) {
      return Optional.of(Sureness.LIKELY);
    }
    return points >= possible ? Optional.of(Sureness.POSSIBLE) : Optional.empty();
  }
}
