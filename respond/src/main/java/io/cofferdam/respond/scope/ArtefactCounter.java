package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.scope.ArtefactScope;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.respond.reads.ObjectTable;
import io.cofferdam.respond.reads.ReadFindings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Says which versions of weights, adapters, prompts or code were taken, how complete, and
/// whether they are of use. A version is a folder below its store's prefix that holds files, with
/// all folders inside it.
final class ArtefactCounter {
  private static final class Parts {
    long total;
    long whole;
    long touched;
    long smallestUnread = Long.MAX_VALUE;
    boolean unsized;
  }

  /// The version of files that may exist and that no inventory or log names.
  private static final String NOT_LISTED = "in no inventory";

  private ArtefactCounter() {}

  /// How many files there can be that nothing names; any version may have them.
  private static long unlisted(StoreCount unit) {
    return unit.universe() == Bounds.UNBOUNDED
        ? Bounds.UNBOUNDED
        : Math.max(0, unit.universe() - unit.known());
  }

  static List<ArtefactScope> count(ReadFindings findings, List<ResourceCount> resources) {
    var artefacts = new ArrayList<ArtefactScope>();
    for (var resource : resources) {
      for (var unit : resource.units()) {
        var store = unit.unit().store();
        if (store != null && !store.artefact().isEmpty()) {
          var versions = parts(findings.objects(), unit);
          long unlisted = unlisted(unit);
          if (unlisted > 0) {
            versions.putIfAbsent(NOT_LISTED, new Parts());
          }
          versions.forEach(
              (version, parts) -> add(artefacts, resource, store, version, parts, unlisted));
        }
      }
    }
    return artefacts;
  }

  private static Map<String, Parts> parts(ObjectTable objects, StoreCount unit) {
    var versions = new TreeMap<String, Parts>();
    var folders = new HashSet<String>();
    for (int i = 0; i < objects.size(); i++) {
      if (objects.unit(i) == unit.unit().number()) {
        folders.add(objects.folder(i));
      }
    }
    for (int i = 0; i < objects.size(); i++) {
      if (objects.unit(i) == unit.unit().number()) {
        var parts = versions.computeIfAbsent(version(objects.folder(i), folders), v -> new Parts());
        parts.total += objects.has(i, ObjectTable.GONE) ? 0 : 1;
        parts.whole += objects.has(i, ObjectTable.WHOLE) ? 1 : 0;
        if (objects.has(i, ObjectTable.TOUCHED)) {
          parts.touched++;
        } else if (objects.bytes(i) >= 0) {
          parts.smallestUnread = Math.min(parts.smallestUnread, objects.bytes(i));
        } else {
          parts.unsized = true;
        }
      }
    }
    return versions;
  }

  /// The outermost folder around a file that holds files itself.
  private static String version(String folder, Set<String> withFiles) {
    for (int slash = folder.indexOf('/'); slash > 0; slash = folder.indexOf('/', slash + 1)) {
      if (withFiles.contains(folder.substring(0, slash))) {
        return folder.substring(0, slash);
      }
    }
    return folder;
  }

  private static void add(
      List<ArtefactScope> artefacts,
      ResourceCount resource,
      Store store,
      String version,
      Parts parts,
      long unlisted) {
    var cap = resource.unlogged();
    long unread = Math.max(0, parts.total - parts.touched);
    long more = unlisted == Bounds.UNBOUNDED ? unlisted : unread + unlisted;
    long extra = cap.none() ? 0 : Math.min(cap.reads(), more);
    if (cap.bytes() < parts.smallestUnread && !parts.unsized && unlisted == 0) {
      extra = 0;
    }
    long most = extra == Bounds.UNBOUNDED ? extra : parts.touched + extra;
    if (most == 0) {
      return;
    }
    boolean totalKnown = resource.reads().inventory() && unlisted == 0;
    var taken = new Bounds(parts.whole, Math.max(parts.whole, parts.touched), most);
    var complete = complete(parts, taken, totalKnown);
    var because = new ArrayList<Reason>();
    because.add(
        new Reason(
            parts.whole
                + " of "
                + (totalKnown ? parts.total + "" : "an unknown number of")
                + " files were sent whole to proved readers, at most "
                + (most == Bounds.UNBOUNDED ? "an unknown number" : most)
                + " can have been read",
            resource.reads().events()));
    because.add(Reason.of(key(store)));
    artefacts.add(
        new ArtefactScope(
            resource.resource(),
            store.artefact(),
            version,
            taken,
            totalKnown ? parts.total : -1,
            complete,
            usable(store, complete, taken),
            because));
  }

  private static Ternary complete(Parts parts, Bounds taken, boolean totalKnown) {
    if (!totalKnown) {
      return Ternary.UNKNOWN;
    }
    if (taken.atLeast() >= parts.total) {
      return Ternary.TRUE;
    }
    return taken.atMost() < parts.total ? Ternary.FALSE : Ternary.UNKNOWN;
  }

  /// Prompts and code are of use in part; weights and adapters only whole.
  private static Ternary usable(Store store, Ternary complete, Bounds taken) {
    var enough =
        switch (store.artefact()) {
          case "prompts", "code" -> taken.atLeast() > 0 ? Ternary.TRUE : Ternary.UNKNOWN;
          default -> complete;
        };
    return enough.and(store.encrypted().not());
  }

  private static String key(Store store) {
    return switch (store.encrypted()) {
      case TRUE -> "the data map says that it cannot be used without a key kept elsewhere";
      case FALSE -> "the data map says that no key is needed to use it";
      case UNKNOWN -> "the data map does not say whether a key is needed to use it";
    };
  }
}
