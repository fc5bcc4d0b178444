package io.cofferdam.drill.world;

import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import java.util.List;

/// A store of the company: a bucket, a blob container, a database or a snapshot of one.
///
/// @param bucket the bucket's or container's name; empty for other resources
/// @param owners declared readers, as the data map names them
/// @param home who reads it every day, and from where
/// @param artefact `weights`, `prompts` or empty, as the data map says
/// @param inQuestion whether the plot is about it
public record Store(
    String name,
    ResourceId resource,
    String bucket,
    StoreRole role,
    List<String> dataClasses,
    List<StoredObject> objects,
    List<String> owners,
    List<Seat> home,
    String artefact,
    boolean encrypted,
    boolean inQuestion) {
  public Store {
    dataClasses = List.copyOf(dataClasses);
    objects = List.copyOf(objects);
    owners = List.copyOf(owners);
    home = List.copyOf(home);
  }

  public boolean holdsPeople() {
    return !dataClasses.isEmpty();
  }
}
