package io.cofferdam.drill.world;

import java.util.List;

/// Everything that happened, before any log tells of it.
///
/// @param from start of the logged period, seconds since 1970, on the hour; `until` its end
/// @param acts what was done to the configuration, in order of time
/// @param requests what was asked of the stores, in order of time
/// @param extras further log files the plot needs, as paths with contents
/// @param stated further logs that the company knows to be whole where nothing is lost
/// @param story what happened, in sentences
public record World(
    String scenario,
    long seed,
    Company company,
    long from,
    long until,
    List<Store> stores,
    People people,
    List<Act> acts,
    List<Request> requests,
    List<Outsider> outsiders,
    List<Opening> openings,
    Marks marks,
    List<Extra> extras,
    List<Stated> stated,
    List<String> story) {
  public World {
    stores = List.copyOf(stores);
    acts = List.copyOf(acts);
    requests = List.copyOf(requests);
    outsiders = List.copyOf(outsiders);
    openings = List.copyOf(openings);
    extras = List.copyOf(extras);
    stated = List.copyOf(stated);
    story = List.copyOf(story);
  }

  public List<Store> inQuestion() {
    return stores.stream().filter(Store::inQuestion).toList();
  }

  /// What a test that asks for equality must know of a world.
  ///
  /// @param partialReads some read sent only part of an object
  /// @param unloggedReads some read is in no log at all (snapshots copied, data events off)
  /// @param versions some store keeps several versions of a key
  /// @param zz some person concerned has no residence in the register
  /// @param edgeReads some read happened while a change was still taking effect
  /// @param waitsForAccess the kind of exposure is not decided yet
  /// @param quiet nothing leaked
  public record Marks(
      boolean partialReads,
      boolean unloggedReads,
      boolean versions,
      boolean zz,
      boolean edgeReads,
      boolean waitsForAccess,
      boolean quiet) {}
}
