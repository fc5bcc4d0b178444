package io.cofferdam.evidence.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The tree as RFC 9162 section 2.1 defines it: recursive, slow, obvious.
public final class ReferenceTree {
  private ReferenceTree() {}

  public static Hash root(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return Hash.sha256(new byte[0]);
    }
    if (entries.size() == 1) {
      return hash(0, entries.getFirst());
    }
    var split = split(entries.size());
    return hash(
        1,
        root(entries.subList(0, split)).bytes(),
        root(entries.subList(split, entries.size())).bytes());
  }

  static List<Hash> path(int index, List<byte[]> entries) {
    if (entries.size() == 1) {
      return List.of();
    }
    var split = split(entries.size());
    var left = entries.subList(0, split);
    var right = entries.subList(split, entries.size());
    var path = new ArrayList<>(index < split ? path(index, left) : path(index - split, right));
    path.add(root(index < split ? right : left));
    return path;
  }

  static List<Hash> proof(int first, List<byte[]> entries) {
    return first == 0 ? List.of() : subproof(first, entries, true);
  }

  private static List<Hash> subproof(int first, List<byte[]> entries, boolean complete) {
    if (first == entries.size()) {
      return complete ? List.of() : List.of(root(entries));
    }
    var split = split(entries.size());
    var left = entries.subList(0, split);
    var right = entries.subList(split, entries.size());
    if (first <= split) {
      var path = new ArrayList<>(subproof(first, left, complete));
      path.add(root(right));
      return path;
    }
    var path = new ArrayList<>(subproof(first - split, right, false));
    path.add(root(left));
    return path;
  }

  private static int split(int size) {
    var power = 1;
    while (power * 2 < size) {
      power *= 2;
    }
    return power;
  }

  private static Hash hash(int prefix, byte[]... parts) {
    var all = new ByteArrayOutputStream();
    all.write(prefix);
    for (var part : parts) {
      all.writeBytes(part);
    }
    return Hash.sha256(all.toByteArray());
  }
}
