package io.cofferdam.posture.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What was looked for in planned resources and is not known: one for all facts of an inventory,
/// since a condition on one resource may look at others.
///
/// Used by one thread at a time.
public final class Notebook {
  private static final int TOLD = 12;

  private TreeSet<Note> here = new TreeSet<>();
  private List<List<Note>> replayed = new ArrayList<>();

  /// One member that is not known.
  ///
  /// @param address of the resource
  /// @param words the member, and why it is not known
  public record Note(String address, String words) implements Comparable<Note> {
    @Override
    public int compareTo(Note other) {
      var order = address.compareTo(other.address);
      return order == 0 ? words.compareTo(other.words) : order;
    }
  }

  /// Something worked out, with what was looked for on the way.
  public record Noted<T>(T value, List<Note> notes) {}

  /// The notebook of an inventory that holds planned resources.
  public static Optional<Notebook> of(Inventory inventory) {
    return inventory.resources().stream()
        .map(Resource::facts)
        .filter(PlannedFacts.class::isInstance)
        .map(facts -> ((PlannedFacts) facts).notebook())
        .findFirst();
  }

  void note(Note note) {
    here.add(note);
  }

  void forget() {
    here.clear();
    replayed.clear();
  }

  /// Works something out that is kept for later, apart from what was noted before.
  public <T> Noted<T> apart(Supplier<T> work) {
    var before = here;
    var replayedBefore = replayed;
    here = new TreeSet<>();
    replayed = new ArrayList<>();
    try {
      var value = work.get();
      replayed.forEach(here::addAll);
      return new Noted<>(value, List.copyOf(here));
    } finally {
      here = before;
      replayed = replayedBefore;
    }
  }

  /// Notes once more what was noted when something that is used now was worked out.
  public void replay(List<Note> notes) {
    if (!notes.isEmpty()) {
      replayed.add(notes);
    }
  }

  /// What was looked for, for a reader who looks at one resource; no more than a dozen.
  List<String> words(String address) {
    var words = new TreeSet<String>();
    add(here, address, words);
    replayed.forEach(notes -> add(notes, address, words));
    return List.copyOf(words);
  }

  private static void add(Iterable<Note> notes, String address, Set<String> words) {
    for (var note : notes) {
      if (words.size() >= TOLD) {
        return;
      }
      words.add(
          note.address().equals(address) ? note.words() : note.address() + " " + note.words());
    }
  }
}
