package io.cofferdam.respond.reads;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Every object version that is known to exist, and what became of it: about 70 bytes each, names
/// not kept.
///
/// Which version a read without version means is decided by time: the one that was current then.
/// Where that cannot be told, the read counts as partial (it may have been another content), and
/// as a possible further object.
public final class ObjectTable {
  /// The object is in an inventory.
  public static final int LISTED = 1;

  /// Sent whole to a proved reader: bytes sent reach the object's size.
  public static final int WHOLE = 2;

  /// Sent to a proved reader, and nothing tells whether whole: its size is in no log or
  /// inventory.
  public static final int UNSIZED = 4;

  /// Sent to a proved reader in part, or in a version that is not known.
  public static final int PART = 8;

  /// Sent to a suspected reader.
  public static final int SUSPECTED = 16;

  /// Sent to a reader of whom it cannot be told whether the data was meant for them.
  public static final int UNDECIDED = 32;

  /// A version that is gone and in no inventory.
  public static final int GONE = 64;

  /// Any of the marks that say content was sent to somebody it may not be meant for.
  public static final int TOUCHED = WHOLE | UNSIZED | PART | SUSPECTED | UNDECIDED;

  private static final long NEVER = Long.MIN_VALUE;
  private static final int RECENT_BITS = 13;

  private final List<Unit> units = new ArrayList<>();
  private final Map<ResourceId, List<Unit>> byResource = new HashMap<>();
  private final List<Store> stores;
  private final FingerprintTable keys = new FingerprintTable();
  private final FingerprintTable versions = new FingerprintTable();
  private final List<String> folders = new ArrayList<>();
  private final Map<String, Integer> folderNumbers = new HashMap<>();

  private final @Nullable Recent[] recent = new @Nullable Recent[1 << RECENT_BITS];

  private int size;
  private int[] unit = new int[256];
  private int[] next = new int[256];
  private int[] folder = new int[256];
  private long[] bytes = new long[256];
  private long[] sent = new long[256];
  private long[] modified = new long[256];
  private byte[] marks = new byte[256];

  ObjectTable(DataMap map) {
    stores = map.stores();
    stores.forEach(s -> unitsOf(s.resource()));
  }

  /// The units of a resource, the one with the longest prefix first.
  public List<Unit> unitsOf(ResourceId resource) {
    return byResource.computeIfAbsent(resource, this::makeUnits);
  }

  private List<Unit> makeUnits(ResourceId resource) {
    var made = new ArrayList<Unit>();
    stores.stream()
        .filter(s -> s.resource().equals(resource))
        .sorted((a, b) -> Integer.compare(b.prefix().length(), a.prefix().length()))
        .forEach(s -> made.add(add(resource, s)));
    if (made.isEmpty() || !made.getLast().prefix().isEmpty()) {
      var rest = new Unit(units.size(), resource, null);
      units.add(rest);
      made.add(rest);
    }
    return made;
  }

  private Unit add(ResourceId resource, Store store) {
    var unit = new Unit(units.size(), resource, store);
    units.add(unit);
    return unit;
  }

  public List<Unit> units() {
    return List.copyOf(units);
  }

  Unit unitOf(ResourceId resource, String key) {
    for (var candidate : unitsOf(resource)) {
      if (key.startsWith(candidate.prefix())) {
        return candidate;
      }
    }
    return unitsOf(resource).getLast();
  }

  /// Number of objects.
  public int size() {
    return size;
  }

  public int unit(int object) {
    return unit[object];
  }

  /// The object's size in bytes, or -1.
  public long bytes(int object) {
    return bytes[object];
  }

  public boolean has(int object, int mark) {
    return (marks[object] & mark) != 0;
  }

  /// The folder it lies in, below its store's prefix; empty for objects of stores without artefact.
  public String folder(int object) {
    return folder[object] < 0 ? "" : folders.get(folder[object]);
  }

  /// The objects with this key, or only the one of this version where it is known.
  public List<Integer> find(ResourceId resource, String key, String version) {
    int known = keys.get(name(resource, key));
    if (known < 0) {
      return List.of();
    }
    if (!version.isEmpty()) {
      int exact = versions.get(name(resource, key, version));
      if (exact >= 0) {
        return List.of(exact);
      }
    }
    var all = new ArrayList<Integer>();
    for (int at = known; at >= 0; at = next[at]) {
      all.add(at);
    }
    return all;
  }

  /// Takes an object that exists for certain; `modified` null where not known.
  public int exists(
      ResourceId resource, String key, String version, long size, @Nullable Instant modifiedAt) {
    int object = named(resource, key, version);
    if (size >= 0) {
      bytes[object] = size;
    }
    if (modifiedAt != null) {
      modified[object] = modifiedAt.getEpochSecond();
    }
    return object;
  }

  void list(int object) {
    mark(object, LISTED);
  }

  /// The object that an access at this time was about; -1 - n where it is not certain which
  /// version, n being the likeliest.
  int accessed(ResourceId resource, String key, String version, Instant time) {
    int first = keys.get(name(resource, key));
    if (first < 0 || !version.isEmpty()) {
      return named(resource, key, version);
    }
    if (next[first] < 0) {
      return modified[first] != NEVER && modified[first] > time.getEpochSecond()
          ? -1 - first
          : first;
    }
    int best = -1;
    boolean allDated = true;
    for (int at = first; at >= 0; at = next[at]) {
      allDated &= modified[at] != NEVER;
      if (modified[at] != NEVER
          && modified[at] <= time.getEpochSecond()
          && (best < 0 || modified[at] > modified[best])) {
        best = at;
      }
    }
    return allDated && best >= 0 ? best : -1 - Math.max(best, first);
  }

