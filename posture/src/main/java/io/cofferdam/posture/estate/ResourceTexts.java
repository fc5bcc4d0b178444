package io.cofferdam.posture.estate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the resources of one inventory for the access engine, each with what others tell of it:
/// a bucket's access points, the keys that aliases stand for.
///
/// @param points the access points of each bucket, by its ARN
record ResourceTexts(ResourceJson writer, Map<String, List<Resource>> points) {
  ResourceTexts {
    var copy = new HashMap<String, List<Resource>>();
    points.forEach((bucket, of) -> copy.put(bucket, List.copyOf(of)));
    points = Map.copyOf(copy);
  }

  /// Whether a change of the resource may change how another one is written.
  static boolean tellsOfOthers(Resource resource) {
    return resource.type().startsWith("s3-access-point") || resource.type().equals("kms-alias");
  }

  /// The resource; empty where it neither has a policy nor runs code.
  Optional<ObjectNode> write(Resource resource) {
    return writer.write(resource, points.getOrDefault(resource.id(), List.of()));
  }
}
