package io.cofferdam.posture.watch;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Carried;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which resources mention a name: in whose facts, or in whose own id, all words of the name stand.
/// Words are told apart by their hashes alone, so that there may be some that do not.
///
/// Cost: four bytes for each different word of each resource; a question looks at each resource.
final class Mentions implements Carried {
  private final IdentityHashMap<Resource, int[]> words;

  private Mentions(IdentityHashMap<Resource, int[]> words) {
    this.words = words;
  }

  static Mentions of(Scene scene) {
    return scene.derived(Mentions.class, Mentions::new);
  }

  private Mentions(Scene scene) {
    this(new IdentityHashMap<>());
    scene.inventory().resources().forEach(each -> words.put(each, words(each)));
  }

  @Override
  public Optional<Mentions> after(Scene later, Change change) {
    var after = new IdentityHashMap<>(words);
    for (var each : change.touched()) {
      each.before().ifPresent(after::remove);
      each.after().ifPresent(now -> after.put(now, words(now)));
    }
    return Optional.of(new Mentions(after));
  }

  private static int[] words(Resource resource) {
    var found = new HashSet<Integer>();
    collect(resource.facts().toString(), found);
    collect(resource.id(), found);
    var all = new int[found.size()];
    int next = 0;
    for (int each : found) {
      all[next++] = each;
    }
    Arrays.sort(all);
    return all;
  }

  /// Hashes of the words: letters, digits, `-` and `_`.
  private static void collect(String text, Set<Integer> into) {
    int hash = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (Character.isLetterOrDigit(at) || at == '-' || at == '_') {
        hash = 31 * hash + at;
        within = true;
      } else if (within) {
        into.add(hash);
        hash = 0;
        within = false;
      }
    }
    if (within) {
      into.add(hash);
    }
  }

  /// The resources that mention one of the names.
  Set<Resource> of(Collection<String> names) {
    List<int[]> wanted = new ArrayList<>();
    for (var name : names) {
      var of = new HashSet<Integer>();
      collect(name, of);
      if (!of.isEmpty()) {
        wanted.add(of.stream().mapToInt(Integer::intValue).toArray());
      }
    }
    Set<Resource> found = Collections.newSetFromMap(new IdentityHashMap<>());
    words.forEach(
        (resource, of) -> {
          if (wanted.stream().anyMatch(name -> holds(of, name))) {
            found.add(resource);
          }
        });
    return found;
  }

  private static boolean holds(int[] words, int[] name) {
    for (int each : name) {
      if (Arrays.binarySearch(words, each) < 0) {
        return false;
      }
    }
    return true;
  }
}