  /// An object that is no longer there under this name, apart from those that are.
  int gone(ResourceId resource, String key) {
    var name = name(resource, key, "\u0000gone");
    int known = versions.get(name);
    if (known >= 0) {
      return known;
    }
    int object = create(resource, key);
    mark(object, GONE);
    versions.put(name, object);
    next[object] = keys.get(name(resource, key));
    return object;
  }

  /// Whether a read of a version that is not known adds an object for certain: no known version
  /// of the same key was read for certain.
  public boolean countsApart(int gone) {
    for (int at = next[gone]; at >= 0; at = next[at]) {
      if (has(at, WHOLE | UNSIZED | PART)) {
        return false;
      }
    }
    return true;
  }

  /// Marks all that a read without version may have been about.
  void maybe(int object, ResourceId resource, String key) {
    mark(object, UNDECIDED);
    for (int at = keys.get(name(resource, key)); at >= 0; at = next[at]) {
      mark(at, UNDECIDED);
    }
  }

  private int named(ResourceId resource, String key, String version) {
    var keyName = name(resource, key);
    int first = keys.get(keyName);
    var plain = version.equals("null") ? "" : version;
    if (first < 0) {
      int object = create(resource, key);
      keys.put(keyName, object);
      versions.put(name(resource, key, plain), object);
      return object;
    }
    int known = versions.get(name(resource, key, plain));
    if (known >= 0) {
      return known;
    }
    int unversioned = versions.get(name(resource, key, ""));
    if (plain.isEmpty() || (unversioned == first && next[first] < 0 && !has(first, LISTED))) {
      versions.put(name(resource, key, plain), first);
      return first;
    }
    int object = create(resource, key);
    versions.put(name(resource, key, plain), object);
    next[object] = next[first];
    next[first] = object;
    return object;
  }

  private int create(ResourceId resource, String key) {
    if (size == unit.length) {
      int bigger = size + (size >> 1);
      unit = Arrays.copyOf(unit, bigger);
      next = Arrays.copyOf(next, bigger);
      folder = Arrays.copyOf(folder, bigger);
      bytes = Arrays.copyOf(bytes, bigger);
      sent = Arrays.copyOf(sent, bigger);
      modified = Arrays.copyOf(modified, bigger);
      marks = Arrays.copyOf(marks, bigger);
    }
    var owner = unitOf(resource, key);
    unit[size] = owner.number();
    next[size] = -1;
    folder[size] = owner.artefact().isEmpty() ? -1 : folderNumber(owner, key);
    bytes[size] = -1;
    sent[size] = -1;
    modified[size] = NEVER;
    return size++;
  }

  private int folderNumber(Unit owner, String key) {
    var below = key.substring(Math.min(owner.prefix().length(), key.length()));
    var from = below.startsWith("/") ? 1 : 0;
    int slash = below.lastIndexOf('/');
    var name = slash < from ? "" : below.substring(from, slash);
    return folderNumbers.computeIfAbsent(
        name,
        n -> {
          folders.add(n);
          return folders.size() - 1;
        });
  }

  void mark(int object, int mark) {
    marks[object] = (byte) (marks[object] | mark);
  }

  /// A proved reader was sent so many bytes of the object, whose size no log told with the read.
  void sentUnsized(int object, long count) {
    mark(object, UNSIZED);
    sent[object] = Math.max(sent[object], count);
  }

  void learnSize(int object, long size) {
    if (bytes[object] < 0) {
      bytes[object] = size;
    }
  }

  /// Decides the reads that waited for the object's size, once all logs are read.
  void settle() {
    for (int i = 0; i < size; i++) {
      if (has(i, UNSIZED) && bytes[i] >= 0 && sent[i] >= 0) {
        marks[i] = (byte) (marks[i] & ~UNSIZED);
        mark(i, sent[i] >= bytes[i] ? WHOLE : PART);
      }
    }
  }

  private Fingerprint name(ResourceId resource, String key) {
    return fingerprint(resource, key, null);
  }

  private Fingerprint name(ResourceId resource, String key, String version) {
    return fingerprint(resource, key, version);
  }

  /// The same objects are read again and again, and hashing a name costs most of a look-up.
  private Fingerprint fingerprint(ResourceId resource, String key, @Nullable String version) {
    int mixed = (resource.id().hashCode() * 31 + key.hashCode()) * 31;
    mixed += version == null ? 1 : version.hashCode();
    int slot = (mixed * 0x9E3779B9) >>> (32 - RECENT_BITS);
    var known = recent[slot];
    if (known == null || !known.isOf(resource, key, version)) {
      var name = resource.id() + '\n' + key + (version == null ? "" : "\n\n" + version);
      known = new Recent(resource, key, version, Fingerprint.of(name));
      recent[slot] = known;
    }
    return known.fingerprint();
  }

  private record Recent(
      ResourceId resource, String key, @Nullable String version, Fingerprint fingerprint) {
    boolean isOf(ResourceId otherResource, String otherKey, @Nullable String otherVersion) {
      return key.equals(otherKey)
          && Objects.equals(version, otherVersion)
          && resource.id().equals(otherResource.id());
    }
  }
}
