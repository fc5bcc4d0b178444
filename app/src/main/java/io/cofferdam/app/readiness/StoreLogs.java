package io.cofferdam.app.readiness;

import io.cofferdam.model.resource.ResourceId;
import java.util.List;
import java.util.function.UnaryOperator;

/// Which logs an investigation of a store would have, as far as a snapshot tells.
///
/// @param account the account that the store is in; `region` empty where it is not known
/// @param trails every trail that may tell of it
/// @param serverAccess whether its reads are in server access logs
/// @param inventory whether an inventory lists all of its objects
/// @param statements whether statements of a database are logged
/// @param unknown what could not be learnt
record StoreLogs(
    ResourceId store,
    String account,
    String region,
    List<TrailLogs> trails,
    boolean serverAccess,
    boolean inventory,
    boolean statements,
    List<String> unknown) {
  StoreLogs {
    trails = List.copyOf(trails);
    unknown = List.copyOf(unknown);
  }

  /// The trails that reach the store's region.
  List<TrailLogs> reaching() {
    return trails.stream().filter(t -> t.reaches(region)).toList();
  }

  /// The trails that log every read of it.
  List<TrailLogs> reading() {
    return reaching().stream().filter(t -> t.running() && t.readsOf(store.shortName())).toList();
  }

  boolean dataEvents() {
    return !reading().isEmpty();
  }

  StoreLogs withServerAccess() {
    return new StoreLogs(store, account, region, trails, true, inventory, statements, unknown);
  }

  StoreLogs withInventory() {
    return new StoreLogs(store, account, region, trails, serverAccess, true, statements, unknown);
  }

  StoreLogs withStatements() {
    return new StoreLogs(store, account, region, trails, serverAccess, inventory, true, unknown);
  }

  StoreLogs withTrails(List<TrailLogs> others) {
    return new StoreLogs(
        store, account, region, others, serverAccess, inventory, statements, unknown);
  }

  /// With one trail changed.
  StoreLogs with(TrailLogs trail, UnaryOperator<TrailLogs> change) {
    return withTrails(
        trails.stream().map(t -> t.id().equals(trail.id()) ? change.apply(t) : t).toList());
  }
}
